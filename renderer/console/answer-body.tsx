import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleAnswer } from '../../shared/console.ts';
import { formatJson } from '../../shared/json/format-json.ts';
import { CodeEditor } from '../ui/code-editor.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './console-screen.module.css';
import { explainCode } from './explain-code.ts';
import { formatSize } from './format-size.ts';

interface Props {
  readonly answer: ConsoleAnswer;
}

function looksLikeJson(answer: ConsoleAnswer): boolean {
  return /\bjson\b/i.test(answer.contentType ?? '') || /^\s*[[{]/.test(answer.text.slice(0, 100));
}

export function AnswerBody({ answer }: Props) {
  const { t, i18n } = useTranslation('console');
  const isJson = looksLikeJson(answer);
  const text = useMemo(() => (isJson ? formatJson(answer.text) : answer.text), [answer.text, isJson]);
  const size = formatSize(answer.size);
  if (answer.binary) return <EmptyState>{t('binary', { size })}</EmptyState>;
  if (answer.size === 0) return <EmptyState>{t('emptyBody')}</EmptyState>;
  const { envelope } = answer;
  const meaning = envelope && envelope.code !== 0 ? explainCode(envelope.code, i18n.language) : null;
  return (
    <div className={styles.answerBody}>
      {envelope && envelope.code !== 0 && (
        <div className={styles.envelope}>
          <Notice tone="error" title={`${envelope.code} ${envelope.msg}`}>
            {meaning}
          </Notice>
        </div>
      )}
      {answer.truncated && (
        <div className={styles.envelope}>
          <Notice tone="warning">{t('truncated', { size })}</Notice>
        </div>
      )}
      <CodeEditor label={t('answer')} language={isJson ? 'json' : 'text'} value={text} />
    </div>
  );
}
