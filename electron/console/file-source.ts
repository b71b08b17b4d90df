import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { BodySource } from '../http/request-body.ts';

/** Bytes that are read at once. */
const step = 1024 * 1024;

/**
 * An ordinary file as a body that is read while it is sent, as long as it was when this was called.
 *
 * @throws what the file system throws; an error with the code `EISDIR` or `EINVAL` for what is no ordinary file
 */
export async function fileSource(path: string): Promise<BodySource> {
  const file = await open(path, 'r');
  try {
    const stats = await file.stat();
    if (!stats.isFile()) {
      const code = stats.isDirectory() ? 'EISDIR' : 'EINVAL';
      throw Object.assign(new Error('no ordinary file'), { code });
    }
    const { size } = stats;
    async function* empty(): AsyncGenerator<Uint8Array> {}
    return {
      length: size,
      open: () => (size === 0 ? empty() : createReadStream(path, { end: size - 1, highWaterMark: step })),
    };
  } finally {
    await file.close();
  }
}
