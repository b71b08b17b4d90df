import { expect, test } from 'vitest';
import { learnKidFormula } from '../../../electron/engine/learn-kid-formula.ts';
import type { ProfileState } from '../../../electron/engine/profile-state.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { emptyProfile, type Profile } from '../../../shared/profile.ts';

const fingerprints = { spki: 's', jwkThumbprint: 'j', pkcs1: 'p' };

function profileState(isWritable = true): ProfileState & { readonly writes: () => number } {
  let current: Profile = emptyProfile;
  let writes = 0;
  const state: Partial<ProfileState> = {
    get: () => current,
    update: async (change) => {
      current = change(current);
      writes += 1;
      if (!isWritable) throw new ProblemError('storage/unwritable');
    },
  };
  return { ...(state as ProfileState), writes: () => writes };
}

test('is learned in an official region, from a kid that is a fingerprint, once', async () => {
  const profile = profileState();
  const learn = (kind: 'cn' | 'com' | 'practice', kid: string | null) =>
    learnKidFormula({ profile }, { region: { kind } }, { kid, fingerprints });
  await learn('practice', 's');
  await learn('cn', 'none of them');
  await learn('cn', null);
  expect(profile.get().kidFormula).toBeUndefined();
  await learn('cn', 'j');
  await learn('com', 'j');
  expect(profile.get().kidFormula).toBe('jwkThumbprint');
  expect(profile.writes()).toBe(1);
});

test('is kept for this run where the profile cannot be written', async () => {
  const profile = profileState(false);
  await learnKidFormula({ profile }, { region: { kind: 'cn' } }, { kid: 'p', fingerprints });
  expect(profile.get().kidFormula).toBe('pkcs1');
});
