import path from 'node:path';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Profile } from '../../shared/profile.ts';
import type { KeyVault } from '../keys/key-vault.ts';
import { createKeychainVault } from '../keys/keychain-vault.ts';
import { readProfile } from '../storage/read-profile.ts';
import { profileFolder } from './profile-folder.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface StoredApp {
  readonly app: OAuthApp;
  readonly kid: string;
  /** Asks the keychain; the caller wipes what it gets. */
  readonly readKey: () => Promise<Uint8Array>;
}

/**
 * The profile that the desktop app keeps, as it stands there; null when there is none.
 *
 * @throws UsageError when it cannot be read
 */
export async function loadProfileIfAny(terminal: Terminal): Promise<Profile | null> {
  const folder = profileFolder(terminal);
  let isDamaged = false;
  for (const name of ['profile.json', 'profile.json.bak']) {
    const onDisk = await readProfile(path.join(folder, name));
    if (onDisk.kind === 'good') return onDisk.profile;
    isDamaged ||= onDisk.kind === 'unreadable';
  }
  if (isDamaged) throw new UsageError('usage.profile-unreadable', { folder });
  return null;
}

async function loadProfile(terminal: Terminal): Promise<Profile> {
  const profile = await loadProfileIfAny(terminal);
  if (profile === null) throw new UsageError('usage.no-profile', { folder: profileFolder(terminal) });
  return profile;
}

/** @throws UsageError when there is not exactly one app with that name or id */
export function findApp({ apps }: Profile, name: string): OAuthApp {
  const matching = apps.filter((app) => app.name === name || app.id === name);
  const [app, second] = matching;
  if (app === undefined) {
    const known = apps.map((candidate) => `"${candidate.name}"`).join(', ');
    throw new UsageError('usage.app-unknown', { name, known: known === '' ? '-' : known });
  }
  if (second !== undefined) {
    throw new UsageError('usage.app-ambiguous', { name, ids: matching.map(({ id }) => id).join(', ') });
  }
  return app;
}

export interface AppInProfile {
  readonly app: OAuthApp;
  readonly profile: Profile;
  /** The key that the app uses; null when none is chosen. */
  readonly key: SigningKey | null;
  readonly vault: KeyVault;
}

/**
 * The app called `name` (or with that id) of the profile that the desktop app keeps, as it stands there; the profile is
 * only read, and the keychain is not asked.
 *
 * @throws UsageError when there is no profile, or not exactly one such app
 */
export async function findInProfile(name: string, terminal: Terminal): Promise<AppInProfile> {
  const profile = await loadProfile(terminal);
  const app = findApp(profile, name);
  const key = profile.keys.find(({ id }) => id === app.keyInUse) ?? null;
  return { app, profile, key, vault: createKeychainVault(await terminal.keychain()) };
}

/**
 * The same app, ready to sign.
 *
 * @throws UsageError when there is no profile, or not exactly one such app
 * @throws ProblemError `app/no-key`; `readKey` those of the keychain
 */
export async function findStoredApp(name: string, terminal: Terminal): Promise<StoredApp> {
  const { app, key, vault } = await findInProfile(name, terminal);
  const kid = key?.kid ?? null;
  if (key === null || kid === null) throw new ProblemError('app/no-key', { remedies: ['add-key'] });
  return { app, kid, readKey: () => vault.get(key.id) };
}
