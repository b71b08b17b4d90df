import i18next from 'i18next';
import { endpoints } from '../../../shared/coze/endpoints.ts';
import { permissionWords } from '../../../shared/coze/scope/permission-words.ts';
import { frame as enFrame } from '../../i18n/en/frame.ts';
import { palette as enPalette } from '../../i18n/en/palette.ts';
import { settings as enSettings } from '../../i18n/en/settings.ts';
import { frame as zhFrame } from '../../i18n/zh/frame.ts';
import { palette as zhPalette } from '../../i18n/zh/palette.ts';
import { settings as zhSettings } from '../../i18n/zh/settings.ts';
import { openScreen, tokenInUse, type useAppStore } from '../app-store.ts';
import { call } from '../bridge-client.ts';
import { runCommand } from '../commands.ts';
import { consoleCommandsNow } from '../console-commands.ts';
import { openDoctor, openRequest, openSetting, runInConsole } from '../open-targets.ts';
import { screenNames } from '../screens.ts';
import { settingNames } from '../setting-names.ts';
import { attempt, showNote } from '../toast-store.ts';
import type { PaletteEntry } from './palette-entry.ts';

type AppState = ReturnType<typeof useAppStore.getState>;
type Command = keyof typeof enPalette.commands;

async function renew(tokenId: string): Promise<void> {
  if ((await attempt(call('tokens.renew', { tokenId }))) !== null) showNote(i18next.t('palette:renewed'));
}

async function copy(tokenId: string): Promise<void> {
  const copied = call('tokens.copy', { tokenId, form: 'token' }).then(() => true);
  if ((await attempt(copied)) !== null) showNote(i18next.t('palette:copied'));
}

/** What the commands do that make sense now, in the order in which they are offered. */
function commandsNow({
  profile,
  tokens,
  practice,
}: AppState): readonly (readonly [Command, () => unknown])[] {
  const appId = profile.currentAppId;
  const token = tokenInUse(tokens, appId, Date.now());
  return [
    ...(appId === null ? [] : ([['mint', () => runCommand('mint')]] as const)),
    ...(token === null
      ? []
      : ([
          ['copyToken', () => copy(token.id)],
          ...(token.source === 'minted' ? ([['renew', () => renew(token.id)]] as const) : []),
        ] as const)),
    ['newRequest', () => openRequest({ kind: 'new' })],
    ['importCurl', () => openRequest({ kind: 'curl' })],
    ...(appId === null ? [] : ([['doctor', () => openDoctor({ appId, endpointId: null })]] as const)),
    ['newApp', () => runCommand('new-app')],
    ['importKey', () => runCommand('import-key')],
    practice.running
      ? ['stopPractice', () => attempt(call('practice.stop', null))]
      : ['startPractice', () => attempt(call('practice.start', null))],
  ];
}

function screenKeys(index: number, { host }: AppState, name: string): { readonly keys?: string } {
  if (host.platform === 'web') return {};
  const modifier = host.platform === 'mac' ? '⌘' : 'Ctrl+';
  return { keys: `${modifier}${name === 'settings' ? ',' : index + 1}` };
}

/** Everything that can be opened or run from anywhere, named in `language`; found by its names in both. */
export function paletteEntries(state: AppState, language: string): readonly PaletteEntry[] {
  const isChinese = language === 'zh';
  const [own, other] = isChinese ? [zhPalette, enPalette] : [enPalette, zhPalette];
  const [frame, otherFrame] = isChinese ? [zhFrame, enFrame] : [enFrame, zhFrame];
  const [settings, otherSettings] = isChinese ? [zhSettings, enSettings] : [enSettings, zhSettings];
  return [
    ...commandsNow(state).map(
      ([name, run]): PaletteEntry => ({
        id: `command ${name}`,
        kind: 'command',
        title: own.commands[name],
        detail: '',
        words: `${other.commands[name]} ${name}`,
        run,
      }),
    ),
    ...consoleCommandsNow().map(
      ({ name, keys }): PaletteEntry => ({
        id: `console ${name}`,
        kind: 'command',
        title: own.console[name],
        detail: '',
        words: `${other.console[name]} ${name} ${frame.screens.console} ${otherFrame.screens.console}`,
        ...(keys === null ? {} : { keys }),
        run: () => runInConsole(name),
      }),
    ),
    ...screenNames.map(
      (name, index): PaletteEntry => ({
        id: `screen ${name}`,
        kind: 'screen',
        title: frame.screens[name],
        detail: '',
        words: `${otherFrame.screens[name]} ${name}`,
        ...screenKeys(index, state, name),
        run: () => openScreen(name),
      }),
    ),
    ...state.profile.apps.map(
      ({ id, name, clientId, region }): PaletteEntry => ({
        id: `app ${id}`,
        kind: 'app',
        title: name,
        detail: clientId,
        words: frame.regions[region.kind],
        run: () => attempt(call('apps.choose', { appId: id })),
      }),
    ),
    ...settingNames.map(
      (name): PaletteEntry => ({
        id: `setting ${name}`,
        kind: 'setting',
        title: settings[name],
        detail: '',
        words: `${otherSettings[name]} ${name}`,
        run: () => openSetting(name),
      }),
    ),
    ...endpoints.map(
      ({ id, name_en, name_zh, method, path, permission, streaming }): PaletteEntry => ({
        id: `endpoint ${id}`,
        kind: 'endpoint',
        title: isChinese ? name_zh : name_en,
        otherTitle: isChinese ? name_en : name_zh,
        detail: `${streaming === 'ws' ? 'WS' : method} ${path}`,
        words: `${permission ?? ''} ${id} ${permissionWords({ id })}`,
        run: () => openRequest({ kind: 'endpoint', endpointId: id }),
      }),
    ),
  ];
}
