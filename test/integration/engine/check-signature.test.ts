import { createHmac, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyVault } from '../../../electron/keys/key-vault.ts';
import { createMemoryVault } from '../../../electron/keys/memory-vault.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { base64url } from '../../fixtures/jwt/encode-token.ts';
import { cookbookEcJwk, cookbookRs256Token, cookbookRsaJwk } from '../../fixtures/jwt/rfc-signatures.ts';
import { hs256Secret, hs256Token, rs256Token } from '../../fixtures/jwt/rfc-tokens.ts';
import { tracesOfPrivateKey } from './private-key-traces.ts';
import { createMachine, type RunningApp, type TestMachine } from './run-engine.ts';

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const throwawayPem = readFileSync(
  new URL('../../fixtures/keys/throwaway-rsa-2048-pkcs8.pem', import.meta.url),
  'utf8',
);

let isKeychainGone: boolean;
let machine: TestMachine;
let app: RunningApp;

/** A keychain that is there at first. */
function fleeting(vault: KeyVault): KeyVault {
  const whileThere = <Value>(work: () => Promise<Value>) =>
    isKeychainGone ? Promise.reject(new ProblemError('keychain/unavailable')) : work();
  return {
    put: (...args) => whileThere(() => vault.put(...args)),
    get: (...args) => whileThere(() => vault.get(...args)),
    delete: (...args) => whileThere(() => vault.delete(...args)),
    list: () => whileThere(() => vault.list()),
    status: async () => (isKeychainGone ? 'unavailable' : 'ready'),
  };
}

beforeEach(async () => {
  isKeychainGone = false;
  machine = await createMachine({ vault: fleeting(createMemoryVault()) });
  app = await machine.start();
});

afterEach(async () => {
  await app.quit();
  await machine.remove();
});

