import { defaultMintOptions, type OAuthApp, type Variant } from '../../../shared/coze/app.ts';
import type { Region } from '../../../shared/coze/region.ts';
import { emptyProfile, type Profile } from '../../../shared/profile.ts';
import type { Command, CommandContext } from '../command.ts';
import { confirm } from '../confirm.ts';
import { type EditableProfile, editProfile } from '../edit-profile.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { findKey } from '../find-key.ts';
import { type ParsedOptions, parseOptions } from '../parse-options.ts';
import { tableText } from '../print-table.ts';
import { printableJson } from '../printable.ts';
import { appJson } from '../profile-json.ts';
import { readAction } from '../read-action.ts';
import { readImport } from '../read-config-or-key.ts';
import { regionText } from '../region-text.ts';
import { readRegion, readVariant, requireValue } from '../signing-options.ts';
import { findSameKey, storeKey } from '../store-key.ts';
import { findApp, loadProfileIfAny } from '../stored-app.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const appOptions = [
  'name',
  'client-id',
  'region',
  'type',
  'account-id',
  'enterprise-id',
  'key',
  'kid',
] as const;
type Options = ParsedOptions<(typeof appOptions)[number]>;

function list(profile: Profile, { asJson }: Options, { terminal, say }: CommandContext): ExitCode {
  if (asJson) {
    terminal.out(
      `${printableJson(JSON.stringify({ apps: profile.apps.map((app) => appJson(app, profile)) }))}\n`,
    );
  } else if (profile.apps.length === 0) {
    terminal.err(`${say('apps.none')}\n`);
  } else {
    const rows = profile.apps.map((app) => {
      const key = profile.keys.find(({ id }) => id === app.keyInUse);
      return [
        app.name,
        regionText(app.region),
        app.clientId,
        app.variant.kind,
        key?.kid ?? key?.label ?? '-',
      ];
    });
    const titles = ['name', 'region', 'client-id', 'type', 'key'] as const;
    terminal.out(tableText([titles.map((name) => say(`apps.title.${name}`)), ...rows]));
  }
  return exitCodes.done;
}

/** @throws UsageError for another type, or one that the ids contradict */
function variantOf({ values }: Options): Variant {
  const byId = readVariant(values);
  const { type } = values;
  if (type === undefined) return byId ?? { kind: 'channel' };
  if (type !== 'developer' && type !== 'channel') {
    throw new UsageError('usage.bad-value', {
      option: '--type',
      value: type,
      expected: 'channel, developer',
    });
  }
  if (byId !== null) {
    const second = byId.kind === 'enterprise' ? '--enterprise-id' : '--account-id';
    throw new UsageError('usage.conflict', { first: '--type', second });
  }
  return { kind: type };
}

interface NewApp {
  readonly name: string;
  readonly clientId: string;
  readonly region: Region;
  readonly variant: Variant;
  readonly keyId: string | null;
}

async function store(fields: NewApp, profile: EditableProfile, { randomBytes }: Terminal): Promise<OAuthApp> {
  const { name, clientId, region, variant, keyId } = fields;
  if (profile.get().apps.some((app) => app.name === name)) throw new UsageError('apps.name-taken', { name });
  const app: OAuthApp = {
    id: Buffer.from(randomBytes(16)).toString('base64url'),
    name,
    region,
    clientId,
    variant,
    keyIds: keyId === null ? [] : [keyId],
    keyInUse: keyId,
    defaults: defaultMintOptions,
    autoRenew: false,
    scopes: [],
  };
  await profile.update((now) => ({
    ...now,
    apps: [...now.apps, app],
    currentAppId: now.currentAppId ?? app.id,
  }));
  return app;
}

