import { useEffect } from 'react';
import { useAppStore } from '../../app/app-store.ts';
import { isDialogOpen, isPopoverOpen } from '../../app/is-dialog-open.ts';
import { cancelRun, startRun } from '../start-run.ts';
import {
  closeTabs,
  duplicateTab,
  openFreeRequest,
  reopenTab,
  selectBeside,
  useTabsStore,
} from '../tabs-store.ts';
import { focusAddress } from './focus-address.ts';

function onSelected(act: (id: string) => void): boolean {
  const { selectedId } = useTabsStore.getState();
  if (selectedId === null) return false;
  act(selectedId);
  return true;
}

/** What a key does among the tabs; null for nothing. False from it: there was nothing to do. */
function actionOf(event: KeyboardEvent, isMac: boolean): (() => boolean) | null {
  const { key, code, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (altKey) return null;
  if (ctrlKey && !metaKey && key === 'Tab') {
    return () => {
      selectBeside(shiftKey ? -1 : 1);
      return true;
    };
  }
  if (isMac ? !metaKey || ctrlKey : !ctrlKey || metaKey) return null;
  if (code === 'KeyT') {
    return () => {
      if (shiftKey) reopenTab();
      else {
        openFreeRequest();
        requestAnimationFrame(focusAddress);
      }
      return true;
    };
  }
  if (code === 'KeyW' && !shiftKey) return () => onSelected((id) => closeTabs([id]));
  if (code === 'KeyD' && shiftKey) return () => onSelected(duplicateTab);
  return code === 'KeyL' && !shiftKey ? focusAddress : null;
}

const isTooltipOpen = () => document.querySelector('[role="tooltip"]') !== null;

const isOnTab = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.matches('[data-request-tabs] [role="tab"]');

/** Lets the keyboard send, cancel and go among the tabs from anywhere on the screen. */
export function useConsoleKeys(): void {
  const platform = useAppStore((state) => state.host.platform);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const isMac = platform === 'mac';
    const early = (event: KeyboardEvent) => {
      if (event.isComposing || isDialogOpen()) return;
      // A tooltip under the mouse would take the key for itself.
      if (event.key === 'Escape' && isTooltipOpen() && !isPopoverOpen() && cancelRun())
        event.preventDefault();
      const isSend =
        event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const action = platform === 'web' ? null : actionOf(event, isMac);
      if (!isSend && (action === null || !action())) return;
      event.preventDefault();
      event.stopPropagation();
      if (isSend) void startRun();
    };
    const late = (event: KeyboardEvent) => {
      if (event.key === 'Delete' && isOnTab(event)) onSelected((id) => closeTabs([id]));
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (isDialogOpen() || isPopoverOpen()) return;
      if (cancelRun()) event.preventDefault();
    };
    window.addEventListener('keydown', early, { signal, capture: true });
    window.addEventListener('keydown', late, { signal });
    return () => controller.abort();
  }, [platform]);
}
