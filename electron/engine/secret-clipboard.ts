import type { HostServices } from './host-services.ts';

export interface SecretClipboard {
  /** Copies `text`; after `seconds` it leaves the clipboard if it is still there. 0 seconds: only at the end. */
  readonly copy: (text: string, seconds: number) => Promise<void>;
  /** Takes the last secret out of the clipboard now, if it is still there. */
  readonly clear: () => Promise<void>;
}

/** Puts secrets into the clipboard and takes them out again, and never anything that somebody else put there. */
export function createSecretClipboard(
  host: Pick<HostServices, 'readClipboard' | 'writeClipboard'>,
): SecretClipboard {
  let copied: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();

  function inTurn(work: () => Promise<void>): Promise<void> {
    last = last.catch(() => undefined).then(work);
    return last;
  }

  function clear(): Promise<void> {
    clearTimeout(timer);
    return inTurn(async () => {
      const text = copied;
      copied = null;
      if (text !== null && (await host.readClipboard()) === text) await host.writeClipboard('');
    });
  }

  return {
    clear,
    copy: (text, seconds) => {
      clearTimeout(timer);
      return inTurn(async () => {
        await host.writeClipboard(text);
        copied = text;
        if (seconds <= 0) return;
        timer = setTimeout(() => void clear().catch(() => undefined), seconds * 1000);
        timer.unref();
      });
    },
  };
}
