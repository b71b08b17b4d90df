import { useEffect } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { useAppStore } from '../../app/app-store.ts';
import { type ConsoleCommand, offerConsoleCommands } from '../../app/console-commands.ts';
import { useTargets } from '../../app/open-targets.ts';
import { keepPanelSize, usePanelSize } from '../../app/panel-sizes.ts';
import { togglePin } from '../catalogue/endpoint-marks.ts';
import { chooseArrangement, sideSizeName, useConsoleLayout } from '../console-layout.ts';
import { copyAsCurl, openAsCode } from '../curl/copy-request.ts';
import { useSidePanel } from '../side-panel.tsx';
import { cancelRun, startRun } from '../start-run.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { focusAddress } from '../tabs/focus-address.ts';
import { closeTabs, duplicateTab, reopenTab, selectBeside, tabOf, useTabsStore } from '../tabs-store.ts';
import { useVariablesDialog } from '../variables/variables-store.ts';
import { offeredCommands } from './offered-commands.ts';

/** Milliseconds after which the palette has given the focus back. */
const afterPalette = 50;

function focusSide(): void {
  document.querySelector<HTMLInputElement>('[data-side-panel] input[type="search"]')?.focus();
}

function openVariables(tab: ConsoleTab | null): void {
  const { variableSets } = useAppStore.getState().profile;
  const chosen = tab?.history.present.variableSetId ?? variableSets[0]?.id ?? null;
  useVariablesDialog.setState({ setId: chosen });
}

function togglePinOf(tab: ConsoleTab): void {
  const { endpointId } = tab.history.present;
  if (endpointId !== null) togglePin(endpointId);
}

function run(name: ConsoleCommand, showSide: (isShown: boolean) => void): unknown {
  const tab = tabOf(useTabsStore.getState());
  switch (name) {
    case 'send':
      return startRun();
    case 'cancel':
      return cancelRun();
    case 'duplicate':
      return tab && duplicateTab(tab.id);
    case 'closeTab':
      return tab && closeTabs([tab.id]);
    case 'reopenTab':
      return reopenTab();
    case 'nextTab':
      return selectBeside(1);
    case 'address':
      return setTimeout(focusAddress, afterPalette);
    case 'copyPosix':
      return tab && copyAsCurl(tab, 'posix');
    case 'copyPowershell':
      return tab && copyAsCurl(tab, 'powershell');
    case 'copyCmd':
      return tab && copyAsCurl(tab, 'cmd');
    case 'copyCode':
      return tab && openAsCode(tab);
    case 'pin':
    case 'unpin':
      return tab && togglePinOf(tab);
    case 'searchEndpoints':
    case 'showHistory':
      showSide(true);
      useSidePanel.setState({ side: name === 'showHistory' ? 'history' : 'endpoints' });
      return setTimeout(focusSide, afterPalette);
    case 'variables':
      return openVariables(tab);
    case 'answerBeside':
      return chooseArrangement('columns');
    case 'answerBelow':
      return chooseArrangement('rows');
    case 'showSide':
    case 'hideSide':
      return showSide(name === 'showSide');
    default:
      return assertNever(name);
  }
}

/** Tells the palette what can be done here, and does what it asks for. */
export function useConsoleCommands(): void {
  const platform = useAppStore((state) => state.host.platform);
  const { arrangement, canChoose, isNarrow } = useConsoleLayout();
  const sideName = sideSizeName(isNarrow);
  const isSideHidden = usePanelSize(sideName) === 0;
  const asked = useTargets((state) => state.consoleCommand);
  useEffect(
    () => offerConsoleCommands(() => offeredCommands(platform, { arrangement, canChoose, isSideHidden })),
    [platform, arrangement, canChoose, isSideHidden],
  );
  useEffect(() => {
    if (asked === null) return;
    useTargets.setState({ consoleCommand: null });
    run(asked, (isShown) => {
      if (isShown === isSideHidden) keepPanelSize(sideName, isShown ? null : 0);
    });
  }, [asked, isSideHidden, sideName]);
}
