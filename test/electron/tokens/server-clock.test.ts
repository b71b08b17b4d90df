import { describe, expect, it } from 'vitest';
import { createServerClock } from '../../../electron/tokens/server-clock.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const api = 'https://api.coze.cn';
const noon = Date.parse('2025-06-15T12:00:00.000Z');

function createClocks() {
  const at = { wall: noon, steady: 1_000_000 };
  const heard: unknown[] = [];
  const serverClock = createServerClock({
    clock: { now: () => epochMilliseconds(at.wall) },
    steady: { now: () => at.steady },
    onLearned: (origin, offsetMs) => heard.push([origin, offsetMs]),
    onSet: (jumpMs) => heard.push(jumpMs),
    onChange: () => undefined,
  });
  const pass = (milliseconds: number) => {
    at.wall += milliseconds;
    at.steady += milliseconds;
  };
  const hear = (aheadMs: number) =>
    serverClock.learn(
      api,
      { dateHeader: new Date(at.wall + aheadMs).toUTCString(), firstByteMs: 0 },
      epochMilliseconds(at.wall),
    );
  return { at, heard, serverClock, pass, hear };
}

describe('the clock of a server', () => {
  it('is unknown until an answer tells it', () => {
    const { serverClock, hear } = createClocks();
    expect(serverClock.offsetOf(api)).toBeNull();
    hear(60_000);
    expect(serverClock.offsetOf(api)).toBe(60_500);
    expect(serverClock.offsetOf('https://api.coze.com')).toBeNull();
    expect(serverClock.clocks()).toStrictEqual([{ api, offsetMs: 60_500, learnedAt: noon }]);
  });

  it('is not learned anew for what may be a measuring error', () => {
    const { serverClock, hear, heard, pass } = createClocks();
    hear(60_000);
    pass(5_000);
    hear(61_000);
    expect(heard).toStrictEqual([[api, 60_500]]);
    expect(serverClock.clocks()[0]?.learnedAt).toBe(noon + 5_000);
    hear(63_000);
    expect(heard).toHaveLength(2);
  });

  it('stays where it is for a server that is about two seconds ahead', () => {
    for (const ahead of [1_000, 1_700, 1_900, 2_000, 2_200, 2_800]) {
      const { serverClock, at, heard, pass } = createClocks();
      for (let n = 0; n < 200; n += 1) {
        const dateHeader = new Date(at.wall + ahead).toUTCString();
        serverClock.learn(api, { dateHeader, firstByteMs: 100 }, epochMilliseconds(at.wall - 100));
        pass(1_370);
      }
      expect(heard.length).toBeLessThanOrEqual(2);
    }
  });

  it('is not learned wrong when the local clock is set while an answer is on its way', () => {
    const { serverClock, at, pass } = createClocks();
    const sentAt = serverClock.remember();
    const dateHeader = new Date(at.wall).toUTCString();
    pass(1_100);
    at.wall += 3_600_000;
    serverClock.look();
    expect(sentAt()).toBe(noon + 3_600_000);
    serverClock.learn(api, { dateHeader, firstByteMs: 100 }, sentAt());
    expect(serverClock.offsetOf(api)).toBe(-3_599_550);
  });

  it('is not learned from a cache', () => {
    const { serverClock, at, hear } = createClocks();
    hear(60_000);
    const dateHeader = new Date(at.wall - 3_600_000).toUTCString();
    const answer = { dateHeader, firstByteMs: 0, headers: [['Age', '3600']] as const };
    serverClock.learn(api, answer, epochMilliseconds(at.wall));
    expect(serverClock.offsetOf(api)).toBe(60_500);
  });

  it('moves against the local clock when that is set, and not when time passes', () => {
    const { at, serverClock, hear, heard, pass } = createClocks();
    hear(60_000);
    pass(86_400_000);
    expect(serverClock.offsetOf(api)).toBe(60_500);
    at.wall += 7_200_000;
    expect(serverClock.offsetOf(api)).toBe(60_500 - 7_200_000);
    at.wall -= 7_200_000;
    expect(serverClock.offsetOf(api)).toBe(60_500);
    expect(heard.slice(1)).toStrictEqual([7_200_000, -7_200_000]);
  });

  it('overlooks a step that the clocks’ own grain can make, and a steady clock that is not', () => {
    const { at, serverClock, heard } = createClocks();
    at.wall += 1000;
    serverClock.look();
    at.steady -= 500_000;
    serverClock.look();
    expect(heard).toStrictEqual([]);
  });
});
