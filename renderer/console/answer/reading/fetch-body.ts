import type { BodyToRead } from './answer-protocol.ts';

/** Bytes of one body up to which all of it is read into memory. */
export const mostBytes = 160 * 1024 * 1024;
/** Bytes that are read of a longer one, and of one that is still coming. */
export const partBytes = 8 * 1024 * 1024;

/** What has arrived of a body, in UTF-8. */
export interface FetchedBytes {
  /** Longer than what has arrived; another array when more came than there was room for. */
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly isLast: boolean;
  /** The body goes on after that, further than is read. */
  readonly isCut: boolean;
}

/** How long a body is that may still be coming. */
export interface BodySize {
  readonly bytes: number;
  /** Nothing more comes. */
  readonly isWhole: boolean;
}

export interface BodyGrowth {
  readonly now: () => BodySize;
  /** Resolves when it is another one. */
  readonly changed: () => Promise<void>;
}

const utf8Names = /^(?:utf-?8|us-ascii|ascii)$/i;
const rangeNotThere = 416;

function inUtf8(bytes: Uint8Array, charset: string): Uint8Array {
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(bytes));
  } catch {
    return bytes;
  }
}

/** Bytes to be read in the end, as far as that is known. */
function limitOf({ bytes, isWhole }: BodySize): number {
  if (!isWhole) return partBytes;
  return bytes > mostBytes ? partBytes : bytes;
}

/**
 * Reads what is there of a body from `from` on, up to `limit`.
 *
 * @throws TypeError when it cannot be reached
 */
async function* fetchRange(
  address: string,
  { from, limit, isAll }: { readonly from: number; readonly limit: number; readonly isAll: boolean },
): AsyncGenerator<Uint8Array> {
  const init: RequestInit = isAll ? {} : { headers: { Range: `bytes=${from}-${limit - 1}` } };
  const response = await fetch(address, init);
  if (response.status === rangeNotThere) return;
  if (!response.ok) throw new TypeError(`HTTP ${response.status}`);
  const reader = response.body?.getReader();
  let left = limit - from;
  while (reader !== undefined && left > 0) {
    const { value, done } = await reader.read();
    if (done) break;
    yield value.length > left ? value.subarray(0, left) : value;
    left -= value.length;
  }
  void reader?.cancel();
}

/**
 * Reads a body piece by piece into one array, also while it is still coming; text in another charset is given as UTF-8,
 * at the end and at once.
 *
 * @throws TypeError when it cannot be reached
 */
export async function* followBody(
  { address, charset }: Pick<BodyToRead, 'address' | 'charset'>,
  growth: BodyGrowth,
): AsyncGenerator<FetchedBytes> {
  const isUtf8 = utf8Names.test(charset);
  let all = new Uint8Array(limitOf(growth.now()));
  let length = 0;
  let size = growth.now();
  for (;;) {
    const limit = limitOf(size);
    if (limit > all.length) {
      const longer = new Uint8Array(limit);
      longer.set(all.subarray(0, length));
      all = longer;
    }
    const began = length;
    const changed = growth.changed();
    const isAll = length === 0 && size.isWhole && limit === size.bytes;
    if (length < limit) {
      for await (const piece of fetchRange(address, { from: length, limit, isAll })) {
        all.set(piece, length);
        length += piece.length;
        if (isUtf8) yield { bytes: all, length, isLast: false, isCut: false };
      }
    }
    if (size.isWhole) break;
    if (length === began || length === limit) await changed;
    size = growth.now();
  }
  const whole = isUtf8 ? all : inUtf8(all.subarray(0, length), charset);
  const isCut = size.bytes > length;
  yield { bytes: whole, length: isUtf8 ? length : whole.length, isLast: true, isCut };
}

/** As {@link followBody}, of a body that has come whole. */
export function fetchBody({
  address,
  bytes,
  charset,
}: Pick<BodyToRead, 'address' | 'bytes' | 'charset'>): AsyncGenerator<FetchedBytes> {
  const never = new Promise<void>(() => undefined);
  return followBody({ address, charset }, { now: () => ({ bytes, isWhole: true }), changed: () => never });
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
