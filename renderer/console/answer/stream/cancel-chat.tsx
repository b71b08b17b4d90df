import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRun, RunRequest } from '../../../../shared/console-run.ts';
import { cancelChatRequest } from '../../../../shared/coze/stream/story/next-of-story.ts';
import type { StreamStory } from '../../../../shared/coze/stream/story/stream-story.ts';
import { hasEnded } from '../../../../shared/has-ended.ts';
import { problemOf } from '../../../app/bridge-client.ts';
import { useProblemText } from '../../../app/problem-text.ts';
import { Button } from '../../../ui/button.tsx';
import { explainCode } from '../../explain-code.ts';
import { sendRun } from '../../runs-store.ts';
import answerStyles from '../answer.module.css';
import { isGood } from '../run-outcome.ts';

interface Props {
  readonly run: ConsoleRun;
  readonly story: StreamStory;
  /** The request that cancels; null while there is none, or its state is not known yet. */
  readonly cancelling: ConsoleRun | null;
  readonly cancelId: string | null;
  readonly onCancel: (runId: string) => void;
}

function requestOf(run: ConsoleRun, story: StreamStory): RunRequest | null {
  const next = cancelChatRequest(story);
  if (next === null || run.tokenId === null) return null;
  return {
    source: { kind: 'token', tokenId: run.tokenId },
    endpointId: next.endpointId,
    method: 'POST',
    target: { kind: 'region', path: '/v3/chat/cancel' },
    query: [],
    headers: [],
    body: { kind: 'text', text: JSON.stringify(next.body), contentType: 'application/json' },
    variableSetId: null,
  };
}

/** Asks Coze to end the chat that a stream belongs to: not reading on does not end it there. */
export function CancelChat({ run, story, cancelling, cancelId, onCancel }: Props) {
  const { t, i18n } = useTranslation('answer');
  const problemText = useProblemText();
  const [refusal, setRefusal] = useState<string | null>(null);
  const request = requestOf(run, story);
  if (cancelling !== null && hasEnded(cancelling)) {
    if (isGood(cancelling)) return <span role="status">{t('cancelDone')}</span>;
    const { envelope, problem, head } = cancelling;
    const why =
      envelope !== null
        ? `${envelope.code} ${explainCode(envelope.code, i18n.language) ?? envelope.msg}`
        : problem !== null
          ? problemText(problem).title
          : String(head?.status ?? '');
    return <span role="status">{t('cancelRefused', { why })}</span>;
  }
  if (refusal !== null) return <span role="status">{t('cancelRefused', { why: refusal })}</span>;
  if (cancelId !== null) return <span role="status">{t('cancelAsked')}</span>;
  if (request === null) return null;
  const cancel = () =>
    void sendRun(request).then(onCancel, (thrown) => setRefusal(problemText(problemOf(thrown)).title));
  return (
    <Button look="ghost" className={answerStyles.small ?? ''} onPress={cancel}>
      {hasEnded(run) ? t('cancelAtCoze') : t('cancelChat')}
    </Button>
  );
}
