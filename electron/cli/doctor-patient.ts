import { defaultMintOptions, type OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { hostsOfRegion, otherRegionHosts } from '../../shared/coze/region.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Patient } from '../doctor/patient.ts';
import type { CommandContext } from './command.ts';
import {
  readMintOptions,
  readRegion,
  readVariant,
  requireSomeApp,
  requireValue,
  type SigningValues,
} from './signing-options.ts';
import { UsageError } from './usage-error.ts';

/** Everything about the patient but how it mints. */
export type PatientOnFile = Omit<Patient, 'mint' | 'tokenText'>;

const readOnly = {
  signsByServerClock: false,
  keepsToken: false,
  changed: () => null,
} as const;

async function fromProfile(values: SigningValues, { terminal }: CommandContext): Promise<PatientOnFile> {
  for (const option of ['client-id', 'kid', 'key'] as const) {
    if (values[option] !== undefined) {
      throw new UsageError('usage.conflict', { first: '--app', second: `--${option}` });
    }
  }
  const { findInProfile } = await import('./stored-app.ts');
  const { app: stored, profile, key, vault } = await findInProfile(requireValue(values, 'app'), terminal);
  const app: OAuthApp = {
    ...stored,
    region: values.region === undefined ? stored.region : readRegion(values.region),
    variant: readVariant(values) ?? stored.variant,
    defaults: await readMintOptions(values, stored.defaults, terminal),
  };
  return {
    ...readOnly,
    app,
    key,
    keyRests: 'keychain',
    keys: profile.keys,
    keychainState: vault.status,
    privateHalf: ({ id }) => vault.get(id),
    hosts: async () => hostsOfRegion(app.region, null),
    otherHosts: otherRegionHosts(app.region),
    kidFormula: profile.kidFormula ?? null,
  };
}

async function fromOptions(values: SigningValues, context: CommandContext): Promise<PatientOnFile> {
  const { terminal } = context;
  requireSomeApp(values);
  const clientId = requireValue(values, 'client-id');
  const kid = requireValue(values, 'kid');
  const keyFile = requireValue(values, 'key');
  const region = readRegion(requireValue(values, 'region'));
  const { readKeyFile } = await import('./read-key-file.ts');
  const { pkcs8, publicHalf } = await readKeyFile(keyFile, context);
  const key: SigningKey = {
    ...publicHalf,
    id: 'file',
    label: keyFile.slice(0, 120),
    kid,
    origin: 'imported',
    // Unknown: a file tells nothing about when the key was registered.
    createdAt: 0,
    held: 'this-run',
  };
  const app: OAuthApp = {
    id: '',
    name: clientId,
    region,
    clientId,
    variant: readVariant(values) ?? { kind: values.scope === undefined ? 'developer' : 'channel' },
    keyIds: [key.id],
    keyInUse: key.id,
    defaults: await readMintOptions(values, defaultMintOptions, terminal),
    autoRenew: false,
    scopes: [],
  };
  return {
    ...readOnly,
    app,
    key,
    keyRests: 'file',
    keys: [key],
    keychainState: async () => 'unavailable',
    privateHalf: async () => Uint8Array.from(pkcs8),
    hosts: async () => hostsOfRegion(region, null),
    otherHosts: otherRegionHosts(app.region),
    kidFormula: null,
  };
}

/**
 * The app that the options name: a stored one, also with a key that cannot sign, or one made of the options.
 *
 * @throws UsageError, and ProblemError of the options or of the key file
 */
export async function readPatient(values: SigningValues, context: CommandContext): Promise<PatientOnFile> {
  return values.app === undefined ? fromOptions(values, context) : fromProfile(values, context);
}

/** The private half, as long as the run needs it. @throws ProblemError `app/no-key` */
export function signerKeyOf({ key }: PatientOnFile): SigningKey & { readonly kid: string } {
  if (key === null || key.kid === null) throw new ProblemError('app/no-key');
  return { ...key, kid: key.kid };
}
