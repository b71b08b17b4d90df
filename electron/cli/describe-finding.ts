import { findingsTextsEn } from '../../shared/i18n/findings-texts.en.ts';
import { findingsTextsZh } from '../../shared/i18n/findings-texts.zh.ts';
import type { JsonErrorCode } from '../../shared/json/parse-json.ts';
import type { Finding } from '../../shared/jwt/finding.ts';
import { fillText } from './fill-text.ts';
import type { Language } from './language.ts';
import { printable } from './printable.ts';

export type FindingsTexts = Readonly<Record<keyof typeof findingsTextsEn, string>>;

export function findingsTextsIn(language: Language): FindingsTexts {
  return language === 'zh' ? findingsTextsZh : findingsTextsEn;
}

export interface FindingDescription {
  readonly message: string;
  readonly remedy: string;
}

/** The sentences for a finding. What is quoted from the token is made printable. */
export function describeFinding({ code, params }: Finding, texts: FindingsTexts): FindingDescription {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? printable(value) : value,
    ]),
  );
  if (code === 'invalid-json') shown['reason'] = texts[`json.${String(params['reason']) as JsonErrorCode}`];
  return {
    message: fillText(texts[`finding.${code}`], shown),
    remedy: fillText(texts[`remedy.${code}`], shown),
  };
}
