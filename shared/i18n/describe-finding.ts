import type { JsonErrorCode } from '../json/parse-json.ts';
import type { Finding } from '../jwt/finding.ts';
import { fillText } from './fill-text.ts';
import type { findingsTextsEn } from './findings-texts.en.ts';

export type FindingsTexts = Readonly<Record<keyof typeof findingsTextsEn, string>>;

export interface FindingDescription {
  readonly message: string;
  readonly remedy: string;
}

/**
 * The sentences for a finding.
 *
 * @param show - makes what is quoted from the token fit to be shown, as the place where it is shown needs it
 */
export function describeFinding(
  { code, params }: Finding,
  texts: FindingsTexts,
  show: (quoted: string) => string,
): FindingDescription {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? show(value) : value]),
  );
  if (code === 'invalid-json') shown['reason'] = texts[`json.${String(params['reason']) as JsonErrorCode}`];
  return {
    message: fillText(texts[`finding.${code}`], shown),
    remedy: fillText(texts[`remedy.${code}`], shown),
  };
}
