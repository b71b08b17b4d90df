import { Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { useAppStore } from '../../app/app-store.ts';
import { useUndoOutside } from '../../app/use-undo-outside.ts';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useRunsStore } from '../runs-store.ts';
import { SendAs } from '../send-as.tsx';
import { cancelRun, isRunning, startRun } from '../start-run.ts';
import { useApiOrigin } from '../surroundings.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { useTabName } from '../tabs/tab-name.ts';
import { draftSteps, endpointOf, showView } from '../tabs-store.ts';
import { useSender } from '../use-sender.ts';
import { VariablesChoice } from '../variables/variables-choice.tsx';
import { useVariableLookup } from '../variables/variables-store.ts';
import { AddressLine } from './address-line.tsx';
import { BodyView } from './body-view.tsx';
import { HeadersView } from './headers-view.tsx';
import { ParamsView } from './params-view.tsx';
import { putFile, takesFiles } from './put-file.ts';
import { useRefusedFields } from './refused-fields.ts';
import type { RequestDraft } from './request-draft.ts';
import { RequestFacts } from './request-facts.tsx';
import { RequestMenu } from './request-menu.tsx';
import styles from './request-panel.module.css';
import { obstaclesOf } from './run-request.ts';
import { shownUrl } from './shown-url.ts';

interface Props {
  readonly tab: ConsoleTab;
}

function bodyMark({ body }: RequestDraft): string {
  return body.kind === 'none' ? '' : ' •';
}

/** The request of a tab: where it goes, what it carries, and what there is to know before it is sent. */
export function RequestPanel({ tab }: Props) {
  const { t } = useTranslation(['console', 'request']);
  const draft = tab.history.present;
  const endpoint = endpointOf(draft);
  const name = useTabName()(draft);
  const sender = useSender();
  const isMac = useAppStore((state) => state.host.platform === 'mac');
  const apiOrigin = useApiOrigin(tab.tokenChoice);
  const isBusy = useRunsStore(({ runs }) => isRunning(tab, runs));
  const lookup = useVariableLookup(draft.variableSetId);
  const refused = useRefusedFields(useShallow(({ fields }) => fields.map(({ name: field }) => field)));
  const obstacles = obstaclesOf(draft, (variable) => lookup(variable).isSet, refused);
  const { ref, onKeyDownCapture } = useUndoOutside<HTMLElement>(draftSteps);
  const headers = draft.headers.filter(({ on, name: header }) => on && header.trim() !== '').length;
  return (
    <section
      ref={ref}
      className={styles.request}
      aria-label={name}
      onKeyDownCapture={onKeyDownCapture}
      data-takes-files={takesFiles(draft.body) || undefined}
      onDrop={(event) => {
        const [dropped] = event.dataTransfer.files;
        if (dropped && takesFiles(draft.body)) void putFile(dropped);
      }}
    >
      <div className={styles.head}>
        <div className={styles.titleRow}>
          <h2 title={name}>{name}</h2>
          <SendAs />
        </div>
        <div className={styles.line}>
          <AddressLine draft={draft} lookup={lookup} />
          <Tooltip text={t('cancel')} keys="Esc">
            <Button
              square
              className={styles.stop ?? ''}
              aria-label={t('cancel')}
              isDisabled={!isBusy}
              onPress={() => void cancelRun()}
            >
              <Square size={13} strokeWidth={2} aria-hidden />
            </Button>
          </Tooltip>
          <Button
            look="main"
            className={styles.send ?? ''}
            isDisabled={sender === null || obstacles.length > 0 || isBusy}
            onPress={() => void startRun()}
          >
            {isBusy ? t('sending') : t('send')}
            <kbd>{isMac ? '⌘↩' : 'Ctrl+↩'}</kbd>
          </Button>
        </div>
        <RequestFacts tab={tab} endpoint={endpoint} obstacles={obstacles} apiOrigin={apiOrigin} />
      </div>
      <Tabs
        label={t('request:actions')}
        selected={tab.view}
        onSelect={showView}
        end={
          <div className={styles.end}>
            <div className={styles.variables}>
              <VariablesChoice setId={draft.variableSetId} />
            </div>
            <RequestMenu tab={tab} />
          </div>
        }
        tabs={[
          {
            id: 'params',
            label: t('params'),
            content: (
              <ParamsView
                draft={draft}
                endpoint={endpoint}
                url={shownUrl(draft, apiOrigin)}
                lookup={lookup}
              />
            ),
          },
          {
            id: 'body',
            label: `${t('body')}${bodyMark(draft)}`,
            content: <BodyView draft={draft} endpoint={endpoint} lookup={lookup} />,
          },
          {
            id: 'headers',
            label: headers === 0 ? t('headers') : `${t('headers')} ${headers}`,
            content: <HeadersView draft={draft} lookup={lookup} />,
          },
        ]}
      />
    </section>
  );
}
