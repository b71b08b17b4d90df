import type { Terminal } from '../../../electron/cli/terminal.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

export interface FakeTerminal extends Terminal {
  readonly printed: { out: string; err: string };
}

/** A terminal whose clock stands at 2025-01-01T00:00:00Z and whose output is kept. */
export function fakeTerminal(
  stdin: string | Uint8Array | null = null,
  env: Terminal['env'] = { LANG: 'C' },
): FakeTerminal {
  const printed = { out: '', err: '' };
  return {
    env,
    clock: { now: () => epochMilliseconds(1_735_689_600_000) },
    randomBytes: (count) => new Uint8Array(count).fill(7),
    stdinIsTerminal: stdin === null,
    stdin: (async function* () {
      yield Buffer.from(stdin ?? '');
    })(),
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    out: (text) => {
      printed.out += text;
    },
    pour: async (bytes) => {
      printed.out += Buffer.from(bytes).toString('latin1');
    },
    err: (text) => {
      printed.err += text;
    },
    flush: async () => undefined,
    paint: (_style, text) => text,
    interruption: () => new AbortController().signal,
    isUnread: () => false,
    outputFailure: () => null,
    ask: async () => null,
    keychain: () => Promise.reject(new ProblemError('keychain/unavailable')),
    isKeychainHanging: () => false,
    hangUp: () => undefined,
    printed,
  };
}
