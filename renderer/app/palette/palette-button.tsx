import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app-store.ts';
import styles from './palette-button.module.css';
import { closePalette, openPalette, usePaletteStore } from './palette-store.ts';

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((module) => ({ default: module.CommandPalette })),
);

/** The way into the palette, which is loaded when it is first opened: this button, and its shortcut from anywhere. */
export function PaletteButton() {
  const { t } = useTranslation('palette');
  const isOpen = usePaletteStore((state) => state.isOpen);
  const isMac = useAppStore((state) => state.host.platform === 'mac');
  const [wasOpen, setWasOpen] = useState(false);
  useEffect(() => {
    if (isOpen) setWasOpen(true);
  }, [isOpen]);
  useEffect(() => {
    const controller = new AbortController();
    const listen = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey, code, isComposing } = event;
      const isAsked = code === 'KeyK' && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey);
      if (!isAsked || altKey || shiftKey || isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      if (usePaletteStore.getState().isOpen) closePalette();
      else openPalette();
    };
    window.addEventListener('keydown', listen, { signal: controller.signal, capture: true });
    return () => controller.abort();
  }, [isMac]);
  return (
    <>
      <Button className={styles.button ?? ''} onPress={openPalette}>
        <Search size={13} strokeWidth={1.5} aria-hidden />
        <span>{t('open')}</span>
        <kbd>{isMac ? '⌘K' : 'Ctrl+K'}</kbd>
      </Button>
      {(isOpen || wasOpen) && (
        <Suspense fallback={null}>
          <CommandPalette />
        </Suspense>
      )}
    </>
  );
}
