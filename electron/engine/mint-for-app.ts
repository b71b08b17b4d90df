import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { ProblemError } from '../../shared/problem.ts';
import { mintToken } from '../tokens/mint.ts';
import type { EngineContext } from './context.ts';

function keyInUse(context: EngineContext, app: OAuthApp): SigningKey & { readonly kid: string } {
  if (app.keyInUse === null) throw new ProblemError('app/no-key', { remedies: ['add-key', 'edit-app'] });
  const key = context.profile.key(app.keyInUse);
  if (key.kid === null || key.kid === '') throw new ProblemError('app/no-key', { remedies: ['edit-app'] });
  return { ...key, kid: key.kid };
}

/**
 * Mints a token for `app` with the key that it uses.
 *
 * @throws ProblemError `app/no-key`, `key/not-found`, `keychain/…`, `app/region-invalid`, and as `mintToken` does
 */
export async function mintForApp(
  context: EngineContext,
  app: OAuthApp,
  options: MintOptions,
  signal: AbortSignal,
): Promise<AccessToken> {
  const key = keyInUse(context, app);
  const hosts = await context.practice.hostsOf(app);
  const services = { ...context, record: context.activity.add };
  const signer = () => context.signers.get(key.id, 'RS256');
  return mintToken(services, { app, hosts, options, key, signer, signal });
}
