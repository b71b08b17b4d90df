import type { HostServices } from './host-services.ts';

export interface SecretClipboard {
  /** Copies `text`; after `seconds` it leaves the clipboard if it is still there. 0 seconds: only at the end. */
  readonly copy: (text: string, seconds: number) => void;
  /** Takes the last secret out of the clipboard now, if it is still there. */
  readonly clear: () => void;
}

/** Puts secrets into the clipboard and takes them out again, and never anything that somebody else put there. */
export function createSecretClipboard(
  host: Pick<HostServices, 'readClipboard' | 'writeClipboard'>,
): SecretClipboard {
  let copied: string | null = null;
  let timer: NodeJS.Timeout | undefined;

  function clear(): void {
    clearTimeout(timer);
    const text = copied;
    copied = null;
    if (text !== null && host.readClipboard() === text) host.writeClipboard('');
  }

  return {
    clear,
    copy: (text, seconds) => {
      clearTimeout(timer);
      host.writeClipboard(text);
      copied = text;
      if (seconds > 0) {
        timer = setTimeout(clear, seconds * 1000);
        timer.unref();
      }
    },
  };
}
