import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import type { Profile } from '../../shared/profile.ts';

function uniqueById<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

function mendKey(key: SigningKey): SigningKey {
  return key.held === 'this-run' ? { ...key, held: 'gone' } : key;
}

function mendApp(app: OAuthApp, keyIds: ReadonlySet<string>): OAuthApp {
  const known = [...new Set(app.keyIds)].filter((keyId) => keyIds.has(keyId));
  const inUse = app.keyInUse !== null && known.includes(app.keyInUse) ? app.keyInUse : null;
  return { ...app, keyIds: known, keyInUse: inUse };
}

/**
 * The profile as a new run finds it: keys that an earlier run held in memory are gone (their entries and the apps'
 * links stay), and references to what does not exist, as an edited file may have them, are dropped.
 */
export function mendProfile(profile: Profile): Profile {
  const keys = uniqueById(profile.keys).map(mendKey);
  const keyIds = new Set(keys.map((key) => key.id));
  const apps = uniqueById(profile.apps).map((app) => mendApp(app, keyIds));
  const current = apps.find((app) => app.id === profile.currentAppId) ?? apps[0];
  return { ...profile, keys, apps, currentAppId: current?.id ?? null };
}
