import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { OAuthApp } from '../../../../shared/coze/app.ts';
import type { SigningKey } from '../../../../shared/coze/key.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { type FakeCall, fakeBridge } from '../../fake-bridge.ts';

type Build = typeof import('../../../../renderer/jwt/build/build-store.ts');
type Sign = typeof import('../../../../renderer/jwt/build/sign-store.ts');

const key: SigningKey = {
  id: 'k',
  label: 'prod',
  kid: 'kid-1',
  origin: 'imported',
  createdAt: 0,
  held: 'keychain',
  bits: 2048,
  publicKeyPem: '',
  fingerprints: { spki: '', jwkThumbprint: '', pkcs1: '' },
};

const appOf = (id: string, kind: 'cn' | 'com'): OAuthApp => ({
  id,
  name: id,
  region: { kind },
  clientId: `1000000${id}`,
  variant: { kind: 'channel' },
  keyIds: ['k'],
  keyInUse: 'k',
  autoRenew: false,
  scopes: [],
  defaults: { durationSeconds: 900, sessionName: '', device: { kind: 'none' }, scope: null },
});

let build: Build;
let sign: Sign;
let made: FakeCall[];
let refusal: ProblemError | null;

beforeEach(async () => {
  vi.resetModules();
  refusal = null;
  made = fakeBridge({
    'jwt.sign': ({ payload }: { payload: string }) => ({ jwt: `signed ${payload.length}` }),
    'tokens.exchange': () => {
      if (refusal) throw refusal;
      return { id: 'token' };
    },
  });
  build = await import('../../../../renderer/jwt/build/build-store.ts');
  sign = await import('../../../../renderer/jwt/build/sign-store.ts');
  const { useAppStore } = await import('../../../../renderer/app/app-store.ts');
  const { profile } = useAppStore.getState();
  const apps = [appOf('1', 'cn'), appOf('2', 'com')];
  useAppStore.setState({ profile: { ...profile, apps, keys: [key], currentAppId: '1' } });
  build.openBuild();
});

const asked = (name: string) => made.filter((call) => call.name === name).map(({ input }) => input);
const draft = () => build.useBuildStore.getState().histories?.coze.present;

describe('signing and exchanging', () => {
  test('sends an assertion to the app that it was signed for, whichever is chosen by then', async () => {
    await sign.signDraft();
    build.chooseApp(appOf('2', 'com'));
    await sign.exchangeSigned();
    expect(asked('tokens.exchange')).toMatchObject([{ appId: '1' }]);
    const { signed } = sign.useSignStore.getState().work.coze;
    const now = draft();
    expect(signed && now && sign.isOutdated(signed, now)).toBe(true);
  });

  test('tries once more what failed', async () => {
    await sign.signDraft();
    refusal = new ProblemError('http/unreachable');
    await sign.exchangeSigned();
    expect(sign.useSignStore.getState().work.coze.problem?.code).toBe('http/unreachable');
    refusal = null;
    await sign.retryWork('coze');
    expect(asked('jwt.sign')).toHaveLength(1);
    expect(asked('tokens.exchange')).toHaveLength(2);
    expect(sign.useSignStore.getState().work.coze.problem).toBeNull();
  });

  test.each([
    ['payload', '{"a":', 'needsJson'],
    ['payload', `{"a":"${'x'.repeat(1_048_576)}"}`, 'tooLong'],
    ['header', '{"alg":"HS256"}', 'needsAlg'],
  ] as const)('does not sign with a %s that cannot be signed', async (segment, text, why) => {
    build.typeText(segment, text);
    await sign.signDraft();
    expect(asked('jwt.sign')).toEqual([]);
    const now = draft();
    expect(now && sign.whyNotSignable(now, [key])).toBe(why);
  });

  test('does not sign with a key that is gone', () => {
    const now = draft();
    expect(now && sign.whyNotSignable(now, [{ ...key, held: 'gone' }])).toBe('needsKey');
  });

  test('keeps a draft that was signed when Build is opened again, and renews one that was not', async () => {
    const before = draft()?.payload;
    build.openBuild(() => false);
    expect(draft()?.payload).not.toBe(before);
    const fresh = draft()?.payload;
    build.openBuild(() => true);
    expect(draft()?.payload).toBe(fresh);
  });
});

describe('the draft', () => {
  test('becomes another app’s by its id, audience and key, and goes back in one step', () => {
    const before = draft();
    build.chooseApp(appOf('2', 'com'));
    expect(draft()?.payload).toContain('"aud": "api.coze.com"');
    expect(draft()?.appId).toBe('2');
    build.undoEdit();
    expect(draft()).toEqual(before);
  });

  test('taken over from a token is signed with the key that its kid names', () => {
    build.takeOver('coze', '{"alg":"RS256","kid":"kid-1"}', '{}', { appId: null, kid: 'kid-1' });
    expect(draft()).toMatchObject({ appId: null, keyId: 'k', payload: '{}' });
  });

  test('undo takes away first what a field holds and the JSON does not', () => {
    const before = draft();
    let discarded = 0;
    build.setRefusedText(() => {
      discarded += 1;
      build.setRefusedText(null);
    });
    build.changeMembers('iss', [{ segment: 'payload', path: ['iss'], value: '"5"' }]);
    build.undoEdit();
    expect([discarded, draft()?.payload === before?.payload]).toEqual([1, false]);
    build.undoEdit();
    expect(draft()).toEqual(before);
  });
});
