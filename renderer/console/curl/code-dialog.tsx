import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import type { CurlObstacle } from '../../../shared/curl/curl-obstacle.ts';
import type { Shell } from '../../../shared/curl/split-command.ts';
import type { SentRequest } from '../../../shared/curl/write-curl.ts';
import { curlOrObstacle } from '../../../shared/curl/write-curl.ts';
import {
  type CodeObstacle,
  codeOrObstacle,
  requestLanguages,
} from '../../../shared/request-code/request-code.ts';
import { call } from '../../app/bridge-client.ts';
import { attempt, showNote } from '../../app/toast-store.ts';
import { joinSentences } from '../../i18n/join-sentences.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { closeCodeDialog, useCodeDialog } from './code-dialog-store.ts';
import styles from './curl-dialog.module.css';

const shells = ['posix', 'powershell', 'cmd'] as const;
const languages = [...requestLanguages, ...shells] as const;
type Language = (typeof languages)[number];

function isShell(language: Language): language is Shell {
  return shells.some((shell) => shell === language);
}

const useLanguage = create<{ readonly language: Language }>()(() => ({ language: 'python' }));

interface Written {
  readonly text: string;
  readonly by: 'sdk' | 'http' | 'curl';
}

interface Shown {
  /** Null for what cannot be written in the language. */
  readonly code: Written | null;
  readonly obstacle: CurlObstacle | CodeObstacle | null;
}

function shownIn(language: Language, sent: SentRequest): Shown {
  if (!isShell(language)) return codeOrObstacle(language, sent);
  const { text, obstacle } = curlOrObstacle(sent, language);
  return { code: text === null ? null : { text, by: 'curl' }, obstacle };
}

const nothing: Shown = { code: null, obstacle: null };

/** The request as a program or a command; credentials stand in it as environment variables. */
export function CodeDialog() {
  const { t } = useTranslation(['request', 'frame']);
  const { sent } = useCodeDialog();
  const { language } = useLanguage();
  const { code, obstacle } = useMemo(
    () => (sent === null ? nothing : shownIn(language, sent)),
    [sent, language],
  );
  const copy = async () => {
    if (code === null) return;
    const copied = call('app.copyText', { text: code.text }).then(() => true);
    if ((await attempt(copied)) !== null) showNote(t('frame:copied'));
  };
  return (
    <Dialog
      title={t('copyAs.dialog')}
      isOpen={sent !== null}
      onClose={closeCodeDialog}
      cancelLabel={t('frame:close')}
      width={760}
      actions={
        <Button look="main" isDisabled={code === null} onPress={() => void copy()}>
          {t('copyAs.copy')}
        </Button>
      }
    >
      <Segmented
        label={t('copyAs.language')}
        hideLabel
        value={language}
        options={languages.map((value) => ({ value, label: t(`copyAs.languages.${value}`) }))}
        onChange={(next) => useLanguage.setState({ language: next })}
      />
      <div className={styles.code}>
        <CodeEditor label={t('copyAs.dialog')} language="text" gutters value={code?.text ?? ''} />
      </div>
      <p className="secondary" role="status">
        {code !== null && joinSentences(t(`copyAs.by.${code.by}`), t('copyAs.noToken'))}
        {obstacle !== null && t(`copyAs.impossible.${obstacle}`)}
      </p>
    </Dialog>
  );
}
