import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { errorCode } from '../../shared/error-code.ts';
import { ProblemError } from '../../shared/problem.ts';
import { emptyProfile, type Profile } from '../../shared/profile.ts';
import type { Clock } from '../../shared/time.ts';
import { makeFolder } from './make-folder.ts';
import { type ProfileOnDisk, readProfile } from './read-profile.ts';
import { setAside } from './set-aside.ts';

export interface ProfileFile {
  /** What was read at the start; empty on a first run. */
  readonly profile: Profile;
  /** The name that a file has now that could not be read; null when all went well. */
  readonly setAsideAs: string | null;
  /**
   * Writes `profile` and resolves when it, or a later one, is on disk. Calls that come while a write is running share
   * the next one.
   *
   * @throws ProblemError `storage/unwritable` (params folder, reason: the error's code)
   */
  readonly save: (profile: Profile) => Promise<void>;
  /** Resolves when nothing is being written any more. */
  readonly settled: () => Promise<void>;
}

const fileName = 'profile.json';
const copyName = 'profile.json.bak';

interface Opened {
  readonly found: Extract<ProfileOnDisk, { kind: 'good' }> | null;
  readonly setAsideAs: string | null;
  /** False when a file that cannot be read is still in the way: nothing may be written over it. */
  readonly writable: boolean;
}

async function open(folder: string, clock: Clock): Promise<Opened> {
  let setAsideAs: string | null = null;
  let writable = true;
  for (const name of [fileName, copyName]) {
    const onDisk = await readProfile(path.join(folder, name));
    if (onDisk.kind === 'good') return { found: onDisk, setAsideAs, writable };
    if (onDisk.kind === 'missing') continue;
    const newName = await setAside(folder, name, clock);
    writable &&= newName !== null;
    setAsideAs ??= newName ?? name;
  }
  return { found: null, setAsideAs, writable };
}

/**
 * Opens the profile in `folder`. A file that cannot be read, does not parse, or was written by a newer version is
 * renamed, never overwritten; the last good copy is then read in its place. Opening never fails: what cannot be read
 * is an empty profile and a name in `setAsideAs`.
 */
export async function openProfileFile(folder: string, clock: Clock): Promise<ProfileFile> {
  const { found, setAsideAs, writable } = await open(folder, clock);
  let goodText = found?.text ?? null;
  let pending: Profile | null = null;
  let queue: Promise<void> = Promise.resolve();
  let nextWrite: Promise<void> | null = null;

  async function write(name: string, text: string): Promise<void> {
    await writeFileAtomic(path.join(folder, name), text, { mode: 0o600 });
  }

  async function writePending(): Promise<void> {
    nextWrite = null;
    const profile = pending;
    pending = null;
    if (profile === null) return;
    const text = `${JSON.stringify(profile, null, 2)}\n`;
    if (text === goodText) return;
    try {
      if (!writable) throw Object.assign(new Error('a file is in the way'), { code: 'in-the-way' });
      await makeFolder(folder, 0o700);
      if (goodText !== null) await write(copyName, goodText);
      await write(fileName, text);
      goodText = text;
    } catch (cause) {
      const params = { folder, reason: errorCode(cause) };
      throw new ProblemError('storage/unwritable', { params, remedies: ['retry'], cause });
    }
  }

  return {
    profile: found?.profile ?? emptyProfile,
    setAsideAs,
    save: (profile) => {
      pending = profile;
      if (nextWrite === null) {
        nextWrite = queue.then(writePending);
        queue = nextWrite.catch(() => undefined);
      }
      return nextWrite;
    },
    settled: async () => {
      while (nextWrite !== null) await nextWrite.catch(() => undefined);
      await queue;
    },
  };
}
