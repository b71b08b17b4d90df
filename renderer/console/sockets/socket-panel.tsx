import { Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../app/app-store.ts';
import { useUndoOutside } from '../../app/use-undo-outside.ts';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { ParamsView } from '../request/params-view.tsx';
import { RequestFacts } from '../request/request-facts.tsx';
import requestStyles from '../request/request-panel.module.css';
import { SendAs } from '../send-as.tsx';
import { useApiOrigin } from '../surroundings.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { useTabName } from '../tabs/tab-name.ts';
import { draftSteps, endpointOf, showView } from '../tabs-store.ts';
import { useSender } from '../use-sender.ts';
import { VariablesChoice } from '../variables/variables-choice.tsx';
import { useVariableLookup } from '../variables/variables-store.ts';
import { Composer } from './composer.tsx';
import { shownSocketUrl } from './socket-address.ts';
import { SocketAddressLine } from './socket-address-line.tsx';
import { socketObstacles } from './socket-request.ts';
import { isClosing, isConnecting, isOpen } from './socket-stage.ts';
import styles from './sockets.module.css';
import { useSocket } from './sockets-store.ts';
import { SoundSender } from './sound-sender.tsx';
import { callOffSocket, toggleSocket } from './start-socket.ts';

interface Props {
  readonly tab: ConsoleTab;
}

/** The WebSocket of a tab: where it is, connecting, and what is to be sent over it. */
export function SocketPanel({ tab }: Props) {
  const { t } = useTranslation('socket');
  const draft = tab.history.present;
  const endpoint = endpointOf(draft);
  const name = useTabName()(draft);
  const sender = useSender();
  const isMac = useAppStore((state) => state.host.platform === 'mac');
  const apiOrigin = useApiOrigin(tab.tokenChoice);
  const socket = useSocket(tab.socketId);
  const lookup = useVariableLookup(draft.variableSetId);
  const obstacles = socketObstacles(draft, (variable) => lookup(variable).isSet, apiOrigin);
  const { ref, onKeyDownCapture } = useUndoOutside<HTMLElement>(draftSteps);
  const isBusy = tab.isStarting || isConnecting(socket);
  const isConnected = isOpen(socket);
  const isEnding = isClosing(socket);
  const view = tab.view === 'headers' ? 'body' : tab.view;
  return (
    <section
      ref={ref}
      className={requestStyles.request}
      aria-label={name}
      onKeyDownCapture={view === 'params' ? onKeyDownCapture : undefined}
    >
      <div className={requestStyles.head}>
        <div className={requestStyles.titleRow}>
          <h2 title={name}>{name}</h2>
          <SendAs />
        </div>
        <div className={requestStyles.line}>
          <SocketAddressLine draft={draft} lookup={lookup} />
          <Tooltip text={t('cancel')} keys="Esc">
            <Button
              square
              className={requestStyles.stop ?? ''}
              aria-label={t('cancel')}
              isDisabled={!isBusy}
              onPress={() => void callOffSocket(tab)}
            >
              <Square size={13} strokeWidth={2} aria-hidden />
            </Button>
          </Tooltip>
          <Button
            look={isConnected || isEnding ? 'plain' : 'main'}
            keepsFocus
            className={`${requestStyles.send} ${styles.connect}`}
            isDisabled={isBusy || (!isConnected && !isEnding && (sender === null || obstacles.length > 0))}
            onPress={() => toggleSocket(tab)}
          >
            {t(isBusy ? 'connecting' : isEnding ? 'cut' : isConnected ? 'disconnect' : 'connect')}
            {!isConnected && !isEnding && <kbd>{isMac ? '⌘↩' : 'Ctrl+↩'}</kbd>}
          </Button>
        </div>
        <RequestFacts tab={tab} endpoint={endpoint} obstacles={obstacles} apiOrigin={apiOrigin} />
      </div>
      <Tabs
        label={t('region')}
        selected={view}
        onSelect={showView}
        end={
          <div className={requestStyles.end}>
            <div className={requestStyles.variables}>
              <VariablesChoice setId={draft.variableSetId} />
            </div>
          </div>
        }
        tabs={[
          {
            id: 'body',
            label: t('views.message'),
            content: <Composer tab={tab} isOpen={isConnected} lookup={lookup} />,
          },
          {
            id: 'sound',
            label: `${t('views.sound')}${tab.socket.file === null ? '' : ' •'}`,
            content: <SoundSender tab={tab} socket={socket} />,
          },
          {
            id: 'params',
            label: t('views.query'),
            content: (
              <ParamsView
                draft={draft}
                endpoint={endpoint}
                url={shownSocketUrl(draft, apiOrigin)}
                lookup={lookup}
              />
            ),
          },
        ]}
      />
    </section>
  );
}
