import { describe, expect, it } from 'vitest';
import { createTokenWorld } from './token-world.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

describe('a day of a token that somebody uses', () => {
  it('is renewed in time each time, and never twice at once', async () => {
    const world = createTokenWorld();
    world.add(900);
    for (let n = 0; n < 24 * 60; n += 1) {
      const [newest] = world.live();
      world.use(newest?.view.id ?? '');
      await world.pass(minute);
    }
    expect(world.faults).toStrictEqual([]);
    expect(world.live()).toHaveLength(1);
    expect(world.renewed.length).toBeGreaterThan(100);
    expect(Math.min(...world.renewed.map(({ leftAtEnd }) => leftAtEnd ?? 0))).toBeGreaterThan(80 * second);
    expect(world.told).toStrictEqual([]);
  });

  it('goes on over sleeps and a clock that is set forward, back, and forward again', async () => {
    const world = createTokenWorld();
    world.add(3600);
    for (const [jump, nap] of [
      [5 * hour, 0],
      [-9 * hour, 10 * minute],
      [40 * second, 3 * hour],
      [-30 * minute, 0],
      [0, 8 * hour],
    ] as const) {
      world.use(world.live()[0]?.view.id ?? '');
      world.setClock(jump);
      await world.pass(2 * second);
      if (nap > 0) await world.sleep(nap);
      await world.pass(10 * minute);
      const [live, ...others] = world.live();
      expect(others).toStrictEqual([]);
      const id = live?.view.id ?? '';
      expect(Math.abs(world.shownLeft(id) - world.leftOf(id))).toBeLessThan(2 * second);
    }
    expect(world.faults).toStrictEqual([]);
  });
});

describe('a countdown', () => {
  it.each([
    ['forward', 3 * hour],
    ['back', -3 * hour],
  ])('is right on the next look after the clock was set %s', async (_word, jump) => {
    const world = createTokenWorld({ offsetMs: 20 * minute });
    const { id, mintedAt } = world.add(900, false);
    await world.pass(100 * second);
    const before = world.shownLeft(id);
    world.setClock(jump);
    world.serverClock.look();
    expect(world.shownLeft(id)).toBe(before);
    expect(world.view(id).mintedAt - mintedAt).toBe(jump);
    expect(world.serverClock.clocks()[0]?.offsetMs).toBe(20 * minute + 500 - jump);
    await world.pass(30 * second);
    expect(world.shownLeft(id)).toBe(before - 30 * second);
  });

  it('goes on while the machine sleeps, and a time zone changes nothing', async () => {
    const world = createTokenWorld();
    const { id } = world.add(3600, false);
    await world.pass(10 * second);
    const before = world.shownLeft(id);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    await world.sleep(20 * minute);
    expect(world.shownLeft(id)).toBe(before - 20 * minute);
    process.env['TZ'] = zone;
    expect(world.view(id).clockOffsetMs).toBe(0);
  });

  it('is told within a second of the clock being set while nobody asks', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900, false);
    world.setClock(hour);
    await world.pass(second + 50);
    expect(world.view(id).clockOffsetMs).toBe(-hour);
  });

  it('follows the server when its answers tell another time', async () => {
    const world = createTokenWorld({ offsetMs: hour });
    const { id } = world.add(900, false);
    expect(world.view(id).clockOffsetMs).toBe(hour + 500);
    world.setClock(hour);
    world.hear();
    expect(world.view(id).clockOffsetMs).toBe(500);
  });
});

describe('a token that nobody uses', () => {
  it('is not renewed, and says so', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    await world.pass(5 * second);
    expect(world.view(id).renewal).toMatchObject({ state: 'waiting', problem: null });
    await world.pass(850 * second);
    expect(world.view(id).renewal).toStrictEqual({ state: 'idle-unused', nextAt: null, problem: null });
    await world.pass(hour);
    expect(world.renewed).toStrictEqual([]);
    expect(world.live()).toStrictEqual([]);
  });

  it('is renewed at once when somebody uses it late, but not after its end', async () => {
    const world = createTokenWorld();
    const late = world.add(900, true, 'late').id;
    const tooLate = world.add(900, true, 'too late').id;
    await world.pass(890 * second);
    world.use(late);
    await world.pass(second);
    expect(world.renewed.map(({ tokenId }) => tokenId)).toStrictEqual([late]);
    await world.pass(20 * second);
    world.use(tooLate);
    await world.pass(minute);
    expect(world.renewed).toHaveLength(1);
    expect(world.view(tooLate).renewal?.state).toBe('idle-unused');
  });

  it('is renewed once for each time that a person asks for it', async () => {
    const world = createTokenWorld();
    const { id } = world.add(600, false);
    await world.pass(10 * second);
    world.askFor(id);
    await world.pass(hour);
    expect(world.renewed.map(({ tokenId }) => tokenId)).toStrictEqual([id]);
  });

  it('pays with one use for one renewal', async () => {
    const world = createTokenWorld();
    world.use(world.add(600).id);
    await world.pass(3 * hour);
    expect(world.renewed).toHaveLength(1);
  });
});

