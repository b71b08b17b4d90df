import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Profile } from '../../shared/profile.ts';
import type { ProfileFile } from '../storage/profile-file.ts';
import { mendProfile } from './mend-profile.ts';

/** Settings, apps and keys as they are now. */
export interface ProfileState {
  readonly get: () => Profile;
  /**
   * Changes the profile at once and resolves when it is on disk. When writing fails, the change stays in memory and
   * goes out with the next one.
   *
   * @throws ProblemError `storage/unwritable`
   */
  readonly update: (change: (profile: Profile) => Profile) => Promise<void>;
  /**
   * Writes what `change` makes of the profile without making it so: what the next run finds when this one is killed
   * before its next update.
   *
   * @throws ProblemError `storage/unwritable`
   */
  readonly writeAhead: (change: (profile: Profile) => Profile) => Promise<void>;
  /** Writes the profile as it is now, when the file says something else. */
  readonly flush: () => Promise<void>;
  /** @throws ProblemError `app/not-found` */
  readonly app: (id: string) => OAuthApp;
  /** @throws ProblemError `key/not-found` */
  readonly key: (id: string) => SigningKey;
}

export function createProfileState(file: ProfileFile, onChange: (profile: Profile) => void): ProfileState {
  let current = mendProfile(file.profile);
  let onDisk = current;

  async function write(): Promise<void> {
    const writing = current;
    await file.save(writing);
    if (current === writing) onDisk = writing;
  }

  return {
    get: () => current,
    update: async (change) => {
      current = change(current);
      onChange(current);
      await write();
    },
    writeAhead: async (change) => {
      onDisk = change(current);
      await file.save(onDisk);
    },
    flush: async () => {
      if (current !== onDisk) await write().catch(() => undefined);
      await file.settled();
    },
    app: (id) => {
      const app = current.apps.find((candidate) => candidate.id === id);
      if (app === undefined) throw new ProblemError('app/not-found');
      return app;
    },
    key: (id) => {
      const key = current.keys.find((candidate) => candidate.id === id);
      if (key === undefined) throw new ProblemError('key/not-found');
      return key;
    },
  };
}
