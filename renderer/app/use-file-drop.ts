import { useEffect, useState } from 'react';
import { openScreen, useAppStore } from './app-store.ts';
import { openJwt } from './open-targets.ts';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Part of a screen that takes dropped files itself. */
function isTakenThere({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-takes-files]') !== null;
}

/** Bytes of a file in which tokens are looked for. */
const largestText = 4 * 1024 * 1024;

/** Key material, the configuration of an app, or nothing that is text. */
const forImport = /-----BEGIN |"private_key"|"kty"|\0/;

async function takeFile(file: File): Promise<void> {
  if (useAppStore.getState().screen === 'jwt') {
    const text = await file.slice(0, largestText).text();
    if (!forImport.test(text)) return openJwt(text);
  }
  const { importFile } = await import('../keys/import-store.ts');
  openScreen('keys');
  await importFile(file);
}

/**
 * Takes a file that is dropped anywhere in the window: a key or a configuration is imported, and on the JWT screen any
 * other file is searched for tokens. True while one hovers over the window.
 */
export function useFileDrop(): boolean {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // Before an editor takes the file as text of its own.
    const first = { signal, capture: true };
    document.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setHovering(!isTakenThere(event));
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
        if (isTakenThere(event)) return;
        event.stopPropagation();
        void takeFile(file);
      },
      first,
    );
    return () => controller.abort();
  }, []);
  return hovering;
}
