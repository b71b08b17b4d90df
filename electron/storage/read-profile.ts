import { readFile, stat } from 'node:fs/promises';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { errorCode } from '../../shared/error-code.ts';
import { defaultHistory } from '../../shared/history-settings.ts';
import { defaultNetwork } from '../../shared/network-settings.ts';
import { type Profile, profileSchema, type Settings } from '../../shared/profile.ts';

export type ProfileOnDisk =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'good'; readonly profile: Profile; readonly text: string };

/** Bytes; hundreds of apps with their keys take one hundredth of it. */
const sizeLimit = 64 * 1024 * 1024;

/** Settings that files of earlier releases do not have. */
const laterSettings: Omit<Settings, 'language' | 'theme' | 'clipboardSeconds'> = {
  keepPins: false,
  notifyBeforeSeconds: [120, 30],
  useServerClock: true,
  keepTokens: false,
  tokenOrigins: [],
  network: defaultNetwork,
  history: defaultHistory,
};

/** What the apps of earlier files do not have. */
const laterAppMembers: Pick<OAuthApp, 'autoRenew' | 'scopes'> = { autoRenew: false, scopes: [] };

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withLaterMembers(profile: unknown): unknown {
  if (!isObject(profile) || !isObject(profile['settings'])) return profile;
  const { apps } = profile;
  return {
    variableSets: [],
    ...profile,
    settings: { ...laterSettings, ...profile['settings'] },
    apps: Array.isArray(apps)
      ? apps.map((app: unknown) => (isObject(app) ? { ...laterAppMembers, ...app } : app))
      : apps,
  };
}

/**
 * Reads a profile file; one of another version, or with a member of another shape, counts as unreadable, and so does
 * what is no ordinary file: reading a pipe or a device might never end.
 */
export async function readProfile(file: string): Promise<ProfileOnDisk> {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > sizeLimit) return { kind: 'unreadable' };
    const text = await readFile(file, 'utf8');
    return { kind: 'good', profile: profileSchema.parse(withLaterMembers(JSON.parse(text))), text };
  } catch (thrown) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(errorCode(thrown));
    return { kind: isMissing ? 'missing' : 'unreadable' };
  }
}
