import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const aWholeSecond = 1_800_000_000_000;

/** A window and its document, as far as the second hand listens to them. */
function fakeWindow() {
  const onDocument = new EventTarget();
  const onWindow = new EventTarget();
  let hidden = false;
  const marks = new Set<string>();
  const document = Object.assign(onDocument, {
    documentElement: {
      toggleAttribute: (name: string, on: boolean) => void (on ? marks.add(name) : marks.delete(name)),
    },
  });
  Object.defineProperty(document, 'hidden', { get: () => hidden });
  vi.stubGlobal('document', document);
  vi.stubGlobal('window', onWindow);
  return {
    setHidden: (now: boolean) => {
      hidden = now;
      onDocument.dispatchEvent(new Event('visibilitychange'));
    },
    focus: () => onWindow.dispatchEvent(new Event('focus')),
    hasJumped: () => marks.has('data-time-jumped'),
  };
}

let page: ReturnType<typeof fakeWindow>;
let subscribeToSeconds: (listener: () => void) => () => void;
let currentSecond: () => number;
let catchUp: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.setSystemTime(aWholeSecond + 400);
  page = fakeWindow();
  vi.resetModules();
  ({ subscribeToSeconds, currentSecond, catchUp } = await import('../../../renderer/app/use-now.ts'));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The seconds at which a listener was called. */
function listen() {
  const seconds: number[] = [];
  const end = subscribeToSeconds(() => seconds.push((currentSecond() - aWholeSecond) / 1000));
  return { seconds, end };
}

describe('the seconds', () => {
  it('come when a second begins, whenever the listening began', () => {
    const { seconds } = listen();
    vi.advanceTimersByTime(604);
    expect(seconds).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(seconds).toEqual([1]);
    vi.advanceTimersByTime(2000);
    expect(seconds).toEqual([1, 2, 3]);
  });

  it('need one timer, however many listen, and none when nobody does', () => {
    const all = Array.from({ length: 500 }, listen);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(1);
    expect(new Set(all.map(({ seconds }) => seconds.length))).toEqual(new Set([1]));
    for (const { end } of all) end();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stand still while the window is hidden, and are right at once when it is shown', () => {
    const { seconds } = listen();
    page.setHidden(true);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(3_600_000);
    expect(seconds).toEqual([]);
    page.setHidden(false);
    expect(seconds).toEqual([3600]);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('are right as soon as the window is used after a sleep that no timer has noticed', () => {
    const { seconds } = listen();
    vi.setSystemTime(aWholeSecond + 7_200_000);
    page.focus();
    expect(seconds).toEqual([7200]);
  });

  it.each([
    ['is used', () => page.focus()],
    ['is shown', () => page.setHidden(false)],
    ['hears of anything', () => catchUp()],
  ])('jump, and do not crawl, when the window %s after a sleep', (_what, happens) => {
    const { seconds } = listen();
    vi.advanceTimersByTime(605);
    expect(page.hasJumped()).toBe(false);
    vi.setSystemTime(aWholeSecond + 7_200_000);
    happens();
    expect([seconds.at(-1), page.hasJumped()]).toStrictEqual([7200, true]);
    vi.advanceTimersByTime(1005);
    expect([seconds.at(-1), page.hasJumped()]).toStrictEqual([7201, false]);
  });

  it('jump when the clock was set back, too', () => {
    const { seconds } = listen();
    vi.setSystemTime(aWholeSecond - 3_600_000);
    page.focus();
    expect([seconds, page.hasJumped()]).toStrictEqual([[-3600], true]);
  });

  it('come no more often for all that is heard', () => {
    const { seconds } = listen();
    for (let heard = 0; heard < 100; heard += 1) catchUp();
    expect(seconds).toStrictEqual([]);
  });

  it('are never older than the drawing that asks for them', () => {
    listen();
    vi.setSystemTime(aWholeSecond + 90_999);
    expect(currentSecond()).toBe(aWholeSecond + 90_000);
  });
});
