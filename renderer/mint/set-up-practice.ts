import type { OAuthApp } from '../../shared/coze/app.ts';
import { call } from '../app/bridge-client.ts';

/**
 * Sets up practice Coze (app, key, server) and mints a first token from it.
 *
 * @throws CallError when the key cannot be held or the mint fails
 */
export async function setUpPractice(hold: 'keychain' | 'this-run'): Promise<OAuthApp> {
  const app = await call('practice.setUp', { hold });
  await call('tokens.mint', { appId: app.id, options: app.defaults });
  return app;
}
