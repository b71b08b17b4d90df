import type { HttpClient } from '../http/client.ts';

const patienceMs = 3000;
const answerLimit = 65_536;

/**
 * Asks an API for the time, with a request that carries no credential; any answer tells it.
 *
 * @param http - learns from answers
 * @returns false when there was no answer
 * @throws an `AbortError` when cancelled
 */
export async function askServerTime(http: HttpClient, api: string, signal: AbortSignal): Promise<boolean> {
  try {
    await http.send({
      method: 'GET',
      url: `${api}/v1/users/me`,
      headers: [['Accept', 'application/json']],
      body: null,
      signal,
      timeoutMs: patienceMs,
      maxBytes: answerLimit,
    });
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
