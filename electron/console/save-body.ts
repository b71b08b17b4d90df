import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '../../shared/problem.ts';
import type { KeptBody } from './kept-bodies.ts';

/**
 * Writes what is there of a body to a file. One that stood there before is replaced only when all of it is written.
 *
 * @throws ProblemError `console/no-room`
 */
export async function saveBody(body: KeptBody, file: string): Promise<void> {
  const partial = `${file}.part`;
  try {
    await pipeline(body.read({ from: 0, to: body.readable() - 1 }), createWriteStream(partial));
    await rename(partial, file);
  } catch (thrown) {
    await rm(partial, { force: true }).catch(() => undefined);
    const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
    throw new ProblemError('console/no-room', {
      params: { folder: path.dirname(file), reason },
      cause: thrown,
    });
  }
}
