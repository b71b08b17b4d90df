import type { OAuthApp } from '../../shared/coze/app.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import type { DoctorReport } from '../../shared/doctor.ts';

/** True when what `report` was about is not what the app is now: its region, ids, key, kid, kind or scope changed. */
export function isFromBefore(
  report: DoctorReport,
  app: OAuthApp,
  keys: readonly Pick<SigningKey, 'id' | 'kid'>[],
): boolean {
  const key = keys.find(({ id }) => id === app.keyInUse);
  const then = [report.region, report.clientId, report.variant, report.keyId, report.kid, report.scope];
  const now = [
    app.region,
    app.clientId,
    app.variant.kind,
    key?.id ?? null,
    key?.kid ?? null,
    app.defaults.scope,
  ];
  return JSON.stringify(then) !== JSON.stringify(now);
}
