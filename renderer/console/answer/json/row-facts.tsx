import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocal, formatRelative } from '../../../app/format-time.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import type { JsonRow } from '../reading/answer-protocol.ts';
import type { AnswerReader } from '../reading/answer-reader.ts';
import { copyRow } from './copy-row.ts';
import { explainValue } from './explain-value.ts';
import styles from './json-tree.module.css';

interface Props {
  readonly reader: AnswerReader;
  /** The row under the pointer, or the chosen one. */
  readonly row: JsonRow | null;
  /** The chosen row: what the buttons copy. */
  readonly copied: number;
  readonly version: number;
}

function useMeaning(row: JsonRow | null): string | null {
  const { t, i18n } = useTranslation('answer');
  const meaning = row === null ? null : explainValue(row.key, row.text, i18n.language);
  if (meaning === null) return null;
  switch (meaning.kind) {
    case 'time': {
      const { epochMilliseconds: time } = meaning;
      return t('about.time', {
        local: formatLocal(time),
        relative: formatRelative(time, Date.now(), i18n.language),
      });
    }
    case 'id':
      return t(`about.${meaning.name}`);
    case 'connector':
      return t('about.connector', { name: t(`connectors.${meaning.name}`) });
    case 'code':
      return meaning.meaning;
  }
}

/** One line below the tree: the path of a row, what its value stands for, and copying of the chosen row. */
export function RowFacts({ reader, row, copied, version }: Props) {
  const { t } = useTranslation(['answer', 'frame']);
  const [path, setPath] = useState<string | null>(null);
  const meaning = useMeaning(row);
  const place = row?.place ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version has other rows at the same places
  useEffect(() => {
    if (place === null) return;
    let isCurrent = true;
    void reader.ask('copy', { place, what: 'path' }).then(({ text }) => isCurrent && setPath(text));
    return () => {
      isCurrent = false;
    };
  }, [reader, place, version]);
  return (
    <div className={styles.facts}>
      <code className={styles.factPath}>{path ?? t('rowHint')}</code>
      {meaning !== null && <span className={styles.meaning}>{meaning}</span>}
      <span className={styles.factActions}>
        <Button
          look="ghost"
          className={styles.small ?? ''}
          onPress={() => void copyRow(reader, copied, 'path', t('copyTooLong'))}
        >
          {t('copyPath')}
        </Button>
        <CopyButton
          label={t('copyValue')}
          doneLabel={t('frame:copied')}
          onCopy={() => copyRow(reader, copied, 'value', t('copyTooLong'))}
        />
      </span>
    </div>
  );
}
