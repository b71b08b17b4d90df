import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRun } from '../../../shared/console-run.ts';
import { Button } from '../../ui/button.tsx';
import { formatSize } from '../format-size.ts';
import styles from './answer.module.css';
import { CharsetNote, isCharsetNoted } from './charset-note.tsx';
import type { ReadingState } from './reading/answer-protocol.ts';
import { isEventless, isStreamRefused } from './run-outcome.ts';
import { essenceOf } from './save-body.ts';

interface NoteProps {
  readonly tone: 'warning' | 'information';
  readonly children: ReactNode;
}

function Note({ tone, children }: NoteProps) {
  const Icon = tone === 'warning' ? TriangleAlert : Info;
  return (
    <li className={styles.note} data-tone={tone}>
      <Icon size={14} strokeWidth={1.5} aria-hidden />
      {children}
    </li>
  );
}

/** The charset that a person reads the body in; null as it was found. */
export interface CharsetChoice {
  readonly chosen: string | null;
  readonly onChoose: (charset: string | null) => void;
}

interface Props {
  readonly run: ConsoleRun;
  readonly state: ReadingState;
  readonly charset: CharsetChoice;
  readonly onGoToFault: () => void;
}

/** What is to be known about a body before it is read. */
export function BodyNotes({ run, state, charset, onGoToFault }: Props) {
  const { t } = useTranslation('answer');
  const { body, head } = run;
  const { fault } = state;
  const isCutShort = state.isCut || body?.truncated === true;
  const isPart = isCutShort || fault?.code === 'too-many-members';
  const essence = essenceOf(head?.contentType ?? null);
  const isHtml = essence === 'text/html' || essence === 'application/xhtml+xml';
  const isOdd = body !== null && isCharsetNoted(body, charset.chosen);
  return (
    <ul className={styles.notes}>
      {isStreamRefused(run) && <Note tone="information">{t('notStream')}</Note>}
      {isEventless(run) && <Note tone="warning">{t('noEventStream')}</Note>}
      {state.isUnreachable && <Note tone="warning">{t('gone')}</Note>}
      {body?.truncated && <Note tone="warning">{t('truncated', { size: formatSize(body.bytes) })}</Note>}
      {(state.isCut || fault?.code === 'too-many-members') && (
        <Note tone="warning">{t('cut', { size: formatSize(state.bytes) })}</Note>
      )}
      {isHtml && <Note tone="information">{t('htmlNote')}</Note>}
      {essence === 'image/svg+xml' && <Note tone="information">{t('svgNote')}</Note>}
      {isOdd && (
        <Note tone={body.charsetFrom === 'unreadable' && charset.chosen === null ? 'warning' : 'information'}>
          <CharsetNote body={body} {...charset} />
        </Note>
      )}
      {fault !== null && !isPart && (
        <Note tone="warning">
          <span>
            {t(fault.code === 'too-deep' ? 'tooDeep' : 'notJson', {
              line: fault.line,
              column: fault.column,
              reason: t(`faults.${fault.code}`),
            })}
          </span>
          <Button look="ghost" className={styles.small ?? ''} onPress={onGoToFault}>
            {t('goToFault')}
          </Button>
        </Note>
      )}
    </ul>
  );
}
