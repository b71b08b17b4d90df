import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeEditor } from '../../../ui/code-editor.tsx';
import type { AnswerReader } from '../reading/answer-reader.ts';
import { useReading } from '../rows/use-reading.ts';
import { LineRows } from './line-rows.tsx';

interface Props {
  readonly reader: AnswerReader;
  readonly language: 'json' | 'text';
  readonly target: { readonly place: number } | null;
  /** Rows in place of the editor whatever the length: that is where a place can be led to. */
  readonly inRows: boolean;
}

/** Characters up to which an editor shows a text, with folding and its own search. */
export const mostInEditor = 1_000_000;

/** The text: in an editor where it is short, else line by line, as while it comes. */
export function TextView({ reader, language, target, inRows }: Props) {
  const { t } = useTranslation('console');
  const { bytes, isComplete } = useReading(reader);
  const [text, setText] = useState<string | null>(null);
  const isShort = bytes <= mostInEditor && !inRows;
  const isComing = !isComplete && language === 'text';
  useEffect(() => {
    if (!isShort || !isComplete) return;
    let isCurrent = true;
    void reader.ask('whole', { most: mostInEditor }).then((whole) => isCurrent && setText(whole.text));
    return () => {
      isCurrent = false;
    };
  }, [reader, isShort, isComplete]);
  if (!isShort || isComing) return <LineRows reader={reader} target={target} />;
  if (text === null) return null;
  return <CodeEditor label={t('answer')} language={language} value={text} />;
}
