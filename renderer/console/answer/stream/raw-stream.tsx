import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerBody, ConsoleRun } from '../../../../shared/console-run.ts';
import { hasEnded } from '../../../../shared/has-ended.ts';
import answerStyles from '../answer.module.css';
import { useReader } from '../reading/use-reader.ts';
import { TextBody } from '../text-body.tsx';

interface Props {
  readonly run: ConsoleRun;
  readonly body: AnswerBody;
  readonly tools: HTMLElement | null;
}

/** What is declared as a stream, as the text that came. */
export function RawStream({ run, body, tools }: Props) {
  const { t } = useTranslation('answer');
  const [chosen, onChoose] = useState<string | null>(null);
  const charset = chosen ?? body.charset;
  const reader = useReader(body.bytes > 0 ? { ...body, charset } : null, hasEnded(run));
  if (body.bytes === 0) {
    return <p className={answerStyles.quiet}>{t(hasEnded(run) ? 'empty' : 'waitingEvents')}</p>;
  }
  if (reader === null) return null;
  return <TextBody key={charset} run={run} reader={reader} tools={tools} charset={{ chosen, onChoose }} />;
}
