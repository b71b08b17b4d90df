import { X } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { Problem } from '../../shared/problem.ts';
import { openScope } from '../app/open-targets.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useAppRemedies } from '../app/use-app-remedies.ts';
import { Button } from '../ui/button.tsx';
import { scopeTextOf } from './mint-form.ts';
import styles from './mint-screen.module.css';
import { dismissFailure, mint, useMintForm } from './mint-store.ts';

interface Props {
  readonly app: OAuthApp;
  readonly problem: Problem;
}

/** A failed mint: Coze's words, what they mean, and buttons for what can be done here. */
export function MintFailure({ app, problem }: Props) {
  const { t } = useTranslation('frame');
  const form = useMintForm(app);
  const retry = useCallback(() => void mint(app), [app]);
  const { remedies, remedyLabels } = useAppRemedies(app, retry);
  return (
    <div className={styles.failure}>
      <ProblemView
        app={app}
        problem={
          problem.remedies.length === 0 && problem.code === 'exchange/unexpected'
            ? { ...problem, remedies: ['mint-again'] }
            : problem
        }
        remedies={{
          ...remedies,
          'edit-scope': () =>
            openScope({ appId: app.id, text: scopeTextOf(form, app.scopes) ?? '', presetId: form.preset }),
        }}
        remedyLabels={remedyLabels}
      />
      <Button
        look="ghost"
        square
        aria-label={t('dismiss')}
        className={styles.dismiss ?? ''}
        onPress={() => dismissFailure(app.id)}
      >
        <X size={14} strokeWidth={1.5} />
      </Button>
    </div>
  );
}
