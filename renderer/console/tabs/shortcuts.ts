import type { HostInfo } from '../../../shared/bridge.ts';

/** How the console's shortcuts are written; null where a browser keeps them for itself. */
export interface ConsoleShortcuts {
  readonly new: string | null;
  readonly close: string | null;
  readonly reopen: string | null;
  readonly duplicate: string | null;
  readonly next: string | null;
  readonly address: string | null;
}

const none: ConsoleShortcuts = {
  new: null,
  close: null,
  reopen: null,
  duplicate: null,
  next: null,
  address: null,
};

export function shortcutsOf(platform: HostInfo['platform']): ConsoleShortcuts {
  if (platform === 'web') return none;
  const isMac = platform === 'mac';
  const command = isMac ? '⌘' : 'Ctrl+';
  const shift = isMac ? '⇧⌘' : 'Ctrl+Shift+';
  return {
    new: `${command}T`,
    close: `${command}W`,
    reopen: `${shift}T`,
    duplicate: `${shift}D`,
    next: isMac ? '⌃⇥' : 'Ctrl+Tab',
    address: `${command}L`,
  };
}
