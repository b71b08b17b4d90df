import type { CliTextKey } from '../../shared/i18n/cli-texts.en.ts';
import { fillText, type TextParams } from '../../shared/i18n/fill-text.ts';
import type { Language } from './language.ts';

/** A text of the command line in the language chosen. */
export type Say = (key: CliTextKey, params?: TextParams) => string;

/** Only the language that is asked for is loaded. */
export async function loadTexts(language: Language): Promise<Say> {
  const texts: Readonly<Record<CliTextKey, string>> =
    language === 'zh'
      ? (await import('../../shared/i18n/cli-texts.zh.ts')).cliTextsZh
      : (await import('../../shared/i18n/cli-texts.en.ts')).cliTextsEn;
  return (key, params = {}) => fillText(texts[key], params);
}
