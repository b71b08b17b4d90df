import type { Handlers } from '../../shared/bridge.ts';
import { type AppFields, defaultMintOptions, type OAuthApp } from '../../shared/coze/app.ts';
import { maxKeysPerApp } from '../../shared/coze/max-keys-per-app.ts';
import { regionFromBaseUrl } from '../../shared/coze/region.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { EngineContext } from './context.ts';
import { insertedAt } from './inserted-at.ts';

type AppCalls = Pick<
  Handlers,
  | 'apps.save'
  | 'apps.setDefaults'
  | 'apps.setAutoRenew'
  | 'apps.saveScopes'
  | 'apps.delete'
  | 'apps.reorder'
  | 'apps.choose'
>;

/** The OAuth apps as the user registered them. */
export function appHandlers(context: Pick<EngineContext, 'profile' | 'undo' | 'newId'>): AppCalls {
  const { profile, undo, newId } = context;

  function checked(fields: AppFields): AppFields {
    const keyIds = [...new Set(fields.keyIds)];
    if (keyIds.length > maxKeysPerApp) {
      throw new ProblemError('app/too-many-keys', { params: { limit: maxKeysPerApp } });
    }
    for (const keyId of keyIds) profile.key(keyId);
    if (fields.keyInUse !== null && !keyIds.includes(fields.keyInUse)) {
      throw new ProblemError('input/invalid', { params: { path: 'fields.keyInUse' } });
    }
    const region = fields.region.kind === 'custom' ? regionFromBaseUrl(fields.region.baseUrl) : fields.region;
    return { ...fields, region, keyIds };
  }

  function replaced(apps: readonly OAuthApp[], app: OAuthApp): OAuthApp[] {
    return apps.map((candidate) => (candidate.id === app.id ? app : candidate));
  }

  /** A new app that could not be written; it stays for this run, so that saving it again must not make a second one. */
  let unwritten: OAuthApp | null = null;

  function unwrittenAs({ name, clientId }: AppFields): OAuthApp | null {
    if (unwritten === null || unwritten.name !== name || unwritten.clientId !== clientId) return null;
    const { id } = unwritten;
    return profile.get().apps.find((app) => app.id === id) ?? null;
  }

  return {
    'apps.save': async ({ id, fields }) => {
      const before = id === null ? unwrittenAs(fields) : profile.app(id);
      const saved: OAuthApp = {
        ...checked(fields),
        id: before?.id ?? newId(),
        defaults: before?.defaults ?? defaultMintOptions,
        autoRenew: before?.autoRenew ?? false,
        scopes: before?.scopes ?? [],
      };
      if (id === null) unwritten = saved;
      await profile.update((now) =>
        before === null
          ? { ...now, apps: [...now.apps, saved], currentAppId: saved.id }
          : { ...now, apps: replaced(now.apps, saved) },
      );
      if (unwritten === saved) unwritten = null;
      return saved;
    },
    'apps.setDefaults': async ({ appId, defaults }) => {
      const app = { ...profile.app(appId), defaults };
      await profile.update((now) => ({ ...now, apps: replaced(now.apps, app) }));
      return null;
    },
    'apps.setAutoRenew': async ({ appId, autoRenew }) => {
      const app = { ...profile.app(appId), autoRenew };
      await profile.update((now) => ({ ...now, apps: replaced(now.apps, app) }));
      return null;
    },
    'apps.saveScopes': async ({ appId, scopes }) => {
      const app = { ...profile.app(appId), scopes };
      await profile.update((now) => ({ ...now, apps: replaced(now.apps, app) }));
      return null;
    },
    'apps.delete': async ({ appId }) => {
      const app = profile.app(appId);
      const { apps, currentAppId } = profile.get();
      const index = apps.indexOf(app);
      const next = apps[index + 1] ?? apps[index - 1] ?? null;
      const saved = profile.update((now) => ({
        ...now,
        apps: now.apps.filter(({ id }) => id !== appId),
        currentAppId: now.currentAppId === appId ? (next?.id ?? null) : now.currentAppId,
      }));
      const offer = undo.offer(async () => {
        await profile.update((now) => {
          const keyIds = app.keyIds.filter((keyId) => now.keys.some(({ id }) => id === keyId));
          const keyInUse = app.keyInUse !== null && keyIds.includes(app.keyInUse) ? app.keyInUse : null;
          return {
            ...now,
            apps: insertedAt(
              now.apps.filter(({ id }) => id !== appId),
              index,
              { ...app, keyIds, keyInUse },
            ),
            currentAppId: currentAppId === appId ? appId : now.currentAppId,
          };
        });
      });
      await undo.restoreUnlessSaved(offer.undoId, saved);
      return offer;
    },
    'apps.reorder': async ({ appIds }) => {
      await profile.update((now) => {
        const wanted = [...new Set(appIds)].flatMap((id) => now.apps.filter((app) => app.id === id));
        return { ...now, apps: [...wanted, ...now.apps.filter((app) => !wanted.includes(app))] };
      });
      return null;
    },
    'apps.choose': async ({ appId }) => {
      profile.app(appId);
      await profile.update((now) => ({ ...now, currentAppId: appId }));
      return null;
    },
  };
}
