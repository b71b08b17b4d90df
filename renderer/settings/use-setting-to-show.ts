import { useEffect } from 'react';
import { useTargets } from '../app/open-targets.ts';

const controls = 'button:not(:disabled), input:not(:disabled), [tabindex="0"]';

/** Brings the setting that was asked for into sight, and the keyboard to it. */
export function useSettingToShow(): void {
  const name = useTargets((state) => state.settingToShow);
  useEffect(() => {
    if (name === null) return;
    useTargets.setState({ settingToShow: null });
    const row = document.querySelector<HTMLElement>(`[data-setting="${name}"]`);
    row?.scrollIntoView({ block: 'center' });
    (row?.querySelector<HTMLElement>(controls) ?? row)?.focus({ preventScroll: true });
  }, [name]);
}
