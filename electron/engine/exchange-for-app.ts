import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { heldKeysWith } from '../keys/held-keys.ts';
import { checkSignature } from '../tokens/check-signature.ts';
import { exchangeForToken } from '../tokens/exchange-for-token.ts';
import { readAssertion } from '../tokens/read-assertion.ts';
import type { EngineContext } from './context.ts';
import { explainFailure } from './explain-failure.ts';

/**
 * Exchanges an assertion that was signed before at the token endpoint of `app`, in the app's own region. The token's
 * session name and device are those of the assertion, so that renewing it gives the same. A held key is named as the one
 * that signed only when its public half says so.
 *
 * @throws ProblemError `exchange/not-a-jwt`, `app/region-invalid`, and as `exchangeForToken` does
 */
export async function exchangeForApp(
  context: EngineContext,
  app: OAuthApp,
  request: Pick<MintOptions, 'durationSeconds' | 'scope'> & { readonly jwt: string },
  signal: AbortSignal,
): Promise<AccessToken> {
  const { jwt, durationSeconds, scope } = request;
  const given = readAssertion(jwt);
  const { kid, sessionName, device } = given;
  const hosts = await context.practice.hostsOf(app);
  const check = await checkSignature(jwt, heldKeysWith(kid, context.profile.get().keys));
  const subject = check.state === 'valid' ? (check.key?.label ?? '') : '';
  const services = {
    ...context,
    record: context.activity.add,
    explain: (thrown: unknown) => explainFailure(thrown, app, hosts.api, context),
  };
  const options = { durationSeconds, sessionName, device, scope };
  return exchangeForToken(
    services,
    { app, hosts, options, subject, signal, autoRenew: app.autoRenew },
    async () => ({ ...given, clockCorrectedMs: null }),
  );
}
