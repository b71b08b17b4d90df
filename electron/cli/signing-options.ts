import type { Device, MintOptions, Variant } from '../../shared/coze/app.ts';
import { type Region, regionFromBaseUrl } from '../../shared/coze/region.ts';
import { type Scope, scopeSchema } from '../../shared/coze/scope.ts';
import { parseTokenDuration } from '../../shared/coze/token-request.ts';
import { ProblemError, toProblem } from '../../shared/problem.ts';
import type { OptionValues } from './parse-options.ts';
import { readInputFile, textOfBytes } from './read-input.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The options that `sign` and `mint` share. */
export const signingOptions = [
  'app',
  'client-id',
  'kid',
  'key',
  'region',
  'account-id',
  'enterprise-id',
  'duration',
  'session-name',
  'device-id',
  'custom-consumer',
  'scope',
] as const;

export type SigningValues = OptionValues<(typeof signingOptions)[number]>;

const scopeFileLimit = 1024 * 1024;

/** @throws UsageError when both are given */
function refuseBoth(values: SigningValues, first: keyof SigningValues, second: keyof SigningValues): void {
  if (values[first] === undefined || values[second] === undefined) return;
  throw new UsageError('usage.conflict', { first: `--${first}`, second: `--${second}` });
}

/** @throws UsageError when the option is missing or empty */
export function requireValue(values: SigningValues, name: keyof SigningValues): string {
  const value = values[name]?.trim() ?? '';
  if (value === '') throw new UsageError('usage.missing-option', { option: `--${name}` });
  return value;
}

/** @throws UsageError when nothing at all says which app it is */
export function requireSomeApp(values: SigningValues): void {
  const says = (['app', 'client-id', 'kid', 'key'] as const).some((name) => values[name] !== undefined);
  if (!says) throw new UsageError('usage.no-app');
}

/**
 * @param source - the option, or the variable, that the text is of
 * @throws UsageError for what is neither a region nor a web address
 * @throws ProblemError `app/region-invalid` for a web address that cannot be used
 */
export function readRegion(text: string, source = '--region'): Region {
  if (text === 'cn' || text === 'com') return { kind: text };
  try {
    return regionFromBaseUrl(text);
  } catch (thrown) {
    const { params } = toProblem(thrown);
    if (params['reason'] !== 'not-a-url' && params['reason'] !== 'scheme') throw thrown;
    throw new UsageError('usage.bad-value', { option: source, value: text, expected: 'cn, com, https://…' });
  }
}

function readDevice(values: SigningValues): Device | null {
  refuseBoth(values, 'device-id', 'custom-consumer');
  if (values['device-id'] !== undefined)
    return { kind: 'device-id', value: requireValue(values, 'device-id') };
  if (values['custom-consumer'] === undefined) return null;
  return { kind: 'custom-consumer', value: requireValue(values, 'custom-consumer') };
}

/** The token path that the options ask for; null when they say nothing about it. */
export function readVariant(values: SigningValues): Variant | null {
  refuseBoth(values, 'account-id', 'enterprise-id');
  if (values['account-id'] !== undefined) {
    return { kind: 'cross-account', accountId: requireValue(values, 'account-id') };
  }
  if (values['enterprise-id'] === undefined) return null;
  return { kind: 'enterprise', enterpriseId: requireValue(values, 'enterprise-id') };
}

function readDuration(text: string): number {
  return parseTokenDuration(/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);
}

async function readScope(value: string, terminal: Terminal): Promise<Scope> {
  const text = value.startsWith('@')
    ? textOfBytes(await readInputFile(value.slice(1), scopeFileLimit, terminal))
    : value;
  try {
    return scopeSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ProblemError('mint/scope-invalid', { cause });
  }
}

/**
 * What the options ask for, over `defaults`.
 *
 * @throws UsageError for options that exclude each other
 * @throws ProblemError `mint/duration-invalid`, `mint/scope-invalid`
 */
export async function readMintOptions(
  values: SigningValues,
  defaults: MintOptions,
  terminal: Terminal,
): Promise<MintOptions> {
  const { duration, scope } = values;
  return {
    durationSeconds: duration === undefined ? defaults.durationSeconds : readDuration(duration),
    sessionName: values['session-name'] ?? defaults.sessionName,
    device: readDevice(values) ?? defaults.device,
    scope: scope === undefined ? defaults.scope : await readScope(scope, terminal),
  };
}
