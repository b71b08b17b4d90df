import { useTranslation } from 'react-i18next';
import type { ConsoleRun } from '../../../../shared/console-run.ts';
import type { StreamStory } from '../../../../shared/coze/stream/story/stream-story.ts';
import { hasEnded } from '../../../../shared/has-ended.ts';
import { useProblemText } from '../../../app/problem-text.ts';
import { Button } from '../../../ui/button.tsx';
import { cancelAtCoze, cancelRequestOf, useChatCancels } from '../../cancel-at-coze.ts';
import { explainCode } from '../../explain-code.ts';
import { useRun } from '../../runs-store.ts';
import answerStyles from '../answer.module.css';
import { isGood } from '../run-outcome.ts';

interface Props {
  readonly run: ConsoleRun;
  readonly story: StreamStory;
}

/** The request that asks Coze to end the chat of a stream; null while there is none, or it is not known yet. */
export function useCancelling(runId: string): ConsoleRun | null {
  return useRun(useChatCancels((asked) => asked[runId]?.runId ?? null));
}

/** Asks Coze to end the chat that a stream belongs to, or what came of asking. */
export function CancelChat({ run, story }: Props) {
  const { t, i18n } = useTranslation('answer');
  const problemText = useProblemText();
  const asked = useChatCancels((all) => all[run.runId]);
  const cancelling = useCancelling(run.runId);
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
  if (asked?.problem) {
    return <span role="status">{t('cancelRefused', { why: problemText(asked.problem).title })}</span>;
  }
  if (asked !== undefined) return <span role="status">{t('cancelAsked')}</span>;
  if (cancelRequestOf(run, story) === null) return null;
  return (
    <Button look="ghost" className={answerStyles.small ?? ''} onPress={() => void cancelAtCoze(run.runId)}>
      {hasEnded(run) ? t('cancelAtCoze') : t('cancelChat')}
    </Button>
  );
}
