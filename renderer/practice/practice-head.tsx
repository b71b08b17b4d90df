import { Circle, CirclePlay, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { attempt, showNote } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { beginAnew } from './flow-store.ts';
import styles from './practice-screen.module.css';
import {
  changePort,
  dismissStartProblem,
  readPort,
  startPractice,
  usePracticeStore,
} from './practice-store.ts';

/** Whether it runs and where; start, stop and reset. */
export function PracticeHead() {
  const { t } = useTranslation(['practice', 'frame']);
  const { running, url, startedByUse } = useAppStore((state) => state.practice);
  const problem = usePracticeStore((state) => state.startProblem);
  const Icon = running ? CirclePlay : Circle;
  return (
    <>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        <span className={styles.state} data-running={running || undefined} role="status">
          <Icon size={14} strokeWidth={1.75} aria-hidden />
          {t(running ? (startedByUse === true ? 'startedByUse' : 'running') : 'stopped')}
        </span>
        {url === null ? (
          <span className={styles.intro}>{t('intro')}</span>
        ) : (
          <span className={styles.address}>
            <code>{url}</code>
            <CopyButton
              label={t('copyAddress')}
              doneLabel={t('frame:copied')}
              onCopy={() => call('app.copyText', { text: url })}
            />
          </span>
        )}
        <span className={styles.space} />
        {running ? (
          <Button onPress={() => void attempt(call('practice.stop', null))}>{t('stop')}</Button>
        ) : (
          <StartForm />
        )}
        <ResetButton />
      </div>
      {problem && !running && (
        <div className={styles.problem}>
          <ProblemView problem={problem} remedies={{ 'use-free-port': () => void startPractice(0) }} />
          <Button
            look="ghost"
            square
            aria-label={t('frame:dismiss')}
            className={styles.dismiss ?? ''}
            onPress={dismissStartProblem}
          >
            <X size={14} strokeWidth={1.5} />
          </Button>
        </div>
      )}
    </>
  );
}

function StartForm() {
  const { t } = useTranslation('practice');
  const text = usePracticeStore((state) => state.portText);
  const port = readPort(text);
  const start = () => {
    if (port !== null) void startPractice(port);
  };
  return (
    <form
      className={styles.start}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <Field
        label={t('port')}
        isRow
        value={text}
        onChange={changePort}
        placeholder={t('anyPort')}
        inputMode="numeric"
        maxLength={5}
        isInvalid={port === null}
      />
      <Button type="submit" isDisabled={port === null}>
        {t('start')}
      </Button>
    </form>
  );
}

function ResetButton() {
  const { t } = useTranslation(['practice', 'frame']);
  const [isOpen, setOpen] = useState(false);
  const reset = async () => {
    if (await attempt(call('practice.reset', null))) {
      setOpen(false);
      beginAnew();
      usePracticeStore.setState({ selected: null, pausedAt: null, tab: 'flow' });
      showNote(t('resetDone'));
    }
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('reset')}</Button>
      <Dialog
        role="alertdialog"
        title={t('resetTitle')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        cancelLabel={t('frame:cancel')}
        actions={
          <Button look="danger" onPress={() => void reset()}>
            {t('resetAction')}
          </Button>
        }
      >
        <p>{t('resetText')}</p>
      </Dialog>
    </>
  );
}
