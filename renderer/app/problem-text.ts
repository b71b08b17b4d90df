import { useTranslation } from 'react-i18next';
import { describeProblem, type ProblemDescription } from '../../shared/i18n/describe-problem.ts';
import type { Problem } from '../../shared/problem.ts';

/** What to say about a problem, in the language of the screens. */
export function useProblemText(): (problem: Pick<Problem, 'code' | 'params'>) => ProblemDescription {
  const { i18n } = useTranslation();
  return (problem) => describeProblem(problem, i18n.language === 'zh' ? 'zh' : 'en');
}