describe('a sleep across the expiry', () => {
  it('ends with a renewal at once when the token was used', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    world.use(id);
    await world.pass(minute);
    await world.sleep(2 * hour);
    await world.pass(second);
    expect(world.renewed.map(({ tokenId }) => tokenId)).toStrictEqual([id]);
    expect(world.live()).toHaveLength(1);
  });

  it('ends with a word about it when nobody used it', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    await world.pass(minute);
    await world.sleep(2 * hour);
    await world.pass(second);
    expect(world.renewed).toStrictEqual([]);
    expect(world.view(id).renewal?.state).toBe('idle-unused');
  });

  it('is tried for two minutes while the network comes back', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    world.use(id);
    world.setNetwork('down');
    await world.sleep(2 * hour);
    await world.pass(20 * second);
    expect(world.view(id).renewal).toMatchObject({
      state: 'backing-off',
      problem: { code: 'http/unreachable' },
    });
    world.setNetwork('fine');
    await world.pass(30 * second);
    expect(world.live()).toHaveLength(1);
  });

  it('is given up when the network does not come back', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    world.use(id);
    world.setNetwork('down');
    await world.sleep(2 * hour);
    await world.pass(10 * minute);
    expect(world.view(id).renewal).toMatchObject({ state: 'stopped', nextAt: null });
    const tries = world.renewed.length;
    await world.pass(hour);
    expect(world.renewed).toHaveLength(tries);
  });
});

describe('a sleep in the middle of a renewal that fails', () => {
  it.each(['woke', 'timer'] as const)(
    'is made up for afterwards, whatever comes first (%s)',
    async (first) => {
      const world = createTokenWorld();
      const { id } = world.add(900);
      world.use(id);
      world.setNetwork('down');
      await world.pass(830 * second);
      world.setNetwork('fine');
      await world.sleep(hour, first);
      await world.pass(2 * second);
      expect(world.live().map(({ view }) => view.replaces)).toStrictEqual([id]);
    },
  );

  it.each(['woke', 'timer'] as const)('while an answer is awaited, ends well too (%s)', async (first) => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    world.use(id);
    world.setNetwork('down');
    world.setLatency(5 * second);
    await world.pass(812 * second);
    expect(world.view(id).renewal?.state).toBe('running');
    await world.sleep(hour, first);
    await world.pass(6 * second);
    world.setNetwork('fine');
    await world.pass(30 * second);
    expect(world.live().map(({ view }) => view.replaces)).toStrictEqual([id]);
  });

  it('does not bring back what will not heal', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    world.use(id);
    world.setNetwork('refuses');
    await world.pass(830 * second);
    world.setNetwork('fine');
    await world.sleep(hour);
    await world.pass(minute);
    expect(world.renewed).toHaveLength(1);
    expect(world.view(id).renewal?.state).toBe('stopped');
  });
});

describe('a renewal that fails', () => {
  it('is tried again at growing distances until it succeeds', async () => {
    const world = createTokenWorld();
    world.setRandomness(0.999);
    const { id } = world.add(3600);
    world.use(id);
    world.setNetwork('down');
    await world.pass(3600 * second - 260 * second);
    expect(world.view(id).renewal).toMatchObject({ state: 'backing-off' });
    const times = world.renewed.map(({ at }) => at);
    const distances = times.slice(1).map((at, n) => Math.round((at - (times[n] ?? 0)) / second));
    expect(distances.slice(0, 4)).toStrictEqual([2, 4, 8, 16]);
    world.setNetwork('fine');
    await world.pass(minute + 5 * second);
    expect(world.live().map(({ view }) => view.replaces)).toStrictEqual([id]);
  });

  it('goes on past the expiry when its one answer came only then', async () => {
    const world = createTokenWorld();
    const { id } = world.add(120);
    world.use(id);
    world.setNetwork('down');
    world.setLatency(30 * second);
    await world.pass(110 * second);
    world.setLatency(200);
    await world.pass(29 * second);
    world.setNetwork('fine');
    await world.pass(5 * second);
    expect(world.live().map(({ view }) => view.replaces)).toStrictEqual([id]);
  });

  it('stops when the token has expired, two minutes after the first failure, and says why', async () => {
    const world = createTokenWorld();
    const { id } = world.add(600);
    world.use(id);
    world.setNetwork('down');
    await world.pass(601 * second);
    expect(world.view(id).renewal?.state).not.toBe('stopped');
    await world.pass(2 * minute);
    const tries = world.renewed.length;
    expect(world.view(id).renewal).toMatchObject({
      state: 'stopped',
      nextAt: null,
      problem: { code: 'http/unreachable' },
    });
    world.setNetwork('fine');
    await world.pass(hour);
    expect(world.renewed).toHaveLength(tries);
  });

  it('stops at once when it will not heal, until a person asks again', async () => {
    const world = createTokenWorld();
    const { id } = world.add(600);
    world.use(id);
    world.setNetwork('refuses');
    await world.pass(560 * second);
    expect(world.renewed).toHaveLength(1);
    expect(world.view(id).renewal).toMatchObject({
      state: 'stopped',
      problem: { params: { kind: 'kid-not-registered' } },
    });
    world.setNetwork('fine');
    world.askFor(id);
    await world.pass(second);
    expect(world.view(id).replacedBy).not.toBeNull();
  });
});

