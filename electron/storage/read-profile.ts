import { readFile } from 'node:fs/promises';
import { type Profile, profileSchema } from '../../shared/profile.ts';

export type ProfileOnDisk =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'good'; readonly profile: Profile; readonly text: string };

/** Reads a profile file; one of another version, or with a member of another shape, counts as unreadable. */
export async function readProfile(file: string): Promise<ProfileOnDisk> {
  try {
    const text = await readFile(file, 'utf8');
    return { kind: 'good', profile: profileSchema.parse(JSON.parse(text)), text };
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    return { kind: missing ? 'missing' : 'unreadable' };
  }
}
