import { type KeyboardEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore, useKeys } from '../../app/app-store.ts';
import { useUndoOutside } from '../../app/use-undo-outside.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { AssertionForm } from './assertion-form.tsx';
import styles from './build.module.css';
import { BuildOutput } from './build-output.tsx';
import { openBuild, redoEdit, setComposing, startOver, undoEdit, useBuildStore } from './build-store.ts';
import { type Draft, readDraft } from './draft.ts';
import { DraftFindings } from './draft-findings.tsx';
import { FreeForm } from './free-form.tsx';
import { JsonPane } from './json-pane.tsx';
import { readObject } from './read-object.ts';
import { signDraft, useSignStore, whyNotSignable } from './sign-store.ts';
import { useDraftFindings } from './use-draft-findings.ts';

export function BuildView() {
  const histories = useBuildStore((state) => state.histories);
  const kind = useBuildStore((state) => state.kind);
  useEffect(() => openBuild((of) => useSignStore.getState().work[of].signed !== null), []);
  const draft = histories?.[kind].present;
  return draft ? <Workbench draft={draft} /> : null;
}

interface WorkbenchProps {
  readonly draft: Draft;
}

/** Signs the draft when the keys for it are pressed. */
export function signOnKeys(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  void signDraft();
}

const steps = { undo: undoEdit, redo: redoEdit };

/** Milliseconds after its end in which an editor still takes over what an input method wrote. */
const afterComposition = 100;

function Workbench({ draft }: WorkbenchProps) {
  const { t } = useTranslation(['build', 'jwt']);
  const kind = useBuildStore((state) => state.kind);
  const { judged, isBroken, hosts } = useDraftFindings(kind, draft);
  const read = readDraft(draft);
  const isLocked = {
    header: readObject(draft.header) === null,
    payload: readObject(draft.payload) === null,
  };
  const isWrong = (path: string) =>
    judged?.findings.some(({ finding }) => finding.path === path && finding.severity === 'error') ?? false;
  const { ref, onKeyDownCapture } = useUndoOutside(steps);
  return (
    <div
      className={styles.screen}
      ref={ref}
      onKeyDownCapture={onKeyDownCapture}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setTimeout(() => setComposing(false), afterComposition)}
    >
      <section className={styles.form}>
        <div className={styles.kind}>
          <Segmented
            label={t('kind')}
            hideLabel
            value={kind}
            options={(['coze', 'any'] as const).map((value) => ({ value, label: t(`jwt:rule.${value}`) }))}
            onChange={(next) => useBuildStore.setState({ kind: next })}
          />
          <Button look="ghost" onPress={startOver}>
            {t('startOver')}
          </Button>
        </div>
        <div className={styles.fields} key={kind}>
          {kind === 'coze' ? (
            <AssertionForm draft={draft} read={read} isLocked={isLocked} isWrong={isWrong} />
          ) : (
            <FreeForm draft={draft} read={read} isLocked={isLocked} />
          )}
        </div>
        <SignAction draft={draft} />
      </section>
      <div className={styles.right}>
        <div className={styles.texts}>
          <JsonPane key={`${kind} header`} segment="header" text={draft.header} judged={judged} />
          <JsonPane key={`${kind} payload`} segment="payload" text={draft.payload} judged={judged} />
        </div>
        <DraftFindings
          findings={judged?.findings ?? []}
          fine={t(
            judged ? (kind === 'coze' ? 'fineCoze' : 'fineAny') : isBroken ? 'jwt:notRead' : 'jwt:reading',
          )}
          isRead={judged !== null}
        />
        <BuildOutput kind={kind} draft={draft} hosts={hosts} />
      </div>
    </div>
  );
}

interface SignProps {
  readonly draft: Draft;
}

function SignAction({ draft }: SignProps) {
  const { t } = useTranslation('build');
  const kind = useBuildStore((state) => state.kind);
  const isRunning = useSignStore((state) => state.work[kind].running !== null);
  const isMac = useAppStore((state) => state.host.platform === 'mac');
  const why = whyNotSignable(draft, useKeys());
  return (
    <div className={styles.action}>
      <span className={styles.why}>{why && t(why)}</span>
      <Button look="main" isDisabled={why !== null || isRunning} onPress={() => void signDraft()}>
        {t('sign')}
        <kbd>{isMac ? '⌘↩' : 'Ctrl+↩'}</kbd>
      </Button>
    </div>
  );
}
