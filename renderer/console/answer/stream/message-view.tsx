import { ExternalLink } from 'lucide-react';
import { memo, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryMessage, StreamStory } from '../../../../shared/coze/stream/story/stream-story.ts';
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
/** What comes after an answer, and is no reason to push the answer out of sight. */
const afterAnswer: ReadonlySet<string> = new Set(['follow_up', 'verbose']);

/** The place in the list of an answer that is followed only by suggestions and notices; -1 where the end matters more. */
function settledAnswer(messages: readonly StoryMessage[]): number {
  const last = messages.findLastIndex(({ type }) => !afterAnswer.has(type));
  return last < messages.length - 1 && messages[last]?.type === 'answer' ? last : -1;
}

/** How far to scroll: to the end, or until the answer fills what is in sight. */
function placeToRead(scroller: HTMLElement, answer: Element | undefined): number {
  const end = scroller.scrollHeight - scroller.clientHeight;
  if (answer === undefined) return end;
  const { top, bottom } = answer.getBoundingClientRect();
  const shift = scroller.scrollTop - scroller.getBoundingClientRect().top;
  return Math.min(end, Math.max(top + shift, bottom + shift - scroller.clientHeight));
}

/** What the stream has said so far, put together. */
export const MessageView = memo(function MessageView({ runId, story, isRunning }: Props) {
  const { t } = useTranslation('answer');
  const scroller = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const isFollowing = useRef(true);
  const messages = story.messages.slice(-mostMessages);
  const answer = settledAnswer(messages);
  const place = (element: HTMLElement) => placeToRead(element, list.current?.children[answer]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever comes, what is being read stays in sight
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || !isRunning || !isFollowing.current) return;
    element.scrollTop = Math.max(element.scrollTop, place(element));
  }, [story, isRunning]);
  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    isFollowing.current = place(element) - element.scrollTop < nearEnd;
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
      <ul ref={list} className={styles.messageList}>
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
