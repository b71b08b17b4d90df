import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store.ts';
import { useProblemText } from '../app/problem-text.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './token-list.module.css';

/** Says so when tokens are to be kept and are not. */
export function KeptNote() {
  const { t } = useTranslation('tokens');
  const problemText = useProblemText();
  const keeps = useAppStore((state) => state.profile.settings.keepTokens);
  const problem = useAppStore((state) => state.keptTokens.problem);
  if (!keeps || problem === null) return null;
  const { title, why, todo } = problemText(problem);
  return (
    <div className={styles.notice}>
      <Notice tone="warning" title={t('list.notKept')}>
        {[title, why, todo].filter((part) => part !== '').join(' · ')}
      </Notice>
    </div>
  );
}
