import { fstatSync, writeSync } from 'node:fs';

/** Standard output, or standard error. */
export interface OutputStream {
  readonly write: (text: string) => void;
  /** Resolves when the bytes are written; rejects with an `AbortError` when they cannot be. */
  readonly pour: (bytes: Uint8Array) => Promise<void>;
  /** Resolves when everything is written, or cannot be. */
  readonly flush: () => Promise<void>;
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}

/** Node's own stream for files takes a write that the disk had half of the room for as a whole one. */
function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

function asError(thrown: unknown): NodeJS.ErrnoException {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/**
 * Writes to one of the process's own streams, which is opened when it is first needed.
 *
 * @param onFailure - told of every write that failed
 */
export function openOutput(
  open: () => NodeJS.WriteStream,
  fd: number,
  onFailure: (error: NodeJS.ErrnoException) => void,
): OutputStream {
  let opened: NodeJS.WriteStream | null = null;
  let asFile: boolean | null = null;

  function stream(): NodeJS.WriteStream {
    if (opened !== null) return opened;
    opened = open();
    opened.on('error', onFailure);
    return opened;
  }

  function send(bytes: string | Uint8Array, onWritten: (error: Error | null) => void): void {
    asFile ??= isFile(fd);
    if (!asFile) {
      stream().write(bytes, (error) => onWritten(error ?? null));
      return;
    }
    try {
      writeWhole(fd, Buffer.from(bytes));
      onWritten(null);
    } catch (thrown) {
      onWritten(asError(thrown));
    }
  }

  return {
    write: (text) =>
      send(text, (error) => {
        if (error !== null) onFailure(error);
      }),
    pour: (bytes) =>
      new Promise((resolve, reject) => {
        send(bytes, (error) => {
          if (error === null) return resolve();
          onFailure(error);
          reject(new DOMException('the output cannot be written', 'AbortError'));
        });
      }),
    flush: () =>
      new Promise((resolve) => {
        if (opened === null || opened.destroyed) resolve();
        else opened.write('', () => resolve());
      }),
  };
}
