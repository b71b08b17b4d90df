import { rm } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import { ProblemError } from '../../shared/problem.ts';
import { makeFolder } from '../storage/make-folder.ts';

/** The folder for files that nobody needs after the end of the app. */
export interface PassingFolder {
  /** Makes it when it is not there; what an earlier run left in it is gone then. */
  readonly ready: () => Promise<string>;
  /**
   * Runs what writes to it.
   *
   * @throws ProblemError `console/no-room` for what the file system throws
   */
  readonly attempt: <Value>(write: () => Promise<Value>) => Promise<Value>;
  readonly remove: () => Promise<void>;
}

/**
 * A folder in the data folder, which one process has for itself. Removing what an earlier run left (one that was
 * killed) begins at once.
 */
export function createPassingFolder(dataFolder: string): PassingFolder {
  const folder = path.join(dataFolder, 'passing');
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  const cleaned = remove();
  let made: Promise<string> | null = null;

  async function make(): Promise<string> {
    await cleaned;
    await makeFolder(folder, 0o700);
    return folder;
  }

  return {
    ready: () => {
      made ??= make().catch((thrown) => {
        made = null;
        throw thrown;
      });
      return made;
    },
    attempt: async (write) => {
      try {
        return await write();
      } catch (thrown) {
        if (thrown instanceof ProblemError) throw thrown;
        const params = { folder, reason: errorCode(thrown) };
        throw new ProblemError('console/no-room', { params, cause: thrown });
      }
    },
    remove: async () => {
      await cleaned;
      await remove();
    },
  };
}
