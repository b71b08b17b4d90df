import { open } from 'node:fs/promises';

/**
 * The first `limitBytes` + 1 bytes of a file, so that the caller can tell "too large" and nothing huge is read. What
 * is no ordinary file (a pipe, a device) is empty: reading it might never end.
 */
export async function readAtMost(file: string, limitBytes: number): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    if (!(await handle.stat()).isFile()) return new Uint8Array();
    const buffer = new Uint8Array(limitBytes + 1);
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await handle.close();
  }
}
