import { useTranslation } from 'react-i18next';
import { type ProblemText, problemTextsEn } from '../../shared/i18n/problem-texts.en.ts';
import { problemTextsZh } from '../../shared/i18n/problem-texts.zh.ts';
import type { Problem } from '../../shared/problem.ts';

/** What to say about a problem, in the language of the screens. */
export function useProblemText(): (problem: Pick<Problem, 'code' | 'params'>) => ProblemText {
  const { i18n } = useTranslation();
  const texts = i18n.language === 'zh' ? problemTextsZh : problemTextsEn;
  return ({ code, params }) => {
    const fill = (text: string) => i18n.services.interpolator.interpolate(text, params, i18n.language, {});
    const { title, why, todo } = texts[code];
    return { title: fill(title), why: fill(why), todo: fill(todo) };
  };
}
