import { describe, expect, it, vi } from 'vitest';
import { createMintFlights, type Demand } from '../../../electron/tokens/mint-flights.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';

const key = { owner: 'app-1', options: 'u-1' };
const token = (id: string) => ({ id }) as AccessToken;
const never = new AbortController().signal;

function pendingMint() {
  let land = (_token: AccessToken) => undefined as undefined;
  let crash = (_thrown: Error) => undefined as undefined;
  const signals: AbortSignal[] = [];
  const mint = vi.fn((signal: AbortSignal, _demand: Demand) => {
    signals.push(signal);
    return new Promise<AccessToken>((resolve, reject) => {
      land = (value) => void resolve(value) as undefined;
      crash = (thrown) => void reject(thrown) as undefined;
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  });
  return {
    mint,
    signals,
    land: (value: AccessToken) => land(value),
    crash: (thrown: Error) => crash(thrown),
  };
}

describe('the mints on their way', () => {
  it('are shared by who wants the same token', async () => {
    const flights = createMintFlights();
    const { mint, land } = pendingMint();
    const both = Promise.all([flights.share(key, mint, never), flights.share(key, mint, never)]);
    land(token('t1'));
    expect(await both).toStrictEqual([token('t1'), token('t1')]);
    expect(mint).toHaveBeenCalledTimes(1);
  });

  it('are not shared with other options, nor by who asks for one of his own', async () => {
    const flights = createMintFlights();
    const mint = vi.fn(async () => token('t'));
    await Promise.all([
      flights.share(key, mint, never),
      flights.share({ ...key, options: 'u-2' }, mint, never),
      flights.start(key, mint, never),
    ]);
    expect(mint).toHaveBeenCalledTimes(3);
  });

  it('end for one who leaves, and go on for who stays', async () => {
    const flights = createMintFlights();
    const { mint, signals, land } = pendingMint();
    const leaver = new AbortController();
    const left = flights.share(key, mint, leaver.signal);
    const stayed = flights.share(key, mint, never);
    leaver.abort();
    await expect(left).rejects.toThrow('aborted');
    expect(signals[0]?.aborted).toBe(false);
    land(token('t1'));
    expect(await stayed).toStrictEqual(token('t1'));
  });

  it('are given up when the last one leaves, and are not joined afterwards', async () => {
    const flights = createMintFlights();
    const first = pendingMint();
    const leaver = new AbortController();
    const left = flights.share(key, first.mint, leaver.signal);
    leaver.abort();
    await expect(left).rejects.toThrow('aborted');
    expect(first.signals[0]?.aborted).toBe(true);
    expect(await flights.share(key, async () => token('t2'), never)).toStrictEqual(token('t2'));
  });

  it('fail for everybody, and the next one starts anew', async () => {
    const flights = createMintFlights();
    const { mint, crash } = pendingMint();
    const both = Promise.allSettled([flights.share(key, mint, never), flights.share(key, mint, never)]);
    crash(new Error('refused'));
    expect((await both).map(({ status }) => status)).toStrictEqual(['rejected', 'rejected']);
    expect(await flights.share(key, async () => token('t2'), never)).toStrictEqual(token('t2'));
  });

  it('are joined by who wants the same token only, the newest first', async () => {
    const flights = createMintFlights();
    expect(flights.join(key, never)).toBeNull();
    const [older, newer] = [pendingMint(), pendingMint()];
    const started = [flights.start(key, older.mint, never), flights.start(key, newer.mint, never)];
    const joined = flights.join(key, never);
    expect(flights.join({ ...key, options: 'u-2' }, never)).toBeNull();
    expect(flights.join({ ...key, owner: 'app-2' }, never)).toBeNull();
    newer.land(token('new'));
    expect(await joined).toStrictEqual(token('new'));
    older.land(token('old'));
    await Promise.all(started);
    expect(flights.join(key, never)).toBeNull();
  });

  it.each([
    ['while one of two still wants it', [false, true], ['t-b']],
    ['while both want it', [true, true], ['t-a', 't-b']],
    ['when nobody wants it any more', [false, false], null],
  ])('are told what their token is to renew: %s', async (_when, wishes, demand) => {
    const flights = createMintFlights();
    const { mint, land } = pendingMint();
    const all = Promise.all(
      wishes.map((isHere, index) =>
        flights.share(key, mint, never, { id: index === 0 ? 't-a' : 't-b', isHere: () => isHere }),
      ),
    );
    expect(mint.mock.calls[0]?.[1]()).toStrictEqual(demand);
    land(token('t1'));
    await all;
  });

  it('are wanted by who asked for a token of his own, whatever becomes of a token to renew', async () => {
    const flights = createMintFlights();
    const { mint, land } = pendingMint();
    const all = [
      flights.start(key, mint, never),
      flights.share(key, mint, never, { id: 't-a', isHere: () => false }),
    ];
    expect(mint.mock.calls[0]?.[1]()).toStrictEqual([]);
    land(token('t1'));
    await Promise.all(all);
  });

  it('are wanted by nobody when the last one has left', async () => {
    const flights = createMintFlights();
    const { mint } = pendingMint();
    const leaver = new AbortController();
    const left = flights.share(key, mint, leaver.signal);
    expect(mint.mock.calls[0]?.[1]()).toStrictEqual([]);
    leaver.abort();
    await expect(left).rejects.toThrow('aborted');
    expect(mint.mock.calls[0]?.[1]()).toBeNull();
  });
});
