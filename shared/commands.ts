/** What the menu, its shortcuts and the screens can be told to do; carried by the bridge's `command` event. */
export const commandNames = [
  'go-mint',
  'go-jwt',
  'go-scope',
  'go-console',
  'go-keys',
  'go-doctor',
  'go-practice',
  'go-settings',
  'new-app',
  'import-key',
  'mint',
] as const;
export type CommandName = (typeof commandNames)[number];

export interface CommandShortcut {
  /** As Electron writes shortcuts: `CmdOrCtrl` is Command on a Mac and Control elsewhere. */
  readonly keys: string;
  /** `menu`: the menu listens. `screen`: the menu only shows it, since a screen decides when it holds. */
  readonly heardBy: 'menu' | 'screen';
}

export const commandShortcuts: Readonly<Record<CommandName, CommandShortcut>> = {
  'go-mint': { keys: 'CmdOrCtrl+1', heardBy: 'menu' },
  'go-jwt': { keys: 'CmdOrCtrl+2', heardBy: 'menu' },
  'go-scope': { keys: 'CmdOrCtrl+3', heardBy: 'menu' },
  'go-console': { keys: 'CmdOrCtrl+4', heardBy: 'menu' },
  'go-keys': { keys: 'CmdOrCtrl+5', heardBy: 'menu' },
  'go-doctor': { keys: 'CmdOrCtrl+6', heardBy: 'menu' },
  'go-practice': { keys: 'CmdOrCtrl+7', heardBy: 'menu' },
  'go-settings': { keys: 'CmdOrCtrl+,', heardBy: 'menu' },
  'new-app': { keys: 'CmdOrCtrl+N', heardBy: 'menu' },
  'import-key': { keys: 'CmdOrCtrl+O', heardBy: 'menu' },
  mint: { keys: 'CmdOrCtrl+Return', heardBy: 'screen' },
};
