import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

export interface ReadBody {
  readonly bytes: Uint8Array;
  /** True when there was more than the limit; the rest was not read. */
  readonly truncated: boolean;
}

function decoderOf(coding: string): Transform | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    default:
      return null;
  }
}

/** `deflate` is the zlib format (RFC 9110 §8.4.1.2), which some servers leave out around what it holds. */
async function* inflated(source: Readable): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  const first = await chunks.next();
  if (first.done) return;
  const isZlib = ((first.value[0] ?? 0) & 0x0f) === 8;
  async function* all() {
    yield first.value;
    yield* chunks;
  }
  yield* pipeline(all(), isZlib ? createInflate() : createInflateRaw(), () => undefined);
}

function unpacked(source: Readable, coding: string): Readable {
  if (coding === 'deflate') return Readable.from(inflated(source), { objectMode: false });
  const decoder = decoderOf(coding);
  return decoder === null ? source : pipeline(source, decoder, () => undefined);
}

/** The bytes of `body` after undoing `contentEncoding` (gzip, br, deflate; RFC 9110 §8.4), as they come. */
export function decoded(body: Readable, contentEncoding: string): Readable {
  const codings = contentEncoding.toLowerCase().split(',').slice(0, 3);
  return codings.reduceRight<Readable>((source, coding) => unpacked(source, coding.trim()), body);
}

/**
 * Reads at most `maxBytes` bytes of `body`, after undoing `contentEncoding` (gzip, br, deflate; RFC 9110 §8.4), so that
 * a small answer cannot unpack into a huge one. Throws what the stream throws.
 */
export async function readBody(body: Readable, contentEncoding: string, maxBytes: number): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let truncated = false;
  for await (const chunk of decoded(body, contentEncoding) as AsyncIterable<Uint8Array>) {
    const room = maxBytes - size;
    chunks.push(chunk.subarray(0, room));
    size += Math.min(chunk.length, room);
    if (chunk.length > room) {
      truncated = true;
      break;
    }
  }
  body.destroy();
  return { bytes: Buffer.concat(chunks), truncated };
}
