import { useEffect, useState } from 'react';
import { openScreen, useAppStore } from './app-store.ts';

/** The JWT screen's editor takes files by itself, as text. */
function hasFiles(event: DragEvent): boolean {
  return (event.dataTransfer?.types.includes('Files') ?? false) && useAppStore.getState().screen !== 'jwt';
}

async function takeFile(file: File): Promise<void> {
  const { importFile } = await import('../keys/import-store.ts');
  openScreen('keys');
  await importFile(file);
}

/** Takes a file that is dropped anywhere in the window; true while one hovers over it. */
export function useFileDrop(): boolean {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    document.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setHovering(true);
      },
      { signal },
    );
    document.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setHovering(false);
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        setHovering(false);
        const file = event.dataTransfer?.files[0];
        if (!hasFiles(event) || !file) return;
        event.preventDefault();
        void takeFile(file);
      },
      { signal },
    );
    return () => controller.abort();
  }, []);
  return hovering;
}
