/**
 * The JSON value that UTF-8 `bytes` hold; undefined when they are not UTF-8 or not JSON.
 *
 * @param prepare - changes the text before it is parsed
 */
export function parseJsonBytes(bytes: Uint8Array, prepare = (json: string) => json): unknown {
  try {
    return JSON.parse(prepare(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}
