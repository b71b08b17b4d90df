import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProfileFile } from '../../../electron/storage/profile-file.ts';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import type { SigningKey } from '../../../shared/coze/key.ts';
import { toProblem } from '../../../shared/problem.ts';
import { defaultSettings, emptyProfile, type Profile } from '../../../shared/profile.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const clock = { now: () => epochMilliseconds(Date.parse('2025-06-15T12:00:00.123Z')) };
const dark: Profile = { ...emptyProfile, settings: { ...defaultSettings, theme: 'dark' } };
const light: Profile = { ...emptyProfile, settings: { ...defaultSettings, theme: 'light' } };
const app: OAuthApp = {
  id: 'app-1',
  name: '店铺',
  region: { kind: 'cn' },
  clientId: '1123456789012',
  variant: { kind: 'channel' },
  keyIds: [],
  keyInUse: null,
  defaults: defaultMintOptions,
  autoRenew: false,
  scopes: [],
};
const key: SigningKey = {
  id: 'key-1',
  label: 'key',
  kid: null,
  origin: 'imported',
  createdAt: 1_750_000_000,
  held: 'keychain',
  bits: 2048,
  publicKeyPem: '',
  fingerprints: { spki: '', jwkThumbprint: '', pkcs1: '' },
};
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-profile-'));
});

afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

const at = (name: string) => path.join(folder, name);
const reopen = () => openProfileFile(folder, clock);

async function saved(...profiles: readonly Profile[]): Promise<void> {
  const file = await reopen();
  for (const profile of profiles) await file.save(profile);
}

