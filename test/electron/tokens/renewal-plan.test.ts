import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  planRenewal,
  renewalMargin,
  renewalPatience,
  renewalPause,
} from '../../../electron/tokens/renewal-plan.ts';

describe('renewalMargin', () => {
  it.each([
    [1, 0.5],
    [8, 4],
    [10, 5],
    [30, 5],
    [60, 6],
    [900, 90],
    [3600, 300],
    [86_399, 300],
  ])('of a token that lives %d s is %d s', (lifetime, margin) => {
    expect(renewalMargin(lifetime * 1000)).toBe(margin * 1000);
  });

  it('grows with the lifetime and leaves half of it at least', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 86_399_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (life, more) => {
          expect(renewalMargin(life)).toBeLessThanOrEqual(life / 2);
          expect(renewalMargin(life + more)).toBeGreaterThanOrEqual(renewalMargin(life));
        },
      ),
    );
  });
});

describe('planRenewal', () => {
  const facts = { leftMs: 800_000, lifetimeMs: 900_000, wanted: true, failure: null };
  const failure = { retryInMs: 0, lasts: false, sinceFirstMs: 5_000 };

  it('waits until the margin begins', () => {
    expect(planRenewal(facts)).toStrictEqual({ kind: 'wait', inMs: 710_000 });
    expect(planRenewal({ ...facts, wanted: false })).toStrictEqual({ kind: 'wait', inMs: 710_000 });
  });

  it('renews then, if anybody wants the token', () => {
    expect(planRenewal({ ...facts, leftMs: 90_000 })).toStrictEqual({ kind: 'renew' });
    expect(planRenewal({ ...facts, leftMs: 90_000, wanted: false })).toStrictEqual({ kind: 'unused' });
    expect(planRenewal({ ...facts, leftMs: -3_600_000 })).toStrictEqual({ kind: 'renew' });
  });

  it('pauses after a failure, tries again, and stops when it will not heal', () => {
    const due = { ...facts, leftMs: 60_000 };
    expect(planRenewal({ ...due, failure: { ...failure, retryInMs: 700 } })).toStrictEqual({
      kind: 'retry',
      inMs: 700,
    });
    expect(planRenewal({ ...due, failure })).toStrictEqual({ kind: 'renew' });
    expect(planRenewal({ ...due, failure: { ...failure, lasts: true } })).toStrictEqual({ kind: 'stop' });
  });

  it('goes on until the expiry, and for two minutes at least', () => {
    const long = { ...failure, sinceFirstMs: 120_000 };
    expect(planRenewal({ ...facts, leftMs: 1, failure: long })).toStrictEqual({ kind: 'renew' });
    expect(planRenewal({ ...facts, leftMs: 0, failure: long })).toStrictEqual({ kind: 'stop' });
    expect(planRenewal({ ...facts, leftMs: 0, failure })).toStrictEqual({ kind: 'renew' });
    expect(planRenewal({ ...facts, leftMs: -3_600_000, failure })).toStrictEqual({ kind: 'renew' });
  });
});

describe('renewalPatience', () => {
  it.each([
    [90_000, 45_000],
    [12_000, 6_000],
    [12_000.5, 6_000],
    [4_000, 5_000],
    [1, 5_000],
    [0, null],
    [-60_000, null],
  ])('with %f ms left is %s ms', (leftMs, patience) => {
    expect(renewalPatience(leftMs)).toBe(patience);
  });
});

describe('renewalPause', () => {
  it('doubles its bound up to a minute, and is chosen by chance below it', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((attempts) => renewalPause(attempts, 0.9999));
    expect(longest).toStrictEqual([1999, 3999, 7999, 15_998, 31_996, 59_994, 59_994, 59_994, 59_994]);
    expect(renewalPause(4, 0.5)).toBe(8000);
    expect(renewalPause(1, 0)).toBe(1000);
    expect(renewalPause(5, 0)).toBe(1000);
  });
});
