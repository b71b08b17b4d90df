import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { ConfigFound } from './config-found.tsx';
import { DraftView } from './draft-view.tsx';
import styles from './import-dialog.module.css';
import {
  closeImport,
  leaveImport,
  pickFile,
  readText,
  setImportText,
  startOver,
  useImportStore,
} from './import-store.ts';
import { UnlockDraft } from './unlock-draft.tsx';

/** Paste, drop or choose; then what was found, and where to keep it. */
export function ImportDialog() {
  const { t } = useTranslation(['keys', 'frame']);
  const { isOpen, draft, config, problem, isLeaving } = useImportStore();
  const isGenerated = draft?.state === 'ready' && draft.origin === 'generated';
  return (
    <Dialog
      title={isGenerated ? t('generateDialog.generated') : t('import.title')}
      isOpen={isOpen}
      onClose={leaveImport}
      width={560}
    >
      {config && <ConfigFound config={config} />}
      {!draft && !config && <PasteStep />}
      {draft?.state === 'locked' && <UnlockDraft draft={draft} />}
      {isLeaving && <LeaveQuestion />}
      {draft?.state === 'ready' && (
        <div hidden={isLeaving}>
          <DraftView key={draft.draftId} draft={draft} />
        </div>
      )}
      {problem && (draft || config) && <ProblemView problem={problem} remedies={{ retry: startOver }} />}
    </Dialog>
  );
}

/** A generated key exists nowhere else: its loss is asked about. */
function LeaveQuestion() {
  const { t } = useTranslation('keys');
  return (
    <Notice
      tone="warning"
      title={t('import.saveFirst')}
      actions={
        <>
          <Button autoFocus onPress={() => useImportStore.setState({ isLeaving: false })}>
            {t('import.goBack')}
          </Button>
          <Button look="danger" onPress={closeImport}>
            {t('import.throwAway')}
          </Button>
        </>
      }
    />
  );
}

function PasteStep() {
  const { t } = useTranslation(['keys', 'frame']);
  const { text, busy, problem } = useImportStore();
  const canPick = useAppStore((state) => state.host.canPickFiles);
  return (
    <form
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault();
        void readText();
      }}
    >
      <Field
        label={t('import.text')}
        hideLabel
        mono
        rows={9}
        autoFocus
        placeholder={t('import.placeholder')}
        value={text}
        onChange={setImportText}
      />
      {problem && <ProblemView problem={problem} />}
      <div className={styles.actions}>
        {canPick && (
          <Button onPress={() => void pickFile()} isDisabled={busy}>
            <FileUp size={15} strokeWidth={1.5} aria-hidden />
            {t('import.choose')}
          </Button>
        )}
        <span className={styles.space} />
        <Button onPress={closeImport}>{t('frame:cancel')}</Button>
        <Button type="submit" look="main" isDisabled={busy || text.trim() === ''}>
          {busy ? t('import.reading') : t('import.read')}
        </Button>
      </div>
    </form>
  );
}
