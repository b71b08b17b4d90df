import { memo, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { templateText } from '../../../shared/coze/socket/socket-endpoints.ts';
import type { SocketAction, SocketLine, SocketStory } from '../../../shared/coze/socket/socket-story.ts';
import { call } from '../../app/bridge-client.ts';
import { attempt } from '../../app/toast-store.ts';
import type { answer } from '../../i18n/en/answer.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { withoutUnseen } from '../answer/reading/json-row.ts';
import { patchTab } from '../tabs-store.ts';
import styles from './said.module.css';
import { shownAt } from './said-times.ts';
import socketStyles from './sockets.module.css';
import { SoundTrack } from './sound-track.tsx';

interface Props {
  readonly tabId: string;
  readonly story: SocketStory;
  readonly isLive: boolean;
}

type KnownType = keyof typeof answer.types;

const knownTypes: ReadonlySet<string> = new Set([
  'question',
  'answer',
  'function_call',
  'tool_output',
  'tool_response',
  'follow_up',
  'verbose',
  'knowledge',
] satisfies KnownType[]);

/** Lines that are drawn; of more the last ones. */
const mostLines = 300;
const longestLine = 20_000;
const nearEnd = 40;

function useSpeaker(): (line: SocketLine) => string {
  const { t } = useTranslation(['socket', 'answer']);
  return ({ kind, type }) =>
    kind === 'message' && knownTypes.has(type)
      ? t(`answer:types.${type as KnownType}`)
      : t(`speakers.${kind}`);
}

function fillIn(tabId: string, { chatId, calls }: SocketAction): void {
  const data = {
    chat_id: chatId,
    tool_outputs: calls.map(({ id }) => ({ tool_call_id: id, output: '<output>' })),
  };
  const text = templateText({ eventType: 'conversation.chat.submit_tool_outputs', data });
  patchTab(tabId, ({ socket }) => ({ view: 'body', socket: { ...socket, text } }));
}

function Waiting({ tabId, action }: { readonly tabId: string; readonly action: SocketAction }) {
  const { t } = useTranslation('socket');
  return (
    <div className={styles.waiting} role="status">
      <div className={styles.lineHead}>
        <strong>{t('waitsForTools')}</strong>
        <span className={socketStyles.filler} />
        <Button onPress={() => fillIn(tabId, action)}>{t('fillOutputs')}</Button>
      </div>
      {action.calls.map(({ id, name, arguments: given }) => (
        <code key={id} className={styles.toolCall}>
          {name}({given})
        </code>
      ))}
    </div>
  );
}

const Line = memo(function Line({ line, speaker }: { readonly line: SocketLine; readonly speaker: string }) {
  const { t } = useTranslation('socket');
  return (
    <li className={styles.line} data-kind={line.kind}>
      <div className={styles.lineHead}>
        <span className={styles.speaker}>{speaker}</span>
        <span className={styles.lineAt}>{shownAt(line.firstAt)}</span>
        {!line.isComplete && <span className={styles.lineAt}>{t('goesOn')}</span>}
      </div>
      <div className={socketStyles.words}>{withoutUnseen(line.text.slice(-longestLine))}</div>
    </li>
  );
});

/** What was said, put together from the events, with its sound; the end stays in sight. */
export const SaidView = memo(function SaidView({ tabId, story, isLive }: Props) {
  const { t } = useTranslation(['socket', 'frame']);
  const speakerOf = useSpeaker();
  const scroller = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever comes, the end stays in sight
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [story]);
  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
  };
  const { lines, tracks, action } = story;
  const isEmpty = lines.length === 0 && tracks.length === 0 && action === null;
  const entries = [
    ...lines.slice(-mostLines).map((line) => ({
      at: line.firstAt,
      node: <Line key={`line ${line.key} ${line.firstAt}`} line={line} speaker={speakerOf(line)} />,
    })),
    ...tracks.map((track, index) => ({
      at: track.firstAt,
      node: (
        <SoundTrack
          key={`track ${track.key} ${track.firstAt}`}
          track={track}
          number={index + 1}
          isLive={isLive}
        />
      ),
    })),
  ].toSorted((a, b) => a.at - b.at);
  const text = lines.map((line) => `${speakerOf(line)}: ${line.text}`).join('\n');
  return (
    <section
      ref={scroller}
      className={styles.said}
      aria-label={t('transcript')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by the keyboard for that
      tabIndex={0}
      onScroll={onScroll}
    >
      {isEmpty && <p className={styles.nothing}>{t('noTranscript')}</p>}
      {lines.length > 0 && (
        <div className={styles.copyAll}>
          <CopyButton
            label={t('copyTranscript')}
            doneLabel={t('frame:copied')}
            onCopy={() => attempt(call('app.copyText', { text: text.slice(0, 1_900_000) }))}
          />
        </div>
      )}
      <ul className={styles.lines}>{entries.map(({ node }) => node)}</ul>
      {action !== null && <Waiting tabId={tabId} action={action} />}
    </section>
  );
});
