import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes. */
export const bodyLimitBytes = 1_048_576;

/** The largest body that an endpoint reads which takes files, in bytes. */
export const uploadLimitBytes = 33_554_432;

/**
 * The whole body, or `'too-large'` as soon as it is known to be beyond `limit` bytes; what is left is not read.
 *
 * @throws Error when the connection ends before the body does
 */
export function readRequestBody(incoming: IncomingMessage, limit: number): Promise<Uint8Array | 'too-large'> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return Promise.resolve('too-large');
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    incoming.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= limit) parts.push(part);
      else {
        incoming.pause();
        resolve('too-large');
      }
    });
    incoming.once('end', () => resolve(Buffer.concat(parts)));
    incoming.once('error', reject);
    incoming.once('close', () => reject(new Error('the request ended early')));
  });
}
