import type { MenuItemConstructorOptions } from 'electron';
import { type CommandName, commandShortcuts } from '../../shared/commands.ts';
import type { MenuTexts } from '../../shared/i18n/menu-texts.en.ts';

type Item = MenuItemConstructorOptions;

export interface MenuOptions {
  readonly texts: MenuTexts;
  readonly platform: NodeJS.Platform;
  /** Shows reload and developer tools. */
  readonly withDeveloperTools: boolean;
  readonly run: (command: CommandName) => void;
  readonly open: (url: string) => void;
}

const docs = 'https://www.coze.cn/open/docs/developer_guides';
const separator: Item = { type: 'separator' };

function appMenu({ texts }: MenuOptions, settings: Item): Item {
  return {
    label: 'Coze Mint',
    submenu: [
      { role: 'about', label: texts.about },
      separator,
      settings,
      separator,
      { role: 'services', label: texts.services },
      separator,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      separator,
      { role: 'quit', label: texts.quit },
    ],
  };
}

function viewMenu({ texts, withDeveloperTools }: MenuOptions, screens: readonly Item[]): Item {
  const developer: readonly Item[] = [
    separator,
    { role: 'reload', label: texts.reload },
    { role: 'toggleDevTools', label: texts.developerTools },
  ];
  return {
    label: texts.view,
    submenu: [
      ...screens,
      separator,
      { role: 'resetZoom', label: texts.actualSize },
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      separator,
      { role: 'togglefullscreen', label: texts.fullScreen },
      ...(withDeveloperTools ? developer : []),
    ],
  };
}

function editMenu({ texts }: MenuOptions): Item {
  return {
    label: texts.edit,
    submenu: [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      separator,
      { role: 'selectAll', label: texts.selectAll },
    ],
  };
}

function windowMenu({ texts, platform }: MenuOptions): Item {
  const onMac: readonly Item[] = [
    { role: 'zoom', label: texts.zoomWindow },
    separator,
    { role: 'front', label: texts.bringAllToFront },
  ];
  return {
    label: texts.window,
    role: 'window',
    submenu: [
      { role: 'minimize', label: texts.minimize },
      ...(platform === 'darwin' ? onMac : [{ role: 'close', label: texts.closeWindow } satisfies Item]),
    ],
  };
}

function helpMenu({ texts, platform, open }: MenuOptions): Item {
  const link = (label: string, page: string): Item => ({ label, click: () => open(`${docs}/${page}`) });
  const about: readonly Item[] = [separator, { role: 'about', label: texts.about }];
  return {
    label: texts.help,
    role: 'help',
    submenu: [
      link(texts.docsChannel, 'oauth_jwt_channel'),
      link(texts.docsAuthentication, 'authentication'),
      link(texts.docsErrors, 'coze_error_codes'),
      ...(platform === 'darwin' ? [] : about),
    ],
  };
}

/** The whole menu bar in one language, in the order that each platform is used to. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { texts, platform, run } = options;
  const isMac = platform === 'darwin';
  const command = (name: CommandName, label: string): Item => ({
    id: name,
    label,
    accelerator: commandShortcuts[name].keys,
    registerAccelerator: commandShortcuts[name].heardBy === 'menu',
    click: () => run(name),
  });
  const settings = command('go-settings', texts.settings);
  const fileMenu: Item = {
    label: texts.file,
    submenu: [
      command('new-app', texts.newApp),
      command('import-key', texts.importKey),
      separator,
      command('mint', texts.mint),
      separator,
      ...(isMac
        ? [{ role: 'close', label: texts.closeWindow } satisfies Item]
        : [settings, separator, { role: 'quit', label: texts.quit } satisfies Item]),
    ],
  };
  const screens = [
    command('go-mint', texts.goMint),
    command('go-jwt', texts.goJwt),
    command('go-scope', texts.goScope),
    command('go-console', texts.goConsole),
    command('go-keys', texts.goKeys),
    command('go-doctor', texts.goDoctor),
    command('go-practice', texts.goPractice),
  ];
  return [
    ...(isMac ? [appMenu(options, settings)] : []),
    fileMenu,
    editMenu(options),
    viewMenu(options, screens),
    windowMenu(options),
    helpMenu(options),
  ];
}
