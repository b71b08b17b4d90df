import { type CliTextKey, cliTextsEn } from '../../shared/i18n/cli-texts.en.ts';
import { cliTextsZh } from '../../shared/i18n/cli-texts.zh.ts';
import { fillText, type TextParams } from '../../shared/i18n/fill-text.ts';
import type { Language } from './language.ts';

/** A text of the command line in the language chosen. */
export type Say = (key: CliTextKey, params?: TextParams) => string;

export function textsIn(language: Language): Say {
  const texts = language === 'zh' ? cliTextsZh : cliTextsEn;
  return (key, params = {}) => fillText(texts[key], params);
}
