import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { ProblemError } from '../../shared/problem.ts';
import { mintToken } from '../tokens/mint.ts';
import type { EngineContext } from './context.ts';
import { learnKidFormula } from './learn-kid-formula.ts';

function keyInUse(context: EngineContext, app: OAuthApp): SigningKey & { readonly kid: string } {
  if (app.keyInUse === null) throw new ProblemError('app/no-key', { remedies: ['add-key', 'edit-app'] });
  const key = context.profile.key(app.keyInUse);
  if (key.kid === null || key.kid === '') throw new ProblemError('app/no-key', { remedies: ['edit-app'] });
  return { ...key, kid: key.kid };
}

/** Seconds that the clocks must be apart for signing by the server's: less is within what Coze tolerates. */
const worthCorrectingMs = 5000;

/** What is added to the local clock when an assertion for `api` is signed; null when nothing is. */
function correctionFor({ profile, serverClock }: EngineContext, api: string): number | null {
  const offsetMs = serverClock.offsetOf(api);
  const isOff = offsetMs !== null && Math.abs(offsetMs) > worthCorrectingMs;
  return isOff && profile.get().settings.useServerClock ? offsetMs : null;
}

/** The refusal of an assertion, which is also what a wrong `iat` gets. */
function isAssertionRefused(thrown: unknown): boolean {
  return thrown instanceof ProblemError && thrown.problem.params['kind'] === 'client-invalid';
}

/**
 * Mints a token for `app` with the key that it uses. When Coze refuses the assertion and its answer shows that the clocks
 * are apart, one more is signed on the server's clock.
 *
 * @param autoRenew - whether the token renews by itself
 * @throws ProblemError `app/no-key`, `key/not-found`, `keychain/…`, `app/region-invalid`, and as `mintToken` does
 */
export async function mintForApp(
  context: EngineContext,
  app: OAuthApp,
  options: MintOptions,
  signal: AbortSignal,
  autoRenew = app.autoRenew,
): Promise<AccessToken> {
  const key = keyInUse(context, app);
  const hosts = await context.practice.hostsOf(app);
  const services = { ...context, record: context.activity.add };
  const signer = () => context.signers.get(key.id, 'RS256');
  const mint = (clockCorrectedMs: number | null) =>
    mintToken(services, { app, hosts, options, key, signer, signal, autoRenew, clockCorrectedMs });
  const correction = correctionFor(context, hosts.api);
  try {
    const token = await mint(correction);
    await learnKidFormula(context, app, key);
    return token;
  } catch (thrown) {
    const learned = correctionFor(context, hosts.api);
    const isNews = Math.abs((learned ?? 0) - (correction ?? 0)) > worthCorrectingMs;
    if (!isNews || !isAssertionRefused(thrown)) throw thrown;
    return await mint(learned);
  }
}
