import type { AppFields, OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { call } from '../app/bridge-client.ts';
import type { AppForm } from './app-form.ts';

/**
 * Stores the app and the `kid` of each of its keys that was changed. A new app becomes the current one.
 *
 * @throws CallError
 */
export async function saveApp(
  app: OAuthApp | null,
  form: AppForm,
  fields: AppFields,
  keys: readonly SigningKey[],
): Promise<OAuthApp> {
  for (const keyId of fields.keyIds) {
    const kid = form.kids[keyId]?.trim() || null;
    const stored = keys.find((key) => key.id === keyId);
    if (stored && stored.kid !== kid) await call('keys.change', { keyId, kid });
  }
  const saved = await call('apps.save', { id: app?.id ?? null, fields });
  if (!app) await call('apps.choose', { appId: saved.id });
  return saved;
}
