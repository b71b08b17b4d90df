import { describe, expect, it } from 'vitest';
import { searchTokens, sortTokens, tokensAt } from '../../../renderer/mint/arrange-tokens.ts';
import { placeTokens } from '../../../renderer/mint/token-places.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { mintedAt, sampleSession, sampleToken } from './token-samples.ts';

const ids = (tokens: readonly AccessToken[]) => tokens.map(({ id }) => id);
const at = (seconds: number) => epochMilliseconds(mintedAt + seconds * 1000);
const endsAfter = (seconds: number) => ({ expiresAt: mintedAt / 1000 + seconds });
const sorted = (tokens: readonly AccessToken[], order: Parameters<typeof sortTokens>[1]) =>
  ids(sortTokens(tokens, order, placeTokens(new Map(), tokens)));

describe('sortTokens', () => {
  const tokens = [
    sampleSession('u-10', { appName: 'Beta', ...endsAfter(100) }),
    sampleSession('u-9', { appName: 'alpha', ...endsAfter(50) }),
    sampleSession('u-2', { appName: 'Beta', expiresAt: null }),
  ];

  it('puts the newest first', () => {
    expect(sorted(tokens.toReversed(), 'newest')).toEqual(['u-2', 'u-9', 'u-10']);
  });

  it('puts what expires soonest first, and what nobody knows the end of last', () => {
    expect(sorted(tokens, 'ending')).toEqual(['u-9', 'u-10', 'u-2']);
  });

  it('judges the end on each server’s own clock', () => {
    const ahead = sampleSession('ahead', { ...endsAfter(100), clockOffsetMs: 80_000 });
    expect(sorted([...tokens, ahead], 'ending')[0]).toBe('ahead');
  });

  it('sorts names as people count, whatever their case', () => {
    expect(sorted(tokens, 'session')).toEqual(['u-2', 'u-9', 'u-10']);
    expect(sorted(tokens, 'app')).toEqual(['u-9', 'u-2', 'u-10']);
  });
});

describe('placeTokens', () => {
  const old = sampleToken({ id: 'old', replacedBy: 'new' });
  const other = sampleToken({ id: 'other' });
  const renewed = sampleToken({ id: 'new', replaces: 'old' });

  it('puts a renewed token where the old one was, and the old one below it', () => {
    const before = placeTokens(new Map(), [other, sampleToken({ id: 'old' })]);
    const after = placeTokens(before, [renewed, other, old]);
    expect(ids(sortTokens([renewed, other, old], 'newest', after))).toEqual(['other', 'new', 'old']);
  });

  it('does so as well when it is told only afterwards what the new one renews', () => {
    const first = [sampleToken({ id: 'new' }), other, sampleToken({ id: 'old' })];
    const places = placeTokens(placeTokens(new Map(), first), [renewed, other, old]);
    expect(ids(sortTokens([renewed, other, old], 'newest', places))).toEqual(['other', 'new', 'old']);
  });

  it('keeps the place when the old one is gone', () => {
    const before = placeTokens(new Map(), [renewed, other, old]);
    const after = placeTokens(before, [sampleToken({ id: 'newest' }), renewed, other]);
    const tokens = [sampleToken({ id: 'newest' }), renewed, other];
    expect(ids(sortTokens(tokens, 'newest', after))).toEqual(['newest', 'other', 'new']);
  });
});

describe('searchTokens', () => {
  const scope = { account_permission: { permission_list: ['Connector.botChat'] } };
  const tokens = [
    sampleSession('u-1001', { appName: '渠道演示', mask: 'czs_RQ…dy', logId: '20260301ABC' }),
    sampleSession('u-1002', { options: { ...defaultMintOptions, sessionName: 'u-1002', scope } }),
  ];

  it.each([
    ['渠道', ['u-1001']],
    ['U-1002', ['u-1002']],
    ['czs_rq', ['u-1001']],
    ['botchat', ['u-1002']],
    ['20260301abc', ['u-1001']],
    ['u-10 渠道', ['u-1001']],
    ['u-10 nobody', []],
    ['  ', ['u-1001', 'u-1002']],
  ])('finds by %s', (query, found) => {
    expect(ids(searchTokens(tokens, query))).toEqual(found);
  });
});

describe('tokensAt', () => {
  const tokens = [
    sampleToken({ id: 'over', ...endsAfter(5) }),
    sampleToken({ id: 'just over', ...endsAfter(9) }),
    sampleToken({ id: 'ends soon', ...endsAfter(12) }),
    sampleToken({ id: 'lives', ...endsAfter(900) }),
    sampleToken({ id: 'unknown', expiresAt: null }),
  ];

  it.each([
    ['all', ['over', 'just over', 'ends soon', 'lives', 'unknown']],
    ['living', ['ends soon', 'lives', 'unknown']],
    ['soon', ['ends soon']],
    ['expired', ['over', 'just over']],
  ] as const)('shows %s', (state, shown) => {
    expect(ids(tokensAt(tokens, state, 'newest', at(10)))).toEqual(shown);
  });

  it('lets what has expired sink below the rest, the last one first', () => {
    expect(ids(tokensAt(tokens, 'all', 'ending', at(10)))).toEqual([
      'ends soon',
      'lives',
      'unknown',
      'just over',
      'over',
    ]);
  });
});
