import type { Endpoint } from './endpoints.ts';

function isSwitchedOn(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'stream' in value && value.stream === true;
  } catch {
    return false;
  }
}

/**
 * Whether a request to `endpoint` asks for events: some endpoints always answer with them, others only where `stream` of
 * the body is true (Coze, "Chat V3": the default is false).
 *
 * @param body - as text; null for one that is no JSON
 */
export function asksForStream(endpoint: Pick<Endpoint, 'streaming' | 'body'>, body: string | null): boolean {
  if (endpoint.streaming !== 'sse') return false;
  const hasSwitch = endpoint.body?.fields.some(({ name }) => name === 'stream') ?? false;
  return !hasSwitch || (body !== null && isSwitchedOn(body));
}
