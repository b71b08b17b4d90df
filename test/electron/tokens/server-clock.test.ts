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
