import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ConsoleFile } from '../../shared/console-run.ts';
import { errorCode } from '../../shared/error-code.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { BodySource } from '../http/request-body.ts';
import { fileSource } from './file-source.ts';
import type { PassingFolder } from './passing-folder.ts';

/** The files that a person has chosen in this run, by the handles that the screens know. */
export interface ConsoleFiles {
  /**
   * @param file - a path that did not come from a screen
   * @throws ProblemError `console/file-unreadable`
   */
  readonly addPath: (file: string) => Promise<ConsoleFile>;
  /** @throws ProblemError `console/no-room` */
  readonly addBytes: (
    name: string,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ) => Promise<ConsoleFile>;
  /** @throws ProblemError `console/file-gone`, `console/file-unreadable` */
  readonly open: (fileId: string) => Promise<{ readonly name: string; readonly source: BodySource }>;
}

function unreadable(name: string, thrown: unknown): ProblemError {
  const params = { name, reason: errorCode(thrown) };
  return new ProblemError('console/file-unreadable', { params, cause: thrown });
}

/** The same bytes; a file that cannot be read any more, or is shorter than it was, is told by its name. */
function named(name: string, source: BodySource): BodySource {
  async function* open(): AsyncGenerator<Uint8Array> {
    let left = source.length;
    try {
      for await (const chunk of source.open()) {
        left -= chunk.length;
        yield chunk;
      }
    } catch (thrown) {
      throw unreadable(name, thrown);
    }
    if (left > 0) throw unreadable(name, Object.assign(new Error('shorter'), { code: 'shorter' }));
  }
  return { length: source.length, open };
}

export function createConsoleFiles(newId: () => string, folder: PassingFolder): ConsoleFiles {
  const files = new Map<string, { readonly path: string; readonly name: string }>();

  function keep(filePath: string, name: string, size: number): ConsoleFile {
    const fileId = newId();
    files.set(fileId, { path: filePath, name });
    return { fileId, name, size };
  }

  return {
    addPath: async (filePath) => {
      const name = path.basename(filePath);
      try {
        const stats = await stat(filePath);
        if (!stats.isFile()) throw Object.assign(new Error('no ordinary file'), { code: 'EINVAL' });
        return keep(filePath, name, stats.size);
      } catch (thrown) {
        throw unreadable(name, thrown);
      }
    },
    addBytes: (name, chunks) =>
      folder.attempt(async () => {
        const filePath = path.join(await folder.ready(), newId());
        try {
          await pipeline(chunks, createWriteStream(filePath, { flags: 'wx', mode: 0o600 }));
        } catch (thrown) {
          await rm(filePath, { force: true }).catch(() => undefined);
          throw thrown;
        }
        const { size } = await stat(filePath);
        return keep(filePath, path.basename(name) || 'file', size);
      }),
    open: async (fileId) => {
      const file = files.get(fileId);
      if (file === undefined) throw new ProblemError('console/file-gone');
      try {
        return { name: file.name, source: named(file.name, await fileSource(file.path)) };
      } catch (thrown) {
        throw unreadable(file.name, thrown);
      }
    },
  };
}
