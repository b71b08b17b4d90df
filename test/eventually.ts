import { vi } from 'vitest';

/**
 * Waits until an assertion holds, for ten seconds: a busy machine can stand still for longer than the one second that
 * vitest waits by itself.
 */
export function eventually<Value>(assertion: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(assertion, 10_000);
}
