import { ExternalLink } from 'lucide-react';
import { memo, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StreamStory } from '../../../../shared/coze/stream/story/stream-story.ts';
import { call } from '../../../app/bridge-client.ts';
import { attempt } from '../../../app/toast-store.ts';
import { Button } from '../../../ui/button.tsx';
import answerStyles from '../answer.module.css';
import { MessageCard } from './message-card.tsx';
import styles from './stream.module.css';
import { WaitingFor } from './waiting-for.tsx';

interface Props {
  readonly runId: string;
  readonly story: StreamStory;
  readonly isRunning: boolean;
}

/** Messages that are drawn; of more the last ones. */
const mostMessages = 200;
/** Pixels from the end within which a person is taken to be reading the end. */
const nearEnd = 40;

/** What the stream has said so far, put together. */
export const MessageView = memo(function MessageView({ runId, story, isRunning }: Props) {
  const { t } = useTranslation('answer');
  const scroller = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  const messages = story.messages.slice(-mostMessages);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever comes, the end stays in sight
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null && isRunning && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [story, isRunning]);
  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
  };
  const { debugUrl } = story;
  return (
    <section
      ref={scroller}
      className={styles.messages}
      aria-label={t('message')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by the keyboard for that
      tabIndex={0}
      onScroll={onScroll}
    >
      {messages.length === 0 && <p className={answerStyles.quiet}>{t('noMessage')}</p>}
      <ul className={styles.messageList}>
        {messages.map((message) => (
          <MessageCard key={message.key} message={message} isRunning={isRunning} />
        ))}
      </ul>
      <WaitingFor runId={runId} story={story} />
      {/^https:/.test(debugUrl) && (
        <Button look="ghost" onPress={() => void attempt(call('app.openExternal', { url: debugUrl }))}>
          <ExternalLink size={14} strokeWidth={1.5} aria-hidden />
          {t('debugPage')}
        </Button>
      )}
    </section>
  );
});
