import type { LintFinding } from '../coze/lint/lint-finding.ts';
import type { FindingDescription } from './describe-finding.ts';
import { fillText } from './fill-text.ts';
import { type LintTextKey, lintTextsEn } from './lint-texts.en.ts';
import { lintTextsZh } from './lint-texts.zh.ts';

export type LintTexts = Readonly<Record<LintTextKey, string>>;

export function lintTextsIn(language: 'zh' | 'en'): LintTexts {
  return language === 'zh' ? lintTextsZh : lintTextsEn;
}

/**
 * The sentences for what Coze would say.
 *
 * @param show - makes what is quoted from the token fit to be shown, as the place where it is shown needs it
 */
export function describeLintFinding(
  { code, params }: Pick<LintFinding, 'code' | 'params'>,
  texts: LintTexts,
  show: (quoted: string) => string,
): FindingDescription {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? show(value) : value]),
  );
  return {
    message: fillText(texts[`lint.${code}`], shown),
    remedy: fillText(texts[`lint-remedy.${code}`], shown),
  };
}
