/** The system's clipboard as Electron gives it: at once or as promises, by its version. */
export interface SystemClipboard {
  readonly readText: () => string | Promise<string>;
  readonly writeText: (text: string) => void | Promise<void>;
}

export interface OwnClipboard {
  /** What the app put there last; somebody else may have replaced it since. */
  readonly read: () => string;
  /** Puts `text` there. Empty text takes away what the app put there last, and nothing that others put there. */
  readonly write: (text: string) => void;
  /** Resolves when nothing is being written any more. */
  readonly settled: () => Promise<void>;
}

/**
 * Makes a clipboard that can only be read asynchronously fit for "take it back if it is still there", which is asked
 * at once: the look at what is there now is left to the moment of clearing.
 */
export function ownClipboard(system: SystemClipboard): OwnClipboard {
  let own = '';
  let queue: Promise<void> = Promise.resolve();

  async function clear(text: string): Promise<void> {
    if ((await system.readText()) === text) await system.writeText('');
  }

  return {
    read: () => own,
    write: (text) => {
      const before = own;
      own = text;
      const work = async () => (text === '' ? clear(before) : system.writeText(text));
      queue = queue.then(work).catch(() => undefined);
    },
    settled: () => queue,
  };
}