function tokenOf(header: object, key: KeyObject = own.privateKey): string {
  const input = `${base64url(JSON.stringify(header))}.${base64url('{"iss":"1123456789012"}')}`;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

async function saveKey(text: string, kid: string | null, label: string) {
  const result = await app.call('import.read', { kind: 'text', text });
  if (result.kind !== 'key') throw new Error('expected a key');
  await app.call('keys.save', { draftId: result.draft.draftId, label, kid, hold: 'keychain' });
}

const withHeld = (token: string) => app.call('jwt.check', { token, key: { kind: 'held' } });

describe('with the keys of the app', () => {
  it('finds the one with the kid, also when the keychain is gone', async () => {
    await saveKey(throwawayPem, 'kid-0', 'other');
    await saveKey(pem, 'kid-1', '店铺');
    await app.quit();
    isKeychainGone = true;
    app = await machine.start();
    expect(await withHeld(tokenOf({ alg: 'RS256', kid: 'kid-1' }))).toEqual({
      state: 'valid',
      reason: null,
      warnings: [],
      key: { kind: 'rsa', kid: 'kid-1', index: null, label: '店铺' },
      readAs: { form: 'held', count: 1 },
      fileName: null,
    });
    expect(await withHeld(tokenOf({ alg: 'RS256', kid: 'kid-0' }))).toMatchObject({
      state: 'invalid',
      reason: 'signature-mismatch',
      key: { label: 'other' },
    });
  });

  it('tries no key with another kid, or without one', async () => {
    await saveKey(pem, null, 'key');
    const none = { state: 'cannot-check', reason: 'no-key-matches', key: null, readAs: { count: 0 } };
    expect(await withHeld(tokenOf({ alg: 'RS256', kid: 'kid-1' }))).toMatchObject(none);
    expect(await withHeld(tokenOf({ alg: 'RS256' }))).toMatchObject(none);
    expect(await withHeld('')).toMatchObject({ state: 'cannot-check', reason: 'token-broken' });
  });

  it('says of a detached payload that it has to be supplied', async () => {
    await saveKey(pem, 'kid-1', 'key');
    const [header, , signature] = tokenOf({ alg: 'RS256', kid: 'kid-1' }).split('.');
    expect(await withHeld(`${header}..${signature}`)).toMatchObject({
      state: 'cannot-check',
      reason: 'payload-detached',
      key: { label: 'key' },
    });
  });

  it('tries each of several keys with the same kid', async () => {
    await saveKey(throwawayPem, 'kid-1', 'old');
    await saveKey(pem, 'kid-1', 'new');
    expect(await withHeld(tokenOf({ alg: 'RS256', kid: 'kid-1' }))).toMatchObject({
      state: 'valid',
      key: { label: 'new' },
      readAs: { count: 2 },
    });
  });

  it('never uses them as the secret of an HMAC', async () => {
    await saveKey(pem, 'kid-1', 'key');
    const input = `${base64url('{"alg":"HS256","kid":"kid-1"}')}.${base64url('{}')}`;
    const spki = own.publicKey.export({ type: 'spki', format: 'pem' });
    const forged = `${input}.${createHmac('sha256', spki).update(input).digest('base64url')}`;
    expect(await withHeld(forged)).toMatchObject({ state: 'cannot-check', reason: 'alg-key-mismatch' });
  });

  it('confirms the assertion that a token was minted with', async () => {
    const practice = await app.call('practice.setUp', { hold: 'this-run' });
    const { id: tokenId } = await app.call('tokens.mint', {
      appId: practice.id,
      options: defaultMintOptions,
    });
    const { jwt } = await app.call('tokens.assertion', { tokenId });
    expect(await withHeld(jwt)).toMatchObject({ state: 'valid', readAs: { form: 'held' } });
  });
});

describe('with what was given', () => {
  const check = (token: string, key: Parameters<typeof app.call<'jwt.check'>>[1]['key']) =>
    app.call('jwt.check', { token, key });

  it('a text: PEM, JWK, JWK Set, and nothing else', async () => {
    expect(await check(tokenOf({ alg: 'RS256', kid: 'k' }), { kind: 'text', text: pem })).toMatchObject({
      state: 'valid',
      readAs: { form: 'private-key', count: 1 },
    });
    const text = JSON.stringify({ keys: [cookbookEcJwk, cookbookRsaJwk] });
    expect(await check(cookbookRs256Token, { kind: 'text', text })).toEqual({
      state: 'valid',
      reason: null,
      warnings: [],
      key: { kind: 'rsa', kid: 'bilbo.baggins@hobbiton.example', index: 1, label: null },
      readAs: { form: 'jwk-set', count: 2 },
      fileName: null,
    });
    expect(await check(hs256Token, { kind: 'text', text: 'secret' })).toEqual({
      state: 'cannot-check',
      reason: 'key-unreadable',
      warnings: [],
      key: null,
      readAs: null,
      fileName: null,
    });
  });

  it('bytes of a dropped file', async () => {
    const base64 = own.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const key = { kind: 'bytes', base64, fileName: 'own.der' } as const;
    expect(await check(tokenOf({ alg: 'RS256' }), key)).toMatchObject({
      state: 'valid',
      readAs: { form: 'public-key' },
      fileName: 'own.der',
    });
  });

  it('a secret in each encoding', async () => {
    const hex = Buffer.from(hs256Secret, 'base64url').toString('hex');
    const secret = (text: string, encoding: 'text' | 'hex' | 'base64url') =>
      check(hs256Token, { kind: 'secret', text, encoding });
    expect(await secret(hs256Secret, 'base64url')).toMatchObject({ state: 'valid', warnings: [] });
    expect(await secret(hex, 'hex')).toMatchObject({ state: 'valid', readAs: { form: 'secret-hex' } });
    expect(await secret(hs256Secret, 'hex')).toMatchObject({ reason: 'secret-not-hex', readAs: null });
    expect(await secret('short', 'text')).toMatchObject({
      state: 'invalid',
      reason: 'signature-mismatch',
      warnings: ['secret-short'],
    });
  });

  it('the text of a public key as a secret only as text, with a warning', async () => {
    const spki = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const input = `${base64url('{"alg":"HS256"}')}.${base64url('{}')}`;
    const forged = `${input}.${createHmac('sha256', spki).update(input).digest('base64url')}`;
    expect(await check(forged, { kind: 'secret', text: spki, encoding: 'text' })).toMatchObject({
      state: 'valid',
      warnings: ['key-text-as-secret'],
    });
    const hex = Buffer.from(spki).toString('hex');
    expect(await check(forged, { kind: 'secret', text: hex, encoding: 'hex' })).toMatchObject({
      state: 'cannot-check',
      reason: 'key-text-as-secret',
    });
    expect(await check(forged, { kind: 'text', text: spki })).toMatchObject({ reason: 'alg-key-mismatch' });
  });

  it('a file that is picked, and null when none was', async () => {
    expect(await app.call('jwt.pickKey', { token: rs256Token })).toBeNull();
    machine.picked.file = { name: 'own.pem', bytes: Buffer.from(pem) };
    expect(await app.call('jwt.pickKey', { token: tokenOf({ alg: 'RS256' }) })).toMatchObject({
      state: 'valid',
      readAs: { form: 'private-key', count: 1 },
      fileName: 'own.pem',
    });
    expect(machine.picked.file.bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('a token over the limit is told, one far over it is refused', async () => {
    const key = { kind: 'text', text: pem } as const;
    expect(await check(`${rs256Token}${'A'.repeat(1024 * 1024)}`, key)).toMatchObject({
      reason: 'token-too-large',
    });
    const token = 'A'.repeat(2 * 1024 * 1024);
    expect((await app.problem('jwt.check', { token, key })).code).toBe('input/invalid');
  });

  it('nothing of it is kept or told', async () => {
    const token = tokenOf({ alg: 'RS256' });
    await check(token, { kind: 'text', text: pem });
    await check(hs256Token, { kind: 'secret', text: 'a-secret-of-mine', encoding: 'text' });
    const { activity } = await app.call('app.snapshot', null);
    expect(activity).toEqual([]);
    await app.quit();
    const outward = [...machine.crossed, ...Object.values(await machine.files())].join('\n');
    for (const trace of tracesOfPrivateKey(createPrivateKey(pem))) expect(outward).not.toContain(trace);
    for (const given of ['a-secret-of-mine', token, hs256Token]) expect(outward).not.toContain(given);
  });
});
