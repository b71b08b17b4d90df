import type { AnswerHead, ConsoleRun } from '../../shared/console-run.ts';

/** Authentication invalid, no permission (twice), access token invalid (扣子 API 错误码). */
const accessCodes: ReadonlySet<number> = new Set([4100, 4101, 700_012_006, 700_012_054]);

/** Whether the API refused the call for its token or what that may do, which is what the doctor looks into. */
export function isAboutAccess({
  status,
  envelope,
}: Pick<AnswerHead, 'status'> & Pick<ConsoleRun, 'envelope'>): boolean {
  if (envelope !== null && envelope.code !== 0) return accessCodes.has(envelope.code);
  return status === 401 || status === 403;
}
