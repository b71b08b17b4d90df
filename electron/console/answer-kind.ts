import { type ToldCharset, toldCharset, toldCharsetOfJson } from './charset.ts';
import { type MediaType, parseMediaType } from './media-type.ts';

/** How a body is to be read. */
export type AnswerKind = 'events' | 'json' | 'text' | 'binary';

/** Bytes from the first that is no white space on: as many as `event:` and `data:` have. */
const telling = 6;
const longestLook = 4096;

function isEnough(head: Uint8Array): boolean {
  const start = head.findIndex((byte) => byte > 0x20);
  return head.length >= longestLook || (start !== -1 && head.length - start >= telling);
}

async function* joined(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  isOver: boolean,
): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    while (!isOver) {
      const { value, done } = await rest.next();
      if (done === true) return;
      yield value;
    }
  } finally {
    await rest.return?.();
  }
}

const textTypes = /^(?:text\/|application\/(?:.*\+)?(?:json|xml|javascript|x-www-form-urlencoded|x-ndjson)$)/;
const binaryTypes = /^(?:audio|video|image|font)\/|^application\/(?:octet-stream|pdf|zip|gzip)$/;

function isBinary(head: Uint8Array, { essence, charset }: MediaType): boolean {
  if (textTypes.test(essence) || essence === 'image/svg+xml' || charset?.startsWith('utf-16')) return false;
  // NUL and most control characters are in no text; ESC stands in that of a terminal.
  const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27);
  return binaryTypes.test(essence) || head.subarray(0, longestLook).some(isControl);
}

function kindOf(head: Uint8Array, type: MediaType, charset: string): AnswerKind {
  if (isBinary(head, type)) return 'binary';
  const { essence } = type;
  const begin = new TextDecoder(charset).decode(head).trimStart();
  const looksLikeJson = /^[{[]/.test(begin);
  if (essence === 'text/event-stream') return looksLikeJson ? 'json' : 'events';
  if (/(?:\/|\+)json$/.test(essence)) return /^(?:event|data|id|retry)?:/.test(begin) ? 'events' : 'json';
  if (essence === '' || essence === 'text/plain') {
    if (/^(?:event|data):/.test(begin)) return 'events';
    if (looksLikeJson) return 'json';
  }
  return 'text';
}

/** The charset is that of its text. */
export interface KnownAnswer extends ToldCharset {
  readonly kind: AnswerKind;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** How a body is to be read that begins with these bytes. */
export function kindOfBytes(head: Uint8Array, contentType: string | null): Omit<KnownAnswer, 'chunks'> {
  const type = parseMediaType(contentType ?? '');
  const told = toldCharset(head, type.charset);
  const kind = kindOf(head, type, told.charset);
  return { kind, ...(kind === 'json' ? toldCharsetOfJson(head, told) : told) };
}

/**
 * Finds out how a body is to be read, from its type and its first bytes: Coze answers a request for a stream with JSON
 * when it refuses it, sometimes under the stream's own type. `chunks` are all of them again.
 */
export async function answerKind(
  chunks: AsyncIterable<Uint8Array>,
  contentType: string | null,
): Promise<KnownAnswer> {
  const rest = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  let isOver = false;
  while (!isOver && !isEnough(head)) {
    const { value, done } = await rest.next();
    if (done === true) isOver = true;
    else head = Buffer.concat([head, value]);
  }
  return { ...kindOfBytes(head, contentType), chunks: joined(head, rest, isOver) };
}
