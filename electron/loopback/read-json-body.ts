import type { IncomingMessage } from 'node:http';

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 415 };

const jsonType = /^application\/json\s*(;|$)/i;

function readBytes(incoming: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > limitBytes) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    incoming.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= limitBytes) parts.push(part);
      else {
        incoming.pause();
        resolve(null);
      }
    });
    incoming.once('end', () => resolve(Buffer.concat(parts)));
    incoming.once('error', reject);
    incoming.once('close', () => reject(new Error('the request ended early')));
  });
}

/**
 * The body as JSON. 415 for another type than `application/json`, which no form can send; 413 as soon as it is known to
 * be longer than `limitBytes`, what is left is not read then; 400 when it is no UTF-8 or no JSON.
 *
 * @throws Error when the connection ends before the body does
 */
export async function readJsonBody(incoming: IncomingMessage, limitBytes: number): Promise<JsonBody> {
  if (!jsonType.test(incoming.headers['content-type'] ?? '')) return { kind: 'refused', status: 415 };
  const bytes = await readBytes(incoming, limitBytes);
  if (bytes === null) return { kind: 'refused', status: 413 };
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { kind: 'refused', status: 400 };
  }
}
