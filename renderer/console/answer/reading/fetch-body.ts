import type { BodyToRead } from './answer-protocol.ts';

/** Bytes of one body that are read into memory; what is longer is shown in part. */
export const mostBytes = 320 * 1024 * 1024;

/** What has arrived of a body, in UTF-8. */
export interface FetchedBytes {
  /** Longer than what has arrived. */
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly isLast: boolean;
}

const utf8Names = /^(?:utf-?8|us-ascii|ascii)$/i;

function inUtf8(bytes: Uint8Array, charset: string): Uint8Array {
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(bytes));
  } catch {
    return bytes;
  }
}

/**
 * Reads a body piece by piece into one array; text in another charset is given as UTF-8, at the end and at once.
 *
 * @throws TypeError when it cannot be reached
 */
export async function* fetchBody({
  address,
  bytes,
  charset,
}: Omit<BodyToRead, 'isJson'>): AsyncGenerator<FetchedBytes> {
  const wanted = Math.min(bytes, mostBytes);
  const range: RequestInit = bytes > wanted ? { headers: { Range: `bytes=0-${wanted - 1}` } } : {};
  const response = wanted === 0 ? new Response(null) : await fetch(address, range);
  if (!response.ok) throw new TypeError(`HTTP ${response.status}`);
  const isUtf8 = utf8Names.test(charset);
  const all = new Uint8Array(wanted);
  let length = 0;
  const reader = response.body?.getReader();
  while (reader !== undefined) {
    const { value, done } = await reader.read();
    if (done || length === wanted) break;
    const piece = value.length > wanted - length ? value.subarray(0, wanted - length) : value;
    all.set(piece, length);
    length += piece.length;
    if (isUtf8) yield { bytes: all, length, isLast: false };
  }
  void reader?.cancel();
  const whole = isUtf8 ? all : inUtf8(all.subarray(0, length), charset);
  yield { bytes: whole, length: isUtf8 ? length : whole.length, isLast: true };
}

/** The first bytes of a body; none when it cannot be reached. */
export async function fetchStart(address: string, length: number): Promise<Uint8Array> {
  try {
    const response = await fetch(address, { headers: { Range: `bytes=0-${length - 1}` } });
    return response.ok ? new Uint8Array(await response.arrayBuffer()).subarray(0, length) : new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}
