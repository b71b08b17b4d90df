import { describe, expect, it } from 'vitest';
import {
  choiceInForce,
  choiceOf,
  followed,
  nameOfToken,
  offeredTokens,
  senderOf,
} from '../../../renderer/console/token-choice.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import { sampleSession, sampleToken } from '../mint/token-samples.ts';

const apps = [{ id: 'a1' }, { id: 'a2' }];
const own = sampleToken({ id: 't1' });
const pasted = sampleToken({ id: 'p1', source: 'pasted', appId: null, appName: 'My PAT', expiresAt: null });
const ids = (tokens: readonly AccessToken[]) => tokens.map(({ id }) => id);

describe('the token that a request goes with', () => {
  it('is that of the current app, as long as nothing else was chosen', () => {
    expect(senderOf({ kind: 'app' }, 'a1')).toStrictEqual({
      source: { kind: 'app', appId: 'a1' },
      key: 'app a1',
    });
    expect(senderOf({ kind: 'none' }, 'a1')?.source).toStrictEqual({ kind: 'none', appId: 'a1' });
    expect(senderOf({ kind: 'app' }, null)).toBeNull();
    expect(senderOf({ kind: 'none' }, null)).toBeNull();
  });

  it('is a pasted one, whatever app is current, and even without any', () => {
    const choice = choiceOf(pasted, apps);
    expect(senderOf(choice, 'a2')?.source).toStrictEqual({ kind: 'token', tokenId: 'p1' });
    expect(senderOf(choice, null)?.source).toStrictEqual({ kind: 'token', tokenId: 'p1' });
  });

  it('is one of an app only while that app is current', () => {
    const choice = choiceOf(own, apps);
    expect(senderOf(choice, 'a1')?.source).toStrictEqual({ kind: 'token', tokenId: 't1' });
    expect(choiceInForce(choice, 'a2')).toStrictEqual({ kind: 'app' });
    expect(senderOf(choice, 'a2')?.source).toStrictEqual({ kind: 'app', appId: 'a2' });
  });

  it('stays when its app is gone', () => {
    expect(senderOf(choiceOf(own, []), 'a2')?.source).toStrictEqual({ kind: 'token', tokenId: 't1' });
  });

  it('becomes the one that renews it, and answers stay with it', () => {
    const choice = choiceOf(own, apps);
    const next = followed(choice, [sampleToken({ id: 't2', replaces: 't1' }), { ...own, replacedBy: 't2' }]);
    expect(senderOf(next, 'a1')).toStrictEqual({
      source: { kind: 'token', tokenId: 't2' },
      key: senderOf(choice, 'a1')?.key,
    });
    expect(followed(next, [sampleToken({ id: 't2', replaces: 't1' })])).toBe(next);
  });

  it('is not another one when it was forgotten', () => {
    const choice = choiceOf(own, apps);
    expect(followed(choice, [pasted])).toBe(choice);
  });
});

describe('the name of a token', () => {
  it.each([
    [sampleToken({ mask: 'czs_RQO…dy' }), 'czs_RQO…dy'],
    [sampleSession('u-1', { mask: 'czs_RQO…dy' }), 'u-1 RQO…dy'],
    [sampleSession('customer-4711-berlin', { mask: 'czs_RQO…dy' }), 'customer-47… RQO…dy'],
    [{ ...pasted, mask: 'pat_…' }, 'My PAT …'],
  ])('tells it from others, however short the room: %#', (token, name) => {
    expect(nameOfToken(token)).toBe(name);
  });
});

describe('the tokens to choose from', () => {
  const lives = ({ expiresAt }: AccessToken) => expiresAt !== 0;

  it('are the live ones of the app, not renewed yet, and the pasted ones', () => {
    const tokens = [
      own,
      pasted,
      sampleToken({ id: 'other', appId: 'a2' }),
      sampleToken({ id: 'gone', expiresAt: 0 }),
      sampleToken({ id: 'renewed', replacedBy: 't1' }),
    ];
    expect(ids(offeredTokens(tokens, 'a1', { kind: 'app' }, lives))).toStrictEqual(['t1', 'p1']);
    expect(ids(offeredTokens(tokens, null, { kind: 'app' }, lives))).toStrictEqual(['p1']);
  });

  it('include the chosen one when it has expired, and are never very many', () => {
    const gone = sampleToken({ id: 'gone', expiresAt: 0 });
    const many = Array.from({ length: 300 }, (_, index) => sampleToken({ id: `t${index}` }));
    const offered = offeredTokens([...many, gone], 'a1', choiceOf(gone, apps), lives);
    expect(offered).toHaveLength(31);
    expect(offered.at(-1)).toBe(gone);
  });
});
