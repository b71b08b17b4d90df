import { useTranslation } from 'react-i18next';
import type { Problem, Remedy } from '../../shared/problem.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useProblemText } from './problem-text.ts';
import styles from './problem-view.module.css';
import { ServerWordsView } from './server-words-view.tsx';

interface Props {
  readonly problem: Problem;
  /** What this screen can do about it; remedies without an entry are not offered. */
  readonly remedies?: Partial<Record<Remedy, () => void>>;
  /** Words for a remedy that is more than its general name. */
  readonly remedyLabels?: Partial<Record<Remedy, string>>;
}

/** A failure: what happened, why, what to do, with the buttons for it and the server's own words. */
export function ProblemView({ problem, remedies = {}, remedyLabels = {} }: Props) {
  const { t } = useTranslation();
  const text = useProblemText()(problem);
  const offered = problem.remedies.filter((remedy) => remedies[remedy] !== undefined);
  return (
    <Notice
      tone={problem.code === 'cancelled' ? 'information' : 'error'}
      title={text.title}
      actions={
        offered.length > 0 &&
        offered.map((remedy) => (
          <Button key={remedy} onPress={() => remedies[remedy]?.()}>
            {remedyLabels[remedy] ??
              (remedy === 'switch-region' ? t('remedies.edit-app') : t(`remedies.${remedy}`))}
          </Button>
        ))
      }
    >
      {text.why !== '' && <p className={text.means === '' ? '' : styles.why}>{text.why}</p>}
      {text.means !== '' && <p className={styles.means}>{text.means}</p>}
      {text.todo !== '' && <p>{text.todo}</p>}
      {problem.server && <ServerWordsView words={problem.server} />}
    </Notice>
  );
}
