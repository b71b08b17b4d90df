import { defaultMintOptions, type MintOptions, type Variant } from '../../shared/coze/app.ts';
import { hostsOfRegion, type Region, type RegionHosts } from '../../shared/coze/region.ts';
import { loadSigner } from '../tokens/load-signer.ts';
import type { CommandContext } from './command.ts';
import { type SignAssertion, signWith } from './sign-with.ts';
import {
  readMintOptions,
  readRegion,
  readVariant,
  requireSomeApp,
  requireValue,
  type SigningValues,
} from './signing-options.ts';
import { UsageError } from './usage-error.ts';

/** An app with a key that is ready to sign, and where its assertions go. */
export interface AssertionSigner {
  readonly kid: string;
  readonly region: Region;
  readonly hosts: RegionHosts;
  readonly variant: Variant;
  readonly options: MintOptions;
  readonly sign: SignAssertion;
}

interface Source {
  readonly clientId: string;
  readonly kid: string;
  readonly region: Region;
  readonly variant: Variant;
  readonly options: MintOptions;
  readonly readKey: () => Promise<Uint8Array>;
}

async function fromStoredApp(name: string, values: SigningValues, context: CommandContext): Promise<Source> {
  for (const option of ['client-id', 'kid', 'key'] as const) {
    if (values[option] !== undefined) {
      throw new UsageError('usage.conflict', { first: '--app', second: `--${option}` });
    }
  }
  const { findStoredApp } = await import('./stored-app.ts');
  const { app, kid, readKey } = await findStoredApp(name, context.terminal);
  return {
    clientId: app.clientId,
    kid,
    region: values.region === undefined ? app.region : readRegion(values.region),
    variant: readVariant(values) ?? app.variant,
    options: await readMintOptions(values, app.defaults, context.terminal),
    readKey,
  };
}

async function fromOptions(values: SigningValues, context: CommandContext): Promise<Source> {
  requireSomeApp(values);
  const clientId = requireValue(values, 'client-id');
  const kid = requireValue(values, 'kid');
  const keyFile = requireValue(values, 'key');
  const region = readRegion(requireValue(values, 'region'));
  const { readKeyFile } = await import('./read-key-file.ts');
  return {
    clientId,
    kid,
    region,
    variant: readVariant(values) ?? { kind: values.scope === undefined ? 'developer' : 'channel' },
    options: await readMintOptions(values, defaultMintOptions, context.terminal),
    readKey: async () => (await readKeyFile(keyFile, context)).pkcs8,
  };
}

/**
 * Reads options and key.
 *
 * @throws UsageError and ProblemError as the options, the key, the profile and the keychain ask for
 */
export async function readAssertionSigner(
  values: SigningValues,
  context: CommandContext,
): Promise<AssertionSigner> {
  const { terminal } = context;
  const source =
    values.app === undefined
      ? await fromOptions(values, context)
      : await fromStoredApp(requireValue(values, 'app'), values, context);
  const { clientId, kid, region, variant, options } = source;
  const hosts = hostsOfRegion(region, null);
  const pkcs8 = await source.readKey();
  const signer = await loadSigner(pkcs8).finally(() => pkcs8.fill(0));

  const sign = signWith(signer, { clientId, kid, audience: hosts.audience, options }, terminal);
  return { kid, region, hosts, variant, options, sign };
}
