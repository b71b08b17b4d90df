import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import { showNote } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { countedTo, longestName, maxSessions, readSessionNames } from './session-names.ts';
import { SessionProgress } from './session-progress.tsx';
import styles from './sessions-dialog.module.css';
import { useSessionRun } from './use-session-run.ts';

interface Props {
  readonly app: OAuthApp;
  /** What stands in the form; the session name is replaced. */
  readonly options: MintOptions;
  readonly onClose: () => void;
}

/** Mints one token each for a list of session names. */
export function SessionsDialog({ app, options, onClose }: Props) {
  const { t } = useTranslation(['tokens', 'frame']);
  const [text, setText] = useState('');
  const { mints, isRunning, start, stop } = useSessionRun(app, options);
  const { names, count, isMore, duplicates, tooLong } = readSessionNames(text);
  const isTooMany = isMore || count > maxSessions;
  const left = mints?.flatMap(({ name, state }) => (state === 'minted' ? [] : [name])) ?? null;
  const problem = isTooMany
    ? isMore
      ? t('sessions.tooManyMore', { count: countedTo, limit: maxSessions })
      : t('sessions.tooMany', { count, limit: maxSessions })
    : tooLong !== null
      ? t('sessions.tooLong', { limit: longestName, name: tooLong })
      : undefined;

  const isReady = count > 0 && problem === undefined;

  const run = async (wanted: readonly string[]) => {
    const result = await start(wanted);
    if (result.some(({ state }) => state !== 'minted')) return;
    showNote(t('sessions.done', { count: result.length }));
    onClose();
  };
  const again = () => {
    if (left !== null) void run(left);
  };
  const close = () => {
    if (isRunning) stop();
    else onClose();
  };
  const counted = [
    count === 0 ? t('sessions.namesHint') : t('sessions.count', { count }),
    ...(duplicates > 0 ? [t('sessions.duplicates', { count: duplicates })] : []),
  ].join(' · ');

  return (
    <Dialog
      title={t('sessions.title')}
      isOpen
      onClose={close}
      width={520}
      actions={
        isRunning ? (
          <Button onPress={stop}>{t('sessions.stop')}</Button>
        ) : (
          <>
            <Button onPress={onClose}>{t(left === null ? 'frame:cancel' : 'frame:close')}</Button>
            {left === null ? (
              <Button look="main" isDisabled={!isReady} onPress={() => void run(names)}>
                {count === 0 || isTooMany ? t('sessions.nothing') : t('sessions.action', { count })}
              </Button>
            ) : (
              <Button look="main" onPress={() => void run(left)}>
                {t('sessions.again', { count: left.length })}
              </Button>
            )}
          </>
        )
      }
    >
      <p className="secondary">{t('sessions.text')}</p>
      {mints === null ? (
        <div className={styles.names}>
          <Field
            label={t('sessions.names')}
            mono
            rows={9}
            autoFocus
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isReady) void run(names);
              // Escape is the dialog's.
              else event.continuePropagation();
            }}
            value={text}
            onChange={setText}
            placeholder="u-{1001..1050}"
            hint={counted}
            problem={problem}
          />
        </div>
      ) : (
        <SessionProgress app={app} mints={mints} isRunning={isRunning} again={again} />
      )}
    </Dialog>
  );
}
