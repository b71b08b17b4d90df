import path from 'node:path';
import { ProblemError } from '../../shared/problem.ts';
import type { Profile } from '../../shared/profile.ts';
import { openProfileFile } from '../storage/profile-file.ts';
import { lockProfile, type ProfileLock } from '../storage/profile-lock.ts';
import { readProfile } from '../storage/read-profile.ts';
import { profileFolder } from './profile-folder.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The stored profile, for as long as this process has it for itself. */
export interface EditableProfile {
  readonly get: () => Profile;
  /** Makes `change` of it and resolves when that is on disk. @throws ProblemError `storage/unwritable` */
  readonly update: (change: (profile: Profile) => Profile) => Promise<void>;
}

/** Milliseconds that another command gets to finish what it changes, and between two looks. */
const patienceMs = 3000;
const pauseMs = 50;

function isInUse(thrown: unknown): boolean {
  return thrown instanceof ProblemError && thrown.problem.code === 'storage/in-use';
}

async function lockInTime(folder: string, { clock }: Terminal): Promise<ProfileLock> {
  const until = clock.now() + patienceMs;
  for (;;) {
    try {
      return await lockProfile(folder);
    } catch (thrown) {
      if (!isInUse(thrown) || clock.now() >= until) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** A file that cannot be read is for the app to set aside, where a person sees that it did. */
async function refuseUnreadable(folder: string): Promise<void> {
  for (const name of ['profile.json', 'profile.json.bak']) {
    const onDisk = await readProfile(path.join(folder, name));
    if (onDisk.kind === 'unreadable') throw new UsageError('usage.profile-unreadable', { folder });
    if (onDisk.kind === 'good') return;
  }
}

/**
 * Lets `work` change the profile that the desktop app keeps. No other process changes it meanwhile: another command is
 * waited for, a running app is not.
 *
 * @throws ProblemError `storage/in-use`, and what `work` throws
 * @throws UsageError when the profile cannot be read; then nothing is touched
 */
export async function editProfile<Result>(
  terminal: Terminal,
  work: (profile: EditableProfile) => Promise<Result>,
): Promise<Result> {
  const folder = profileFolder(terminal);
  const lock = await lockInTime(folder, terminal);
  try {
    await refuseUnreadable(folder);
    const file = await openProfileFile(folder, terminal.clock);
    let current = file.profile;
    return await work({
      get: () => current,
      update: async (change) => {
        const next = change(current);
        await file.save(next);
        current = next;
      },
    });
  } finally {
    await lock.release();
  }
}
