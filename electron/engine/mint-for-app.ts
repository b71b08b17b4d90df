import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import { clockCorrection } from '../../shared/coze/clock-correction.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { ProblemError } from '../../shared/problem.ts';
import { mintOnServerClock } from '../tokens/clock-correction.ts';
import { mintToken } from '../tokens/mint.ts';
import type { Demand } from '../tokens/mint-flights.ts';
import type { EngineContext } from './context.ts';
import { explainFailure } from './explain-failure.ts';
import { learnKidFormula } from './learn-kid-formula.ts';

function keyInUse(context: EngineContext, app: OAuthApp): SigningKey & { readonly kid: string } {
  if (app.keyInUse === null) throw new ProblemError('app/no-key', { remedies: ['add-key', 'edit-app'] });
  const key = context.profile.key(app.keyInUse);
  if (key.kid === null || key.kid === '') throw new ProblemError('app/no-key', { remedies: ['edit-app'] });
  return { ...key, kid: key.kid };
}

/** What is added to the local clock when an assertion for `api` is signed; null when nothing is. */
function correctionFor({ profile, serverClock }: EngineContext, api: string): number | null {
  return profile.get().settings.useServerClock ? clockCorrection(serverClock.offsetOf(api)) : null;
}

export interface MintWishes {
  /** Whether the token renews by itself; what the app says when absent. */
  readonly autoRenew?: boolean;
  readonly demand?: Demand;
}

/**
 * Mints a token for `app` with the key that it uses, on the server's clock where that is known and wanted.
 *
 * @throws ProblemError `app/no-key`, `key/not-found`, `keychain/…`, `app/region-invalid`, and as `mintToken` does
 */
export async function mintForApp(
  context: EngineContext,
  app: OAuthApp,
  options: MintOptions,
  signal: AbortSignal,
  { autoRenew = app.autoRenew, demand = () => [] }: MintWishes = {},
): Promise<AccessToken> {
  const key = keyInUse(context, app);
  const hosts = await context.practice.hostsOf(app);
  const services = {
    ...context,
    record: context.activity.add,
    explain: (thrown: unknown) => explainFailure(thrown, app, hosts.api, context),
  };
  const signer = () => context.signers.get(key.id, 'RS256');
  const mint = { app, hosts, options, key, signer, signal, autoRenew, demand };
  const token = await mintOnServerClock(
    () => correctionFor(context, hosts.api),
    (clockCorrectedMs) => mintToken(services, { ...mint, clockCorrectedMs }),
  );
  await learnKidFormula(context, app, key);
  return token;
}
