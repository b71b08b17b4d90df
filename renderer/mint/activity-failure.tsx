import { useTranslation } from 'react-i18next';
import type { Activity } from '../../shared/coze/token.ts';
import { describeCause } from '../../shared/i18n/describe-cause.ts';
import type { Problem } from '../../shared/problem.ts';
import { epochMilliseconds } from '../../shared/time.ts';
import { useAppStore } from '../app/app-store.ts';
import { useProblemText } from '../app/problem-text.ts';
import { useCauses } from '../app/use-causes.ts';
import { ActivitySubject } from './activity-subject.tsx';

interface Props {
  readonly entry: Activity;
  readonly problem: Problem;
}

/** What failed, and the likeliest cause. */
export function ActivityFailure({ entry: { appName, at, times }, problem }: Props) {
  const { t, i18n } = useTranslation('mint');
  const causesOf = useCauses();
  const { title } = useProblemText()(problem);
  const app = useAppStore((state) => state.profile.apps.find(({ name }) => name === appName));
  const cause = app && causesOf(app, problem, epochMilliseconds(at))[0];
  const words = cause
    ? `${title} · ${describeCause(cause, i18n.language === 'zh' ? 'zh' : 'en').what}`
    : title;
  const counted = times === undefined ? words : `${t('failedTimes', { count: times })} · ${words}`;
  return <ActivitySubject appName={appName} words={counted} />;
}
