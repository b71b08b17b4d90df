import { type RefObject, useEffect, useRef } from 'react';
import { useTargets } from '../app/open-targets.ts';

const controls = 'button:not(:disabled), input:not(:disabled), [tabindex="0"]';

/** To the middle of what scrolls; `scrollIntoView` would move the frame around it, too. */
function bringIntoSight(row: HTMLElement, screen: HTMLElement): void {
  const { top, height } = row.getBoundingClientRect();
  screen.scrollTop += top - screen.getBoundingClientRect().top - (screen.clientHeight - height) / 2;
}

/** Brings the setting that was asked for into sight, and the keyboard to it. The ref is for what scrolls. */
export function useSettingToShow(): RefObject<HTMLDivElement | null> {
  const screen = useRef<HTMLDivElement>(null);
  const name = useTargets((state) => state.settingToShow);
  useEffect(() => {
    if (name === null) return;
    useTargets.setState({ settingToShow: null });
    const row = screen.current?.querySelector<HTMLElement>(`[data-setting="${name}"]`);
    if (!row || !screen.current) return;
    bringIntoSight(row, screen.current);
    (row.querySelector<HTMLElement>(controls) ?? row).focus({ preventScroll: true });
  }, [name]);
  return screen;
}