describe('a token that is forgotten', () => {
  it('is not renewed any more, also in the middle of it', async () => {
    const world = createTokenWorld();
    world.setLatency(5 * second);
    const { id } = world.add(900);
    world.use(id);
    await world.pass(811 * second);
    expect(world.view(id).renewal?.state).toBe('running');
    world.tokens.forget(id);
    await world.pass(hour);
    expect(world.tokens.views()).toStrictEqual([]);
    expect(world.faults).toStrictEqual([]);
  });

  it('takes the one that a person has just asked for in its place along', async () => {
    const world = createTokenWorld();
    world.setLatency(5 * second);
    const { id } = world.add(900, false);
    const renewal = world.renew(id, new AbortController().signal);
    await world.pass(second);
    world.tokens.forget(id);
    const outcome = expect(renewal).rejects.toMatchObject({ problem: { code: 'token/not-found' } });
    await world.pass(5 * second);
    await outcome;
    expect(world.tokens.views()).toStrictEqual([]);
  });

  it('takes nothing from another one that shares the mint', async () => {
    const world = createTokenWorld();
    world.setLatency(5 * second);
    const [gone, stays] = [world.add(900, false).id, world.add(900, false).id];
    const renewals = [gone, stays].map((id) => world.renew(id, new AbortController().signal));
    const outcome = Promise.allSettled(renewals);
    await world.pass(second);
    world.tokens.forget(gone);
    await world.pass(5 * second);
    expect((await outcome).map(({ status }) => status)).toStrictEqual(['rejected', 'fulfilled']);
    expect(world.live().map(({ view }) => view.replaces)).toStrictEqual([stays]);
  });

  it('leaves no timer behind', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    await world.pass(10 * second);
    expect(world.pendingTimers()).toBe(1);
    world.tokens.forget(id);
    await world.pass(second);
    expect(world.pendingTimers()).toBe(0);
  });
});

describe('a token that was renewed', () => {
  it('stays until it expires, with the name of its successor', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    world.use(id);
    await world.pass(820 * second);
    const [next] = world.live();
    expect(next?.view).toMatchObject({ replaces: id, autoRenew: true, uses: 0, lastUsedAt: null });
    expect(world.view(id)).toMatchObject({ replacedBy: next?.view.id, renewal: null });
    await world.pass(90 * second);
    expect(world.tokens.find(id)).toBeNull();
  });
});

describe('a token whose renewal by itself is switched while it is renewed', () => {
  it.each([true, false])('hands on what was said last (from %s)', async (before) => {
    const world = createTokenWorld();
    world.setLatency(2 * second);
    const { id } = world.add(900, before);
    const renewal = world.renew(id, new AbortController().signal);
    await world.pass(second);
    world.tokens.setAutoRenew(id, !before);
    await world.pass(2 * second);
    expect(world.view((await renewal).id).autoRenew).toBe(!before);
  });
});

describe('two tokens for the same app and options', () => {
  it('share one mint when their time comes together', async () => {
    const world = createTokenWorld();
    const ids = [world.add(900).id, world.add(900).id];
    for (const id of ids) world.use(id);
    await world.pass(820 * second);
    expect(world.faults).toStrictEqual([]);
    expect(world.live()).toHaveLength(1);
    const successor = world.live()[0]?.view.id;
    expect(ids.map((id) => world.view(id).replacedBy)).toStrictEqual([successor, successor]);
  });
});
