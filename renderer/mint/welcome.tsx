import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problem.ts';
import { useAppStore } from '../app/app-store.ts';
import { problemOf } from '../app/bridge-client.ts';
import { runCommand } from '../app/commands.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { Button } from '../ui/button.tsx';
import { MintMark } from '../ui/mint-mark.tsx';
import { setUpPractice } from './set-up-practice.ts';
import styles from './welcome.module.css';

/** The first run: what this is, and the two ways in. */
export function Welcome() {
  const { t } = useTranslation('mint');
  const keychain = useAppStore((state) => state.keychain);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const start = async (hold: 'keychain' | 'this-run') => {
    setRunning(true);
    setProblem(null);
    try {
      await setUpPractice(hold);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setRunning(false);
    }
  };
  const hold = keychain === 'ready' ? 'keychain' : 'this-run';
  return (
    <div className={styles.welcome}>
      <div className={styles.column}>
        <MintMark size={44} />
        <h1>{t('welcome.title')}</h1>
        <p className={styles.text}>{t('welcome.text')}</p>
        <div className={styles.ways}>
          <Button look="main" isDisabled={running} onPress={() => void start(hold)}>
            {running ? t('welcome.practiceRunning') : t('welcome.practice')}
          </Button>
          <p className="secondary">{t('welcome.practiceText')}</p>
          <Button isDisabled={running} onPress={() => runCommand('new-app')}>
            {t('welcome.own')}
          </Button>
          <p className="secondary">{t('welcome.ownText')}</p>
        </div>
        {hold === 'this-run' && <p className="secondary">{t('welcome.noKeychain')}</p>}
        {problem && (
          <ProblemView
            problem={problem}
            remedies={{
              retry: () => void start('keychain'),
              'unlock-keychain': () => void start('keychain'),
              'hold-for-this-run': () => void start('this-run'),
            }}
          />
        )}
      </div>
    </div>
  );
}
