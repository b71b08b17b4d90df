import { useEffect, useState } from 'react';
import { importFile } from './import-store.ts';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
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
        void importFile(file);
      },
      { signal },
    );
    return () => controller.abort();
  }, []);
  return hovering;
}
