import { ChevronDown, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { readSocketEvent } from '../../../shared/coze/socket/read-socket-event.ts';
import { socketEndpoint, templateText } from '../../../shared/coze/socket/socket-endpoints.ts';
import { useAppStore } from '../../app/app-store.ts';
import { useFormatNames } from '../../app/format-names.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { Menu } from '../../ui/menu.tsx';
import { formatBody, placeholdersIn } from '../request/body-text.ts';
import { useVariableMarks } from '../request/use-variable-marks.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { patchTab } from '../tabs-store.ts';
import type { VariableLookup } from '../variables/variables-store.ts';
import { asWrittenIn, faultIn, unresolvedIn } from './composed-text.ts';
import styles from './composer.module.css';
import { sendComposed } from './start-socket.ts';

interface Props {
  readonly tab: ConsoleTab;
  readonly isOpen: boolean;
  readonly lookup: VariableLookup;
}

/** Longer texts are not compared with how they would be laid out at each keystroke, in characters. */
const longestLaidOut = 100_000;
const longestLabel = 60;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestLabel ? `${line.slice(0, longestLabel)}…` : line;
}

/** The message that is being written: from a template, from what was sent before, or by hand. */
export function Composer({ tab, isOpen, lookup }: Props) {
  const { t } = useTranslation(['socket', 'request']);
  const list = useFormatNames();
  const { text, sent } = tab.socket;
  const isMac = useAppStore((state) => state.host.platform === 'mac');
  const events = socketEndpoint(tab.history.present.endpointId)?.events ?? [];
  const setText = (next: string) =>
    patchTab(tab.id, ({ socket }) => ({ socket: { ...socket, text: next }, touched: true }));
  const fault = faultIn(text);
  const isEmpty = text.trim() === '';
  const { variableSetId } = tab.history.present;
  const unresolved = unresolvedIn(text, variableSetId, (name) => lookup(name).isSet);
  const asWritten = asWrittenIn(text, variableSetId);
  const laidOut = text.length > longestLaidOut ? text : formatBody(text);
  const placeholders = placeholdersIn(text);
  const variables = useVariableMarks(lookup);
  const note = ((): { readonly text: string; readonly tone: 'wrong' | 'caution' | 'quiet' } => {
    const names = (all: readonly string[]) => ({ names: list(all) });
    if (fault !== null && !isEmpty)
      return { text: t('fault', { line: fault.line, column: fault.column }), tone: 'wrong' };
    if (unresolved.length > 0)
      return { text: t('request:obstacles.variables-unresolved', names(unresolved)), tone: 'wrong' };
    if (placeholders.length > 0) return { text: t('placeholders', names(placeholders)), tone: 'caution' };
    if (asWritten.length > 0)
      return { text: t('request:oddities.as-written', names(asWritten)), tone: 'caution' };
    return { text: t('idHint'), tone: 'quiet' };
  })();
  return (
    <div className={styles.composer}>
      <div className={styles.bar}>
        {events.length > 0 && (
          <Menu
            label={t('templates')}
            placement="bottom start"
            trigger={
              <Button>
                {t('template')}
                <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
              </Button>
            }
            groups={[
              {
                id: 'events',
                title: t('templates'),
                entries: events.map((event) => ({
                  id: event.eventType,
                  label: event.eventType,
                  detail: t('templateSource', { source: event.source.replace(/:.*/, '') }),
                  run: () => setText(templateText(event)),
                })),
              },
            ]}
          />
        )}
        <Menu
          label={t('history')}
          placement="bottom start"
          trigger={
            <Button isDisabled={sent.length === 0} look="ghost">
              <History size={14} strokeWidth={1.5} aria-hidden />
              {t('history')}
            </Button>
          }
          groups={[
            {
              id: 'sent',
              entries: sent.map((one, index) => ({
                id: `${index}`,
                label: readSocketEvent(one)?.eventType ?? oneLine(one),
                detail: oneLine(one),
                run: () => setText(one),
              })),
            },
          ]}
        />
        <p className={styles.note} data-tone={note.tone} role="status" title={note.text}>
          {note.text}
        </p>
        {laidOut !== text && (
          <Button look="ghost" onPress={() => setText(laidOut)}>
            {t('layOut')}
          </Button>
        )}
        <Button
          look={isOpen ? 'main' : 'plain'}
          keepsFocus
          className={styles.send ?? ''}
          isDisabled={!isOpen || isEmpty || fault !== null || unresolved.length > 0}
          onPress={() => void sendComposed(tab)}
        >
          {t('send')}
          {isOpen && <kbd>{isMac ? '⌘↩' : 'Ctrl+↩'}</kbd>}
        </Button>
      </div>
      <div className={styles.editor}>
        <CodeEditor
          label={t('composed')}
          language="json"
          value={text}
          onChange={setText}
          isInvalid={fault !== null && !isEmpty}
          variables={variables}
        />
      </div>
    </div>
  );
}
