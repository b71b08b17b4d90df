import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCode } from '../../shared/error-code.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { KeptBody } from './kept-bodies.ts';

type Bytes = Readable | Iterable<Uint8Array>;

async function save(bytes: Bytes, file: string): Promise<void> {
  const partial = `${file}.part`;
  try {
    await pipeline(bytes, createWriteStream(partial));
    await rename(partial, file);
  } catch (thrown) {
    await rm(partial, { force: true }).catch(() => undefined);
    const params = { folder: path.dirname(file), reason: errorCode(thrown) };
    throw new ProblemError('console/no-room', { params, cause: thrown });
  }
}

/**
 * Writes what is there of a body to a file. One that stood there before is replaced only when all of it is written.
 *
 * @throws ProblemError `console/no-room`
 */
export function saveBody(body: KeptBody, file: string): Promise<void> {
  return save(body.read({ from: 0, to: body.readable() - 1 }), file);
}

/**
 * As {@link saveBody}.
 *
 * @throws ProblemError `console/no-room`
 */
export function saveBytes(bytes: Uint8Array, file: string): Promise<void> {
  return save([bytes], file);
}
