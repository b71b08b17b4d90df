import { createPrivateKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryVault } from '../../../electron/keys/memory-vault.ts';
import type { RunRequest } from '../../../shared/console-run.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import type { ProblemCode } from '../../../shared/problem.ts';
import { tracesOfPrivateKey } from './private-key-traces.ts';
import { createMachine, type RunningApp, type TestMachine, userRequest } from './run-engine.ts';

const vault = createMemoryVault();
let machine: TestMachine;
let app: RunningApp;

beforeEach(async () => {
  machine = await createMachine({ vault });
  app = await machine.start();
});

afterEach(async () => {
  await app.quit();
  await machine.remove();
});

describe('everything that leaves the main process', () => {
  it('never holds a private key, and a token only where it was asked for', async () => {
    const practice = await app.call('practice.setUp', { hold: 'keychain' });
    const token = await app.call('tokens.mint', { appId: practice.id, options: defaultMintOptions });
    const { text } = await app.call('tokens.reveal', { tokenId: token.id });
    const revealed = machine.crossed.pop() ?? '';
    expect(revealed).toContain(text);

    const run = await app.send(userRequest({ kind: 'app', appId: practice.id }));
    const answer = await app.textOf(run);
    expect(answer).toContain('user_id');
    const [keyId = ''] = await vault.list();
    const { jwt } = await app.call('jwt.sign', {
      keyId,
      header: '{"alg":"PS384"}',
      payload: '{"jti":"r-1","secret_of_a_person":"s3cr3t-claim"}',
    });
    expect(machine.crossed.pop()).toContain(jwt);
    const claims = JSON.stringify({ iss: practice.clientId, jti: 'r-2', note: 's3cr3t-claim' });
    const assertion = await app.call('jwt.sign', { keyId, header: '{"alg":"RS256"}', payload: claims });
    expect(machine.crossed.pop()).toContain(assertion.jwt);
    const exchange = { appId: practice.id, durationSeconds: 900, scope: null };
    await app.problem('tokens.exchange', { ...exchange, jwt: assertion.jwt });
    await app.problem('jwt.sign', { keyId, header: '{"alg":"none"}', payload: claims });
    await app.call('pins.keep', { pins: [{ id: 'p', name: 'pinned', text: jwt, pinnedAt: 1 }] });
    const privateKey = createPrivateKey({
      key: Buffer.from(await vault.get(keyId)),
      format: 'der',
      type: 'pkcs8',
    });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const again = await app.call('import.read', { kind: 'text', text: pem });
    if (again.kind !== 'key') throw new Error('expected a key');
    const { draftId } = again.draft;
    await app.problem('keys.save', { draftId, label: 'x', kid: null, hold: 'keychain' });
    await app.reply('import.read', { kind: 'text', text: { pem } });
    await app.reply('import.read', { kind: 'text', text: pem.replace('MII', 'MIX') });
    app.practice.setFaults({ appDeactivated: true });
    await app.problem('tokens.renew', { tokenId: token.id });
    const { undoId } = await app.call('keys.delete', { keyId });
    await app.call('undo.run', { undoId });
    await app.call('app.snapshot', null);
    await app.quit();

    const files = Object.values(await machine.files());
    expect(files.length).toBeGreaterThan(0);
    const outward = [...machine.crossed, answer, ...files].join('\n');
    expect(outward).toContain(practice.id);
    for (const trace of tracesOfPrivateKey(privateKey)) expect(outward).not.toContain(trace);
    expect(outward).not.toContain(text);
    expect(outward).not.toContain('s3cr3t-claim');
    for (const made of [jwt, assertion.jwt]) {
      for (const part of made.split('.').slice(1)) expect(outward).not.toContain(part);
    }
  });
});

describe('copying a token', () => {
  it('happens in the main process, in each form, and is undone at the end', async () => {
    const practice = await app.call('practice.setUp', { hold: 'this-run' });
    const { id: tokenId } = await app.call('tokens.mint', {
      appId: practice.id,
      options: defaultMintOptions,
    });
    const { text } = await app.call('tokens.reveal', { tokenId });
    await app.call('tokens.copy', { tokenId, form: 'header' });
    expect(machine.clipboard.text).toBe(`Authorization: Bearer ${text}`);
    expect((await app.problem('tokens.textToCopy', { tokenId, form: 'token' })).code).toBe('input/invalid');
    await app.call('tokens.copy', { tokenId, form: 'curl' });
    expect(machine.clipboard.text).toBe(
      `curl ${app.practice.url()}/v1/users/me -H 'Authorization: Bearer ${text}'`,
    );
    await app.engine.close();
    expect(machine.clipboard.text).toBe('');
  });

  it('forgets a token for good', async () => {
    const practice = await app.call('practice.setUp', { hold: 'this-run' });
    const { id: tokenId } = await app.call('tokens.mint', {
      appId: practice.id,
      options: defaultMintOptions,
    });
    await app.call('tokens.forget', { tokenId });
    expect((await app.problem('tokens.reveal', { tokenId })).code).toBe('token/not-found');
  });
});

describe('a token', () => {
  it('goes to its own region only, also when the app moves to another', async () => {
    const practice = await app.call('practice.setUp', { hold: 'this-run' });
    await app.call('tokens.mint', { appId: practice.id, options: defaultMintOptions });
    const { id, defaults, ...fields } = practice;
    expect(defaults).toStrictEqual(defaultMintOptions);
    await app.call('apps.save', {
      id,
      fields: { ...fields, region: { kind: 'custom', baseUrl: 'http://127.0.0.1:9' } },
    });
    expect(await app.run(userRequest({ kind: 'app', appId: id }))).toMatchObject({
      stage: 'failed',
      problem: { code: 'http/unreachable', params: { host: '127.0.0.1:9' } },
    });
    expect((await app.call('app.snapshot', null)).activity[0]).toMatchObject({ kind: 'mint' });
  });

  it.each([
    [{ target: { kind: 'region', path: '//evil.example/' } }, 'http/url-refused'],
    [{ target: { kind: 'region', path: '/\\evil.example/' } }, 'http/url-refused'],
    [{ headers: [['authorization', 'Bearer mine']] }, 'input/two-credentials'],
  ] satisfies [Partial<RunRequest>, ProblemCode][])('is not even minted for %j', async (changes, code) => {
    const practice = await app.call('practice.setUp', { hold: 'this-run' });
    const request = userRequest({ kind: 'app', appId: practice.id }, changes);
    expect(await app.problem('console.start', { request })).toMatchObject({ code });
    expect((await app.call('app.snapshot', null)).tokens).toStrictEqual([]);
  });
});
