import { useTranslation } from 'react-i18next';
import { resumeRequest, toolOutputsRequest } from '../../../../shared/coze/stream/story/next-of-story.ts';
import type { StreamStory } from '../../../../shared/coze/stream/story/stream-story.ts';
import { Button } from '../../../ui/button.tsx';
import { openNext } from '../next/open-next.ts';
import { requestIds } from '../next/request-ids.ts';
import styles from './stream.module.css';

interface Props {
  readonly runId: string;
  readonly story: StreamStory;
}

/** What chat or workflow waits for, with the next request ready filled. */
export function WaitingFor({ runId, story }: Props) {
  const { t } = useTranslation('answer');
  const outputs = toolOutputsRequest(story);
  const workflowId = new Map(requestIds(runId)).get('workflow_id') ?? null;
  const resume = resumeRequest(story, workflowId);
  const { interrupt, toolCalls } = story;
  return (
    <>
      {outputs !== null && (
        <section className={styles.waiting} aria-label={t('toolCalls')}>
          <div className={styles.waitingHead}>
            <span>{t('toolCalls')}</span>
            <Button onPress={() => openNext(outputs)}>{t('fillOutputs')}</Button>
          </div>
          {toolCalls.map((call) => (
            <div key={call.id} className={styles.call}>
              <code>{call.name === '' ? call.type : call.name}</code>
              <code className={styles.arguments}>{call.arguments}</code>
            </div>
          ))}
        </section>
      )}
      {resume !== null && interrupt !== null && (
        <section className={styles.waiting} aria-label={t('interrupt', { node: interrupt.nodeTitle })}>
          <div className={styles.waitingHead}>
            <span>{t('interrupt', { node: interrupt.nodeTitle })}</span>
            <Button onPress={() => openNext(resume)}>{t('resume')}</Button>
          </div>
          {interrupt.data !== '' && <p className={styles.words}>{interrupt.data}</p>}
          {interrupt.parameters !== '' && <code className={styles.arguments}>{interrupt.parameters}</code>}
        </section>
      )}
    </>
  );
}
