import { hostsOfRegion, type RegionHosts } from '../../shared/coze/region.ts';
import type { StreamingClient } from '../http/client.ts';
import { readPastedToken } from '../tokens/read-pasted-token.ts';
import type { CommandContext } from './command.ts';
import type { OptionValues } from './parse-options.ts';
import { readRegion, type SigningValues, signingOptions } from './signing-options.ts';
import { UsageError } from './usage-error.ts';

export type TokenValues = SigningValues & OptionValues<'token'>;

/** Where a request goes, and how its token is come by. */
export interface TokenSource {
  /** The token goes to these and nowhere else. */
  readonly hosts: RegionHosts;
  readonly hasToken: boolean;
  /**
   * Null where there is none.
   *
   * @throws ProblemError as minting does
   */
  readonly token: (http: StreamingClient, signal: AbortSignal) => Promise<string | null>;
}

/** Neither an access token nor none says anything about the region, so somebody has to. */
function regionOf(values: TokenValues, { terminal }: CommandContext): RegionHosts {
  const { region } = values;
  const text = region ?? terminal.env['COZE_API_BASE'] ?? '';
  if (text === '') throw new UsageError('usage.missing-option', { option: '--region' });
  return hostsOfRegion(readRegion(text, region === undefined ? 'COZE_API_BASE' : '--region'), null);
}

async function fromSigning(
  values: TokenValues,
  switches: ReadonlySet<string>,
  context: CommandContext,
): Promise<TokenSource> {
  const { readAssertionSigner } = await import('./prepare-assertion.ts');
  const { createServerTime } = await import('./server-time.ts');
  const { exchangeOnServerClock } = await import('./exchange-on-server-clock.ts');
  const signer = await readAssertionSigner(values, context);
  const { clock } = context.terminal;
  return {
    hosts: signer.hosts,
    hasToken: true,
    token: async (client, signal) => {
      const time = createServerTime(client, context, switches);
      return (await exchangeOnServerClock(signer, time, clock, signal)).accessToken;
    },
  };
}

/**
 * The token that the options name: the one given (`--token`, else the environment's `COZE_TOKEN`) with its region, or
 * one that is minted; none with `--no-token`, whatever the environment holds.
 *
 * @throws UsageError, and ProblemError as the options, the key, the profile and the keychain ask for
 */
export async function readTokenSource(
  values: TokenValues,
  switches: ReadonlySet<string>,
  context: CommandContext,
): Promise<TokenSource> {
  const [signing] = signingOptions.filter((name) => name !== 'region' && values[name] !== undefined);
  if (switches.has('no-token')) {
    const other = values.token === undefined ? signing : 'token';
    if (other !== undefined)
      throw new UsageError('usage.conflict', { first: '--no-token', second: `--${other}` });
    return { hosts: regionOf(values, context), hasToken: false, token: async () => null };
  }
  if (values.token !== undefined && signing !== undefined) {
    throw new UsageError('usage.conflict', { first: '--token', second: `--${signing}` });
  }
  const given = values.token ?? (signing === undefined ? context.terminal.env['COZE_TOKEN'] : undefined);
  if (given === undefined && signing === undefined) throw new UsageError('call.no-token');
  if (given === undefined) return fromSigning(values, switches, context);
  const token = readPastedToken(given);
  return { hosts: regionOf(values, context), hasToken: true, token: async () => token };
}
