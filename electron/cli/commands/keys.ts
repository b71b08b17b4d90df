import path from 'node:path';
import type { SigningKey } from '../../../shared/coze/key.ts';
import { emptyProfile, type Profile } from '../../../shared/profile.ts';
import { withoutKey } from '../../engine/delete-key.ts';
import type { Command, CommandContext } from '../command.ts';
import { confirm } from '../confirm.ts';
import { editProfile } from '../edit-profile.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { findKey } from '../find-key.ts';
import { type ParsedOptions, parseOptions } from '../parse-options.ts';
import { tableText } from '../print-table.ts';
import { printableJson } from '../printable.ts';
import { keyJson } from '../profile-json.ts';
import { readAction } from '../read-action.ts';
import { readConfigOrKey } from '../read-config-or-key.ts';
import { storeKey } from '../store-key.ts';
import { loadProfileIfAny } from '../stored-app.ts';

type Options = ParsedOptions<'label' | 'kid'>;

function list(profile: Profile, { asJson }: Options, { terminal, say }: CommandContext): ExitCode {
  if (asJson) {
    terminal.out(
      `${printableJson(JSON.stringify({ keys: profile.keys.map((key) => keyJson(key, profile)) }))}\n`,
    );
  } else if (profile.keys.length === 0) {
    terminal.err(`${say('keys.none')}\n`);
  } else {
    const rows = profile.keys.map((key) => {
      const apps = profile.apps.filter(({ keyIds }) => keyIds.includes(key.id)).map(({ name }) => name);
      return [
        key.id,
        key.label,
        key.kid ?? '-',
        `RSA-${key.bits}`,
        say(`keys.held.${key.held}`),
        apps.join(', '),
      ];
    });
    const titles = ['id', 'label', 'kid', 'type', 'held', 'apps'] as const;
    terminal.out(tableText([titles.map((name) => say(`keys.title.${name}`)), ...rows]));
  }
  return exitCodes.done;
}

function labelOf(file: string): string {
  const name = file === '-' ? '' : path.basename(file).replace(/\.[^.]*$/, '');
  return (name || 'key').slice(0, 120);
}

async function importKey(
  file: string,
  { values, asJson }: Options,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, say } = context;
  const { key: read, config } = await readConfigOrKey(file, context);
  const label = (values.label?.trim() || labelOf(file)).slice(0, 120);
  const kid = values.kid?.trim() || config?.kid || null;
  const [entry, profile] = await editProfile(terminal, async (profile) => {
    const stored = await storeKey(read, { label, kid }, profile, terminal);
    return [stored, profile.get()] as const;
  });
  terminal.out(asJson ? `${printableJson(JSON.stringify(keyJson(entry, profile)))}\n` : `${entry.id}\n`);
  if (entry.kid === null) terminal.err(`${say('keys.no-kid')}\n`);
  return exitCodes.done;
}

function question(key: SigningKey, { apps }: Profile, { say }: CommandContext): string {
  const names = apps.filter(({ keyIds }) => keyIds.includes(key.id)).map(({ name }) => `"${name}"`);
  const params = { label: key.label, kid: key.kid ?? '-', apps: names.join(', ') };
  return say(names.length === 0 ? 'keys.confirm-remove' : 'keys.confirm-remove-used', params);
}

async function remove(name: string, options: Options, context: CommandContext): Promise<ExitCode> {
  const { terminal, say } = context;
  const profile = (await loadProfileIfAny(terminal)) ?? emptyProfile;
  const named = findKey(profile, name);
  if (!(await confirm(question(named, profile, context), options.switches, context))) {
    terminal.err(`${say('confirm.nothing-changed')}\n`);
    return exitCodes.no;
  }
  await editProfile(terminal, async (editable) => {
    const key = findKey(editable.get(), named.id);
    const { createKeychainVault } = await import('../../keys/keychain-vault.ts');
    const deleted = createKeychainVault(await terminal.keychain()).delete(key.id);
    // Of a key whose private half is lost, the keychain may hold nothing and need not be there.
    await (key.held === 'keychain' ? deleted : deleted.catch(() => undefined));
    await editable.update((now) => withoutKey(now, key.id));
  });
  return exitCodes.done;
}

/** `keys list|import FILE|remove ID`: the keys that Coze Mint stores. */
export const keys: Command = async (args, context) => {
  const options = parseOptions(args, ['label', 'kid'], ['yes']);
  const { action, rest } = readAction(options.positionals, { list: 0, import: 1, remove: 1 });
  const [operand = ''] = rest;
  switch (action) {
    case 'list':
      return list((await loadProfileIfAny(context.terminal)) ?? emptyProfile, options, context);
    case 'import':
      return importKey(operand, options, context);
    case 'remove':
      return remove(operand, options, context);
  }
};
