import { answerText } from './answer-text.ts';
import { parseMediaType } from './media-type.ts';

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
function charsetOf(head: Uint8Array, contentType: string | null): string {
  const marked = markedCharset(head);
  if (marked !== null) return marked;
  try {
    return new TextDecoder(parseMediaType(contentType ?? '').charset).encoding;
  } catch {
    return 'utf-8';
  }
}

function kindOf(head: Uint8Array, contentType: string | null): AnswerKind {
  const { essence } = parseMediaType(contentType ?? '');
  const { text, binary } = answerText(head, contentType);
  if (binary) return 'binary';
  const begin = text.trimStart();
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
  return {
    kind: kindOf(head, contentType),
    charset: charsetOf(head, contentType),
    chunks: joined(head, rest, isOver),
  };
}
