import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { matchFingerprint } from '../doctor/match-fingerprint.ts';
import type { EngineContext } from './context.ts';

/**
 * Keeps what a successful exchange teaches: which hash of the public key Coze's `kid` is. Practice Coze and self-made
 * hosts say nothing about that. A profile that cannot be written keeps it for this run.
 */
export async function learnKidFormula(
  { profile }: Pick<EngineContext, 'profile'>,
  { region }: Pick<OAuthApp, 'region'>,
  { kid, fingerprints }: Pick<SigningKey, 'kid' | 'fingerprints'>,
): Promise<void> {
  if (region.kind !== 'cn' && region.kind !== 'com') return;
  const kidFormula = matchFingerprint(kid ?? '', fingerprints);
  if (kidFormula === null || kidFormula === profile.get().kidFormula) return;
  await profile.update((now) => ({ ...now, kidFormula })).catch(() => undefined);
}
