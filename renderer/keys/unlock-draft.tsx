import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyDraft } from '../../shared/coze/key.ts';
import type { Problem } from '../../shared/problem.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { useProblemText } from '../app/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './import-dialog.module.css';
import { closeImport, setImportDraft } from './import-store.ts';

interface Props {
  readonly draft: KeyDraft;
}

export function UnlockDraft({ draft }: Props) {
  const { t } = useTranslation(['keys', 'frame']);
  const problemText = useProblemText();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const unlock = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setImportDraft(await call('keys.unlock', { draftId: draft.draftId, passphrase }));
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const words = problem && problemText(problem);
  const needed = problemText({ code: 'key/passphrase-needed', params: {} });
  return (
    <form
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <Notice tone="information" title={needed.title}>
        {needed.todo}
      </Notice>
      <Field
        label={t('import.passphrase')}
        type="password"
        autoFocus
        value={passphrase}
        onChange={setPassphrase}
        problem={words && t('import.passphraseProblem', { title: words.title, todo: words.todo })}
      />
      <div className={styles.actions}>
        <span className={styles.space} />
        <Button onPress={closeImport}>{t('frame:cancel')}</Button>
        <Button type="submit" look="main" isDisabled={busy || passphrase === ''}>
          {busy ? t('import.reading') : t('import.unlock')}
        </Button>
      </div>
    </form>
  );
}
