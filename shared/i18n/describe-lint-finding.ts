import type { LintFinding } from '../coze/lint/lint-finding.ts';
import type { FindingDescription } from './describe-finding.ts';
import { fillText } from './fill-text.ts';
import { lengthOfTime } from './length-of-time.ts';
import { type LintTextKey, lintTextsEn } from './lint-texts.en.ts';
import { lintTextsZh } from './lint-texts.zh.ts';

type LintTexts = Readonly<Record<LintTextKey, string>>;

/**
 * The sentences for what Coze would say. A number of seconds is there as the parameter `length` too, in words.
 *
 * @param show - makes what is quoted from the token fit to be shown, as the place where it is shown needs it
 */
export function describeLintFinding(
  { code, params }: Pick<LintFinding, 'code' | 'params'>,
  language: 'zh' | 'en',
  show: (quoted: string) => string,
): FindingDescription {
  const texts: LintTexts = language === 'zh' ? lintTextsZh : lintTextsEn;
  const { seconds } = params;
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? show(value) : value]),
  );
  if (typeof seconds === 'number') shown['length'] = lengthOfTime(seconds, language);
  return {
    message: fillText(texts[`lint.${code}`], shown),
    remedy: fillText(texts[`lint-remedy.${code}`], shown),
  };
}
