import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createOneTimeLinks } from '../../../electron/loopback/one-time-links.ts';

describe('one-time links', () => {
  it('are good once each', () => {
    const links = createOneTimeLinks(randomBytes);
    const [one, other] = [links.issue(), links.issue()];
    expect(one).toMatch(/^[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect([links.redeem(one), links.redeem(one), links.redeem(other)]).toEqual([true, false, true]);
  });

  it('are sixteen at most: the oldest that nobody used is dropped', () => {
    const links = createOneTimeLinks(randomBytes);
    const issued = Array.from({ length: 17 }, () => links.issue());
    expect(issued.map(links.redeem)).toEqual([false, ...Array.from({ length: 16 }, () => true)]);
  });
});
