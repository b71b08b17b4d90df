import { Readable } from 'node:stream';

/** A body that is read while it is sent, and once more for a redirect that keeps it. */
export interface BodySource {
  /** Bytes that `open` will give, all in all. */
  readonly length: number;
  readonly open: () => AsyncIterable<Uint8Array>;
}

export type RequestBody = string | Uint8Array | BodySource | null;

function isSource(body: RequestBody): body is BodySource {
  return typeof body === 'object' && body !== null && 'open' in body;
}

/** Bytes that are read ahead, so that the connection does not wait for the disk nor the disk for the connection. */
const readAhead = 4 * 1024 * 1024;

async function* told(source: BodySource, onChunk: () => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of source.open()) {
    onChunk();
    yield chunk;
  }
}

/** The body as undici takes it; `onChunk` is called for each part of one that is read while it is sent. */
export function sendable(body: RequestBody, onChunk: () => void): string | Uint8Array | Readable | null {
  return isSource(body)
    ? Readable.from(told(body, onChunk), { objectMode: false, highWaterMark: readAhead })
    : body;
}

/** `Content-Length` of a body that is read while it is sent; of any other undici counts the bytes itself. */
export function lengthHeader(body: RequestBody): readonly (readonly [name: string, value: string])[] {
  return isSource(body) ? [['Content-Length', String(body.length)]] : [];
}

/** Bytes of the body; 0 when there is none. */
export function bodyLength(body: RequestBody): number {
  return body === null ? 0 : typeof body === 'string' ? Buffer.byteLength(body) : body.length;
}
