import { describe, expect, it } from 'vitest';
import { keepUnchanged, tokenInUse } from '../../../renderer/app/app-store.ts';
import { formatLeft, isRenewing, lifeOf, localExpiry } from '../../../renderer/app/token-life.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const mintedAt = 1_800_000_000_000;

function token(part: Partial<AccessToken> = {}): AccessToken {
  return {
    id: 't1',
    source: 'minted',
    appId: 'a1',
    appName: 'Demo',
    region: { kind: 'cn' },
    mask: 'czs_…',
    options: defaultMintOptions,
    mintedAt,
    expiresAt: mintedAt / 1000 + 900,
    clockOffsetMs: 0,
    logId: null,
    uses: 0,
    lastUsedAt: null,
    autoRenew: false,
    renewal: null,
    replaces: null,
    replacedBy: null,
    ...part,
  };
}

const at = (seconds: number) => epochMilliseconds(mintedAt + seconds * 1000);

describe('lifeOf', () => {
  it('counts whole seconds down to the last', () => {
    expect(lifeOf(token(), at(0))).toEqual({ secondsLeft: 900, share: 1, liveness: 'living' });
    expect(lifeOf(token(), at(450))).toMatchObject({ secondsLeft: 450, share: 0.5 });
    expect(lifeOf(token(), at(899.5))).toMatchObject({ secondsLeft: 1, liveness: 'soon' });
    expect(lifeOf(token(), at(900))).toMatchObject({ secondsLeft: 0, liveness: 'expired' });
  });

  it('judges on the server’s clock', () => {
    const ahead = token({ clockOffsetMs: 600_000, expiresAt: mintedAt / 1000 + 600 + 900 });
    expect(lifeOf(ahead, at(0))).toMatchObject({ secondsLeft: 900, share: 1 });
    expect(lifeOf(ahead, at(900)).liveness).toBe('expired');
  });
});

describe('a token whose end nobody knows', () => {
  it('has no share that shrinks, and is no living token that ends some time', () => {
    const pasted = token({ expiresAt: null });
    expect(lifeOf(pasted, at(0))).toEqual({ secondsLeft: Infinity, share: 1, liveness: 'unknown' });
    expect(localExpiry(pasted)).toBeNull();
  });
});

describe('localExpiry', () => {
  it('is the time at which this computer’s clock shows the end', () => {
    expect(localExpiry(token({ clockOffsetMs: 5000 }))).toBe(mintedAt + 900_000 - 5000);
  });
});

describe('isRenewing', () => {
  it('is so while the exchange is on its way', () => {
    expect(isRenewing(token({ renewal: { state: 'running', nextAt: null, problem: null } }))).toBe(true);
    expect(isRenewing(token({ renewal: { state: 'waiting', nextAt: mintedAt, problem: null } }))).toBe(false);
    expect(isRenewing(token())).toBe(false);
  });
});

describe('formatLeft', () => {
  it.each([
    [0, 'en', '00:00'],
    [59, 'en', '00:59'],
    [3599, 'en', '59:59'],
    [3600, 'en', '1:00:00'],
    [86_399, 'en', '23:59:59'],
    [359_999, 'en', '99:59:59'],
    [360_000, 'en', '4 days'],
    [2_592_000, 'zh', '30 天'],
    [Number.POSITIVE_INFINITY, 'en', '–'],
  ] as const)('writes %d s in %s as %s', (seconds, language, text) => {
    expect(formatLeft(seconds, language)).toBe(text);
  });
});

describe('tokenInUse', () => {
  const old = token({ id: 'old', mintedAt: mintedAt - 10_000 });
  const newest = token({ id: 'newest', mintedAt: mintedAt + 1000, expiresAt: mintedAt / 1000 + 5 });
  const foreign = token({ id: 'foreign', appId: 'a2', mintedAt: mintedAt + 5000 });

  it('is the newest of the app that lives', () => {
    expect(tokenInUse([old, newest, foreign], 'a1', at(1))?.id).toBe('newest');
    expect(tokenInUse([old, newest, foreign], 'a1', at(10))?.id).toBe('old');
  });

  it('is the one that renewed another, whatever came after', () => {
    const renewed = token({ id: 'renewed', mintedAt: mintedAt + 2000, replacedBy: 'old' });
    expect(tokenInUse([old, renewed], 'a1', at(1))?.id).toBe('old');
    expect(tokenInUse([renewed], 'a1', at(1))?.id).toBe('renewed');
  });

  it('is the newest expired one when none lives, and none without tokens', () => {
    expect(tokenInUse([old, newest], 'a1', at(5000))?.id).toBe('newest');
    expect(tokenInUse([foreign], 'a1', at(0))).toBeNull();
  });
});

describe('keepUnchanged', () => {
  it('gives the very same token as long as nothing about it is new', () => {
    const before = [token({ id: 'a' }), token({ id: 'b' })];
    const now = [token({ id: 'c' }), token({ id: 'a' }), token({ id: 'b', uses: 1 })];
    const kept = keepUnchanged(before, now);
    expect(kept.map(({ id, uses }) => [id, uses])).toEqual([
      ['c', 0],
      ['a', 0],
      ['b', 1],
    ]);
    expect(kept[1]).toBe(before[0]);
    expect(kept[2]).not.toBe(before[1]);
  });
});
