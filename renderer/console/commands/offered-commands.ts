import type { HostInfo } from '../../../shared/bridge.ts';
import type { ConsoleCommand, OfferedCommand } from '../../app/console-commands.ts';
import { useEndpointMarks } from '../catalogue/endpoint-marks.ts';
import type { Arrangement } from '../console-layout.ts';
import { useRunsStore } from '../runs-store.ts';
import { isRunning } from '../start-run.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { shortcutsOf } from '../tabs/shortcuts.ts';
import { tabOf, useTabsStore } from '../tabs-store.ts';

/** How the console stands in the window. */
export interface Standing {
  readonly arrangement: Arrangement;
  readonly canChoose: boolean;
  readonly isSideHidden: boolean;
}

function ofRequest(tab: ConsoleTab): readonly ConsoleCommand[] {
  const { endpointId, isSocket } = tab.history.present;
  const { pinned } = useEndpointMarks.getState();
  const running = isRunning(tab, useRunsStore.getState().runs);
  const pin = endpointId === null ? [] : ([pinned.includes(endpointId) ? 'unpin' : 'pin'] as const);
  if (isSocket) return ['duplicate', 'closeTab', 'address', ...pin];
  return [
    running ? 'cancel' : 'send',
    'duplicate',
    'closeTab',
    'address',
    'copyPosix',
    'copyPowershell',
    'copyCmd',
    'copyCode',
    ...pin,
  ];
}

function keysOf(platform: HostInfo['platform']): Partial<Record<ConsoleCommand, string | null>> {
  const { duplicate, close, reopen, next, address } = shortcutsOf(platform);
  return {
    send: platform === 'mac' ? '⌘↩' : 'Ctrl+↩',
    cancel: 'Esc',
    duplicate,
    closeTab: close,
    reopenTab: reopen,
    nextTab: next,
    address,
  };
}

/** What the palette offers while the console is in sight. */
export function offeredCommands(
  platform: HostInfo['platform'],
  { arrangement, canChoose, isSideHidden }: Standing,
): readonly OfferedCommand[] {
  const { tabs, selectedId, closed } = useTabsStore.getState();
  const tab = tabOf({ tabs, selectedId });
  const names: readonly ConsoleCommand[] = [
    ...(tab === null ? [] : ofRequest(tab)),
    ...(closed.length === 0 ? [] : (['reopenTab'] as const)),
    ...(tabs.length < 2 ? [] : (['nextTab'] as const)),
    'searchEndpoints',
    'showHistory',
    'variables',
    ...(canChoose ? ([arrangement === 'rows' ? 'answerBeside' : 'answerBelow'] as const) : []),
    isSideHidden ? 'showSide' : 'hideSide',
  ];
  const keys = keysOf(platform);
  return names.map((name) => ({ name, keys: keys[name] ?? null }));
}
