import { describe, expect, it } from 'vitest';
import { countSessions, runSessions, type SessionMint } from '../../../renderer/mint/session-run.ts';
import { ProblemError, toProblem } from '../../../shared/problem.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `u-${index + 1}`);

/** A mint that goes on when it is told to. */
function heldMint() {
  const waiting: { name: string; settle: (failure?: Error) => void }[] = [];
  let most = 0;
  const mint = (name: string, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const entry = {
        name,
        settle: (failure?: Error) => {
          waiting.splice(waiting.indexOf(entry), 1);
          if (failure) reject(failure);
          else resolve();
        },
      };
      waiting.push(entry);
      most = Math.max(most, waiting.length);
      signal.addEventListener('abort', () => entry.settle(new DOMException('', 'AbortError')));
    });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { mint, waiting, turn, most: () => most };
}

describe('runSessions', () => {
  it('mints once for each name, four at a time and in their order', async () => {
    const { mint, waiting, turn, most } = heldMint();
    const started: string[] = [];
    let seen: readonly SessionMint[] = [];
    const run = runSessions({
      names: names(10),
      mint: (name, signal) => {
        started.push(name);
        return mint(name, signal);
      },
      problemOf: toProblem,
      signal: new AbortController().signal,
      onChange: (mints) => {
        seen = mints;
      },
    });
    expect(countSessions(seen)).toMatchObject({ waiting: 6, running: 4, minted: 0, failed: 0, cancelled: 0 });
    for (let settled = 0; settled < 10; settled += 1) {
      waiting[0]?.settle();
      await turn();
    }
    expect(countSessions(await run)).toMatchObject({ minted: 10 });
    expect(started).toEqual(names(10));
    expect(most()).toBe(4);
  });

  it('goes on after a failure and says which name it befell', async () => {
    const mints = await runSessions({
      names: names(5),
      mint: async (name) => {
        if (name === 'u-2') throw new ProblemError('http/timeout', { params: { host: 'h', phase: 'p' } });
      },
      problemOf: toProblem,
      signal: new AbortController().signal,
      onChange: () => {},
    });
    expect(mints.map(({ state }) => state)).toEqual(['minted', 'failed', 'minted', 'minted', 'minted']);
    expect(mints[1]?.problem?.code).toBe('http/timeout');
  });

  it('calls the rest off when the first four have all failed', async () => {
    const mints = await runSessions({
      names: names(100),
      mint: async () => {
        throw new ProblemError('app/no-key');
      },
      problemOf: toProblem,
      signal: new AbortController().signal,
      onChange: () => {},
    });
    expect(countSessions(mints)).toMatchObject({ failed: 4, 'called-off': 96, cancelled: 0 });
  });

  it('begins nothing more once it is cancelled, and ends what is on its way', async () => {
    const { mint, waiting, turn } = heldMint();
    const controller = new AbortController();
    const run = runSessions({
      names: names(8),
      mint,
      problemOf: toProblem,
      signal: controller.signal,
      onChange: () => {},
    });
    waiting[0]?.settle();
    await turn();
    controller.abort();
    const mints = await run;
    expect(countSessions(mints)).toMatchObject({
      waiting: 0,
      running: 0,
      minted: 1,
      failed: 0,
      cancelled: 7,
    });
    expect(waiting).toEqual([]);
  });
});
