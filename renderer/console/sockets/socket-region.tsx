import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleSocket } from '../../../shared/console-socket.ts';
import { socketUrl } from '../../../shared/coze/socket/socket-url.ts';
import type { Problem } from '../../../shared/problem.ts';
import { useAppStore } from '../../app/app-store.ts';
import { ProblemView } from '../../app/problem-view.tsx';
import { SeeInPractice } from '../../app/see-in-practice.tsx';
import { useAppRemedies } from '../../app/use-app-remedies.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import answerStyles from '../answer/answer.module.css';
import { usePaced } from '../answer/rows/use-paced.ts';
import { renewAndStart } from '../start-run.ts';
import { useApiOrigin } from '../surroundings.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { HandshakeView } from './handshake-view.tsx';
import { MessagesView } from './messages-view.tsx';
import { RefusalWords } from './refusal-words.tsx';
import { isClosing, isConnecting, isOpen } from './socket-stage.ts';
import { SocketStatus } from './socket-status.tsx';
import { storyOf } from './socket-stories.ts';
import styles from './sockets.module.css';
import { type SocketMessages, useMessages, useSocket } from './sockets-store.ts';
import { toggleSocket } from './start-socket.ts';

interface Props {
  readonly tab: ConsoleTab;
}

function useAppOf(socket: ConsoleSocket | null) {
  return useAppStore(({ profile, tokens }) => {
    const token = tokens.find(({ id }) => id === socket?.tokenId);
    const appId = token === undefined ? profile.currentAppId : token.appId;
    return profile.apps.find(({ id }) => id === appId) ?? null;
  });
}

function useIsOfPractice(socket: ConsoleSocket | null): boolean {
  const url = useAppStore((state) => state.practice.url);
  return url !== null && socket?.url.startsWith(socketUrl(`${url}/`)) === true;
}

interface FailureProps extends Props {
  readonly problem: Problem;
  readonly socket: ConsoleSocket | null;
}

function Failure({ tab, problem, socket }: FailureProps) {
  const { t } = useTranslation('socket');
  const app = useAppOf(socket);
  const actions = useAppRemedies(app, () => toggleSocket(tab));
  const isOfPractice = useIsOfPractice(socket);
  const isRefused = problem.code === 'console/socket-refused';
  return (
    <div className={answerStyles.problem}>
      {isRefused && isOfPractice ? (
        <Notice
          tone="information"
          title={t('practice')}
          actions={<SeeInPractice logId={socket?.handshake?.logId ?? null} />}
        />
      ) : (
        <ProblemView
          app={app}
          endpointId={tab.history.present.endpointId}
          problem={problem}
          {...actions}
          remedies={{ ...actions.remedies, 'mint-again': () => void renewAndStart() }}
        />
      )}
    </div>
  );
}

/** Another socket or another stage of it is shown at once; bytes are counted at leisure. */
function isTurn(before: ConsoleSocket | null, now: ConsoleSocket | null): boolean {
  return before?.socketId !== now?.socketId || before?.stage !== now?.stage;
}

/** The first messages, and clearing, are shown as they come; others at leisure. */
function isFirst(before: SocketMessages, now: SocketMessages): boolean {
  return before.messages.length < 50 || before.clearedTo !== now.clearedTo;
}

interface SocketProps extends Props {
  readonly socket: ConsoleSocket;
}

function Connection({ tab, socket }: SocketProps) {
  const { t } = useTranslation('socket');
  const [shown, setShown] = useState<'messages' | 'handshake'>('messages');
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const messages = usePaced(useMessages(socket.socketId), isFirst);
  const story = storyOf(socket.socketId, messages);
  const { handshake, problem, stage, openedAt } = socket;
  const isOfPractice = useIsOfPractice(socket);
  const isRefused = handshake !== null && handshake.status !== 101;
  return (
    <>
      <SocketStatus socket={socket} failure={story.failure} eventLogId={story.logId} />
      {isRefused && !isOfPractice && <RefusalWords said={handshake.said} />}
      {stage === 'failed' && problem !== null && <Failure tab={tab} problem={problem} socket={socket} />}
      {openedAt === null ? (
        handshake !== null && (
          <div className={answerStyles.scroll}>
            <HandshakeView url={socket.url} handshake={handshake} />
          </div>
        )
      ) : (
        <Tabs
          label={t('region')}
          selected={shown}
          onSelect={setShown}
          end={<div ref={setTools} className={styles.tools} />}
          tabs={[
            {
              id: 'messages',
              label: t('tabs.messages'),
              content: (
                <MessagesView
                  tabId={tab.id}
                  socket={socket}
                  messages={messages}
                  story={story}
                  isLive={isOpen(socket)}
                  tools={tools}
                />
              ),
            },
            {
              id: 'handshake',
              label: t('tabs.handshake'),
              content: (
                <div className={answerStyles.scroll}>
                  {handshake !== null && <HandshakeView url={socket.url} handshake={handshake} />}
                </div>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

/** What comes over the WebSocket of a tab, and how it stands. */
export function SocketRegion({ tab }: Props) {
  const { t } = useTranslation('socket');
  const socket = usePaced(useSocket(tab.socketId), isTurn);
  const apiOrigin = useApiOrigin(tab.tokenChoice);
  const practiceUrl = useAppStore((state) => state.practice.url);
  const isBusy = tab.isStarting || isConnecting(socket) || isClosing(socket);
  const isPractice = apiOrigin !== null && apiOrigin === practiceUrl;
  return (
    <section className={answerStyles.answer} aria-label={t('region')} aria-busy={isBusy}>
      {tab.problem !== null ? (
        <Failure tab={tab} problem={tab.problem} socket={null} />
      ) : socket === null ? (
        <EmptyState>
          {isBusy
            ? t('connecting')
            : tab.socket.wasConnected
              ? t('gone')
              : t(isPractice ? 'practice' : 'nothing')}
        </EmptyState>
      ) : (
        <Connection key={socket.socketId} tab={tab} socket={socket} />
      )}
    </section>
  );
}
