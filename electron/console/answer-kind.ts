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

/** Byte order marks, which say more than any header (WHATWG Encoding, "decode"). */
function markedCharset([first, second, third]: Uint8Array): string | null {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** The name that the WHATWG Encoding standard has for the charset; UTF-8 when none or an unknown one is named. */
function charsetOf(head: Uint8Array, { charset }: MediaType): string {
  const marked = markedCharset(head);
  if (marked !== null) return marked;
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return 'utf-8';
  }
}

const textTypes = /^(?:text\/|application\/(?:.*\+)?(?:json|xml|javascript|x-www-form-urlencoded|x-ndjson)$)/;
const binaryTypes = /^(?:audio|video|image|font)\/|^application\/(?:octet-stream|pdf|zip|gzip)$/;

function isBinary(head: Uint8Array, { essence, charset }: MediaType): boolean {
  if (textTypes.test(essence) || essence === 'image/svg+xml' || charset.startsWith('utf-16')) return false;
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

export interface KnownAnswer {
  readonly kind: AnswerKind;
  /** Of its text. */
  readonly charset: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** How a body is to be read that begins with these bytes. */
export function kindOfBytes(
  head: Uint8Array,
  contentType: string | null,
): Pick<KnownAnswer, 'kind' | 'charset'> {
  const type = parseMediaType(contentType ?? '');
  const charset = charsetOf(head, type);
  return { kind: kindOf(head, type, charset), charset };
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