describe('openProfileFile', () => {
  it('starts empty where nothing is, and makes the folder only to write', async () => {
    const file = await openProfileFile(at('new'), clock);
    expect(file).toMatchObject({ profile: emptyProfile, setAsideAs: null });
    expect(await readdir(folder)).toStrictEqual([]);
    await file.save(dark);
    expect((await openProfileFile(at('new'), clock)).profile).toStrictEqual(dark);
  });

  it('reads settings of an earlier release, and fills in what came later', async () => {
    const { language, theme, clipboardSeconds, notifyBeforeSeconds, ...later } = dark.settings;
    expect(later).toEqual({
      keepPins: false,
      useServerClock: true,
      keepTokens: false,
      tokenOrigins: [],
      network: {
        proxy: { kind: 'system', url: '', user: '' },
        caFile: null,
        timeoutSeconds: 180,
        followRedirects: true,
      },
      history: { entries: 2000, megabytes: 256 },
    });
    expect(notifyBeforeSeconds).toEqual([120, 30]);
    const { variableSets, ...profile } = dark;
    expect(variableSets).toEqual([]);
    const settings = { language, theme, clipboardSeconds };
    await writeFile(at('profile.json'), JSON.stringify({ ...profile, settings }));
    expect(await reopen()).toMatchObject({ profile: dark, setAsideAs: null });
  });

  it('reads apps of an earlier release, which have no scopes of their own and renew nothing', async () => {
    const { scopes, autoRenew, ...earlier } = app;
    expect({ scopes, autoRenew }).toEqual({ scopes: [], autoRenew: false });
    await writeFile(at('profile.json'), JSON.stringify({ ...dark, apps: [earlier] }));
    expect(await reopen()).toMatchObject({ profile: { ...dark, apps: [app] }, setAsideAs: null });
  });

  it('keeps the scopes of an app to the digit', async () => {
    const scope = '{ "x" : 7342866812345678901.50 }';
    const withScope: Profile = { ...dark, apps: [{ ...app, scopes: [{ id: 's', name: '一号', scope }] }] };
    await saved(withScope);
    expect((await reopen()).profile).toStrictEqual(withScope);
  });

  it('reads a settled setting as it was left', async () => {
    const keeping: Profile = { ...dark, settings: { ...dark.settings, keepPins: true } };
    await saved(keeping);
    expect((await reopen()).profile).toStrictEqual(keeping);
  });

  it('writes a file that only its owner can read, and leaves no other behind', async () => {
    await saved(dark, light);
    expect((await readdir(folder)).sort()).toStrictEqual(['profile.json', 'profile.json.bak']);
    for (const name of await readdir(folder)) expect((await stat(at(name))).mode & 0o777).toBe(0o600);
  });

  it('keeps the last good copy beside it', async () => {
    await saved(dark, light);
    expect(JSON.parse(await readFile(at('profile.json.bak'), 'utf8'))).toStrictEqual(dark);
  });

  it.skipIf(process.platform === 'win32')('sets a pipe aside, which nobody will ever write to', async () => {
    execFileSync('mkfifo', [at('profile.json')]);
    expect(await reopen()).toMatchObject({
      profile: emptyProfile,
      setAsideAs: expect.stringContaining('unreadable'),
    });
  });

  it.each([
    ['half of a file', '{"version":1,"settings":{"lang'],
    ['nothing', ''],
    ['another shape', '{"version":1}'],
    ['a newer version', JSON.stringify({ ...emptyProfile, version: 2 })],
    ['an app that no call can name', JSON.stringify({ ...emptyProfile, apps: [{ ...app, id: '' }] })],
    [
      'a key made when no calendar reaches',
      JSON.stringify({ ...emptyProfile, keys: [{ ...key, createdAt: 9e15 }] }),
    ],
    [
      'a scope that nests without end',
      JSON.stringify({ ...emptyProfile, apps: [app] }).replace(
        '"scope":null',
        `"scope":{"a":${'['.repeat(99_999)}${']'.repeat(99_999)}}`,
      ),
    ],
    ['zeroes, as after a power failure', '\0'.repeat(100)],
  ])('sets %s aside, keeps its bytes, and goes on with the copy', async (_what, damaged) => {
    await saved(dark, light);
    await writeFile(at('profile.json'), damaged);
    const file = await reopen();
    expect(file.setAsideAs).toBe('profile.unreadable-2025-06-15T12-00-00-123Z.json');
    expect(file.profile).toStrictEqual(dark);
    await file.save(light);
    expect(await readFile(at('profile.unreadable-2025-06-15T12-00-00-123Z.json'), 'utf8')).toBe(damaged);
    expect(await reopen()).toMatchObject({ profile: light, setAsideAs: null });
  });

  it('sets both aside when the copy is damaged too', async () => {
    await writeFile(at('profile.json'), 'one');
    await writeFile(at('profile.json.bak'), 'two');
    const file = await reopen();
    expect(file.profile).toStrictEqual(emptyProfile);
    await file.save(dark);
    await file.save(light);
    const contents = await Promise.all((await readdir(folder)).map((name) => readFile(at(name), 'utf8')));
    expect(contents).toContain('one');
    expect(contents).toContain('two');
  });

  it('never gives two damaged files the same name', async () => {
    await writeFile(at('profile.json'), 'first');
    await reopen();
    await writeFile(at('profile.json'), 'second');
    expect((await reopen()).setAsideAs).toBe('profile.unreadable-2025-06-15T12-00-00-123Z-2.json');
    expect(await readFile(at('profile.unreadable-2025-06-15T12-00-00-123Z.json'), 'utf8')).toBe('first');
  });

  it('sets a folder in the place of the file aside', async () => {
    await mkdir(at('profile.json'));
    const file = await reopen();
    expect(file.setAsideAs).toBe('profile.unreadable-2025-06-15T12-00-00-123Z.json');
    await file.save(dark);
    expect((await reopen()).profile).toStrictEqual(dark);
  });

  it('reads the copy when the file is gone', async () => {
    await saved(dark, light);
    await rm(at('profile.json'));
    expect(await reopen()).toMatchObject({ profile: dark, setAsideAs: null });
  });
});

describe('save', () => {
  it('writes many changes that come at once as one, the last', async () => {
    const file = await reopen();
    await Promise.all([file.save(dark), file.save(emptyProfile), file.save(dark), file.save(light)]);
    expect((await reopen()).profile).toStrictEqual(light);
    expect(await readdir(folder)).toStrictEqual(['profile.json']);
  });

  it('resolves settled when the last change is on disk', async () => {
    const file = await reopen();
    void file.save(dark);
    void file.save(light);
    await file.settled();
    expect((await reopen()).profile).toStrictEqual(light);
  });

  it('tells that the folder cannot be written, and works again when it can', async () => {
    await writeFile(at('not-a-folder'), '');
    const file = await openProfileFile(at('not-a-folder/inner'), clock);
    const thrown: unknown = await file.save(dark).catch((error: unknown) => error);
    expect(toProblem(thrown)).toMatchObject({
      code: 'storage/unwritable',
      params: { folder: at('not-a-folder/inner'), reason: 'ENOTDIR' },
      remedies: ['retry'],
    });
    await rm(at('not-a-folder'));
    await file.save(dark);
    expect((await openProfileFile(at('not-a-folder/inner'), clock)).profile).toStrictEqual(dark);
  });
});
