import type { TFunction } from 'i18next';
import type { CurlCode, CurlFinding } from '../../../shared/curl/curl-finding.ts';
import type { CurlReading } from '../../../shared/curl/read-curl.ts';
import { describeCurlFinding } from '../../../shared/i18n/describe-curl-finding.ts';
import type { RequestDraft } from '../request/request-draft.ts';
import { filesOf, hasOwnCredential, isLaidOut } from './draft-of-curl.ts';

/** One thing to know about a command that becomes a request. */
export interface CurlRemark {
  readonly text: string;
  readonly severity: CurlFinding['severity'];
}

/** Notes by which something of the text is left behind, or is read as something else than stands there. */
const tellingNotes: ReadonlySet<CurlCode> = new Set(['other-command', 'typographic', 'token-in-url']);

/** More than so many are not read in passing. */
const mostInPassing = 3;

const mostShown = 20;

/** All that there is to say of a command, each thing once. */
export function curlRemarks(
  reading: CurlReading,
  draft: RequestDraft | null,
  t: TFunction<'request'>,
  language: 'zh' | 'en',
): readonly CurlRemark[] {
  const { findings, secret } = reading;
  const isOwn = draft !== null && hasOwnCredential(draft);
  const files = filesOf(reading);
  const notes = [
    ...(secret !== null && !isOwn ? [t('curl.token')] : []),
    ...(isOwn ? [t('curl.credential')] : []),
    ...(files.length > 0 ? [t('curl.files', { names: files.join(', ') })] : []),
  ];
  const said = [
    ...notes.map((text): CurlRemark => ({ text, severity: 'note' })),
    ...findings.map(
      (finding): CurlRemark => ({
        text: describeCurlFinding(finding, language),
        severity: finding.severity,
      }),
    ),
    ...(isLaidOut(reading) ? [{ text: t('curl.laidOut'), severity: 'note' } as const] : []),
  ];
  return [...new Map(said.map((remark) => [remark.text, remark])).values()].slice(0, mostShown);
}

/** Whether a pasted command is shown in the dialog before it becomes a request; what else there is to say of it is said in passing. */
export function needsDialog(reading: CurlReading, remarks: readonly CurlRemark[]): boolean {
  return (
    reading.request === null ||
    reading.findings.some(({ severity, code }) => severity !== 'note' || tellingNotes.has(code)) ||
    reading.secretHeaders.length > 0 ||
    filesOf(reading).length > 0 ||
    remarks.length > mostInPassing
  );
}
