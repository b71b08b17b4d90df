import type { FindingsTexts } from '../../shared/i18n/describe-finding.ts';
import type { Language } from './language.ts';

/** The texts about tokens in one language, and only that one. */
export async function loadFindingsTexts(language: Language): Promise<FindingsTexts> {
  return language === 'zh'
    ? (await import('../../shared/i18n/findings-texts.zh.ts')).findingsTextsZh
    : (await import('../../shared/i18n/findings-texts.en.ts')).findingsTextsEn;
}
