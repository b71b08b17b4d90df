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
  /** @throws ProblemError as minting does */
  readonly token: (http: StreamingClient, signal: AbortSignal) => Promise<string>;
}

/** An access token says nothing about its region, so somebody has to. */
function regionOf(values: TokenValues, { terminal }: CommandContext): RegionHosts {
  const text = values.region ?? terminal.env['COZE_API_BASE'] ?? '';
  if (text === '') throw new UsageError('usage.missing-option', { option: '--region' });
  return hostsOfRegion(readRegion(text), null);
}

async function fromSigning(values: TokenValues, context: CommandContext): Promise<TokenSource> {
  const { prepareAssertion } = await import('./prepare-assertion.ts');
  const { exchangeAssertion } = await import('../tokens/exchange.ts');
  const { jwt, hosts, variant, options } = await prepareAssertion(values, context);
  const { clock } = context.terminal;
  return {
    hosts,
    token: async (http, signal) => {
      const { durationSeconds, scope } = options;
      const request = { http, clock, hosts, variant, assertion: jwt, durationSeconds, scope, signal };
      return (await exchangeAssertion(request)).accessToken;
    },
  };
}

/**
 * The token that the options name: the one given (`--token`, else the environment's `COZE_TOKEN`) with its region, or
 * one that is minted.
 *
 * @throws UsageError, and ProblemError as the options, the key, the profile and the keychain ask for
 */
export async function readTokenSource(values: TokenValues, context: CommandContext): Promise<TokenSource> {
  const [signing] = signingOptions.filter((name) => name !== 'region' && values[name] !== undefined);
  if (values.token !== undefined && signing !== undefined) {
    throw new UsageError('usage.conflict', { first: '--token', second: `--${signing}` });
  }
  const given = values.token ?? (signing === undefined ? context.terminal.env['COZE_TOKEN'] : undefined);
  if (given === undefined && signing === undefined) throw new UsageError('call.no-token');
  if (given === undefined) return fromSigning(values, context);
  const token = readPastedToken(given);
  return { hosts: regionOf(values, context), token: async () => token };
}