function tell(
  app: OAuthApp,
  profile: Profile,
  { asJson }: Options,
  { terminal, say }: CommandContext,
): ExitCode {
  terminal.out(asJson ? `${printableJson(JSON.stringify(appJson(app, profile)))}\n` : `${app.id}\n`);
  const key = profile.keys.find(({ id }) => id === app.keyInUse);
  if (key === undefined) terminal.err(`${say('apps.no-key')}\n`);
  else if (key.kid === null) terminal.err(`${say('keys.no-kid')}\n`);
  return exitCodes.done;
}

/** @throws UsageError for an id that is neither in `config` nor given */
function identityOf({ values }: Options, config: string | null) {
  const clientId = (config ?? requireValue(values, 'client-id')).trim().slice(0, 256);
  return { clientId, name: (values.name?.trim() || clientId).slice(0, 120) };
}

async function add(options: Options, context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  const { values } = options;
  if (values.kid !== undefined) throw new UsageError('usage.unknown-option', { option: '--kid' });
  const { clientId, name } = identityOf(options, null);
  const region = readRegion(requireValue(values, 'region'));
  const variant = variantOf(options);
  const [app, profile] = await editProfile(terminal, async (profile) => {
    const keyId = values.key === undefined ? null : findKey(profile.get(), values.key).id;
    const app = await store({ name, clientId, region, variant, keyId }, profile, terminal);
    return [app, profile.get()] as const;
  });
  return tell(app, profile, options, context);
}

async function importApp(file: string, options: Options, context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  const { values } = options;
  if (values.key !== undefined) throw new UsageError('usage.unknown-option', { option: '--key' });
  const { key: read, config } = await readImport(file, context);
  if (config === null) {
    read?.pkcs8.fill(0);
    throw new UsageError('apps.not-a-config', { path: file });
  }
  const { clientId, name } = identityOf(options, config.clientId);
  const region =
    values.region === undefined && config.region !== null
      ? config.region
      : readRegion(requireValue(values, 'region'));
  const variant = variantOf(options);
  const kid = values.kid?.trim() || config.kid;
  const [app, profile] = await editProfile(terminal, async (profile) => {
    if (profile.get().apps.some((app) => app.name === name))
      throw new UsageError('apps.name-taken', { name });
    const same = read === null ? null : findSameKey(profile.get(), read);
    const isStored = same !== null && same.held === 'keychain';
    const stored =
      read === null || isStored ? same : await storeKey(read, { label: name, kid }, profile, terminal);
    const app = await store(
      { name, clientId, region, variant, keyId: stored?.id ?? null },
      profile,
      terminal,
    );
    return [app, profile.get()] as const;
  }).finally(() => read?.pkcs8.fill(0));
  return tell(app, profile, options, context);
}

async function remove(name: string, { switches }: Options, context: CommandContext): Promise<ExitCode> {
  const { terminal, say } = context;
  const { id, name: shown } = findApp((await loadProfileIfAny(terminal)) ?? emptyProfile, name);
  if (!(await confirm(say('apps.confirm-remove', { name: shown }), switches, context))) {
    terminal.err(`${say('confirm.nothing-changed')}\n`);
    return exitCodes.no;
  }
  await editProfile(terminal, async (profile) => {
    findApp(profile.get(), id);
    await profile.update((now) => {
      const apps = now.apps.filter((app) => app.id !== id);
      const currentAppId = now.currentAppId === id ? (apps[0]?.id ?? null) : now.currentAppId;
      return { ...now, apps, currentAppId };
    });
  });
  return exitCodes.done;
}

/** `apps list|import FILE|add|remove NAME`: the OAuth apps that Coze Mint stores. */
export const apps: Command = async (args, context) => {
  const options = parseOptions(args, appOptions, ['yes']);
  const { action, rest } = readAction(options.positionals, { list: 0, import: 1, add: 0, remove: 1 });
  const [operand = ''] = rest;
  switch (action) {
    case 'list':
      return list((await loadProfileIfAny(context.terminal)) ?? emptyProfile, options, context);
    case 'import':
      return importApp(operand, options, context);
    case 'add':
      return add(options, context);
    case 'remove':
      return remove(operand, options, context);
  }
};
