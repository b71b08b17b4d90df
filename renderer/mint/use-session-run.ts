import { useCallback, useEffect, useRef, useState } from 'react';
import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { runSessions, type SessionMint } from './session-run.ts';

export interface SessionRun {
  /** Every name of the run, with what has become of it; null before the first run. */
  readonly mints: readonly SessionMint[] | null;
  readonly isRunning: boolean;
  /** Mints for `names`; those of an earlier run that were minted stay in the count. */
  readonly start: (names: readonly string[]) => Promise<readonly SessionMint[]>;
  readonly stop: () => void;
}

/** Mints one token for each of several session names, with all else as `options` say; ends when nobody looks any more. */
export function useSessionRun(app: OAuthApp, options: MintOptions): SessionRun {
  const [mints, setMints] = useState<readonly SessionMint[] | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const controller = useRef<AbortController | null>(null);
  const stop = useCallback(() => controller.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const start = async (names: readonly string[]) => {
    const own = new AbortController();
    controller.current = own;
    const done = mints?.filter(({ state }) => state === 'minted') ?? [];
    setIsRunning(true);
    const result = await runSessions({
      names,
      mint: (sessionName, signal) =>
        call('tokens.mint', { appId: app.id, options: { ...options, sessionName } }, { signal }),
      problemOf,
      signal: own.signal,
      onChange: (now) => setMints([...done, ...now]),
    });
    setIsRunning(false);
    return [...done, ...result];
  };

  return { mints, isRunning, start, stop };
}
