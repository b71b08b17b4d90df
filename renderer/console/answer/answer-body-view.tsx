import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRun } from '../../../shared/console-run.ts';
import { hasEnded } from '../../../shared/has-ended.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './answer.module.css';
import { BinaryBody } from './binary/binary-body.tsx';
import type { CharsetChoice } from './body-notes.tsx';
import { NextRow } from './next/next-row.tsx';
import { useNextOfAnswer } from './next/use-next.ts';
import type { AnswerReader } from './reading/answer-reader.ts';
import { longBody, useReader } from './reading/use-reader.ts';
import { isEventless } from './run-outcome.ts';
import { RawStream } from './stream/raw-stream.tsx';
import { StreamView } from './stream/stream-view.tsx';
import { TextBody } from './text-body.tsx';

interface Props {
  readonly run: ConsoleRun;
  /** Where the tools of the body stand: the end of the row of tabs. */
  readonly tools: HTMLElement | null;
}

interface ReadProps extends Props {
  readonly reader: AnswerReader;
  readonly charset: CharsetChoice;
}

function ReadBody({ run, tools, reader, charset }: ReadProps) {
  return (
    <>
      <TextBody key={charset.chosen} run={run} reader={reader} tools={tools} charset={charset} />
      <NextRow requests={useNextOfAnswer(run, reader)} tools={tools} />
    </>
  );
}

/** The body of an answer by what it is. */
export function AnswerBodyView({ run, tools }: Props) {
  const { t } = useTranslation('answer');
  const { body } = run;
  const [chosen, onChoose] = useState<string | null>(null);
  const ended = hasEnded(run);
  const isText = body !== null && (body.kind === 'json' || body.kind === 'text');
  const isReadable = isText && (ended ? body.bytes > 0 : body.bytes >= longBody);
  const reader = useReader(isReadable ? { ...body, charset: chosen ?? body.charset } : null, ended);
  if (body === null) return ended ? <EmptyState>{t('empty')}</EmptyState> : null;
  if (isEventless(run)) return <RawStream run={run} body={body} tools={tools} />;
  if (body.kind === 'events') return <StreamView run={run} body={body} tools={tools} />;
  if (!ended && !isReadable) return <p className={styles.quiet} />;
  if (body.bytes === 0) return <EmptyState>{t('empty')}</EmptyState>;
  if (body.kind === 'binary') return <BinaryBody run={run} body={body} tools={tools} />;
  return reader === null ? null : (
    <ReadBody run={run} reader={reader} tools={tools} charset={{ chosen, onChoose }} />
  );
}
