import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StoryMessage } from '../../../../shared/coze/stream/story/stream-story.ts';
import { formatJson } from '../../../../shared/json/format-json.ts';
import { call } from '../../../app/bridge-client.ts';
import { attempt, showNote } from '../../../app/toast-store.ts';
import type { answer } from '../../../i18n/en/answer.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { shownMs } from '../head/phases.ts';
import { withoutUnseen } from '../reading/json-row.ts';
import { MessageSound } from './message-sound.tsx';
import styles from './stream.module.css';

interface Props {
  readonly message: StoryMessage;
  readonly isRunning: boolean;
}

type KnownType = keyof typeof answer.types;

/** Characters of one message that are drawn, and while it grows: all of them are laid out anew with each piece. */
const mostShown = 20_000;
const mostGrowing = 4000;
const mostToCopy = 1_900_000;
/** Of no use to who reads the answer, and there for who looks for it. */
const asides: ReadonlySet<string> = new Set([
  'verbose',
  'knowledge',
  'tool_response',
  'tool_output',
  'function_call',
]);

function laidOut(text: string): string {
  return /^\s*[[{]/.test(text) && text.length <= mostShown ? formatJson(text) : text;
}

interface WordsProps {
  readonly text: string;
  readonly isCode: boolean;
  readonly isGrowing: boolean;
}

/** Where the part begins that is drawn: it moves in large steps, so that what stands there stays for a while. */
function startOf(text: string, most: number): number {
  const step = most / 2;
  return Math.max(0, Math.floor((text.length - most) / step) * step);
}

const Words = memo(function Words({ text, isCode, isGrowing }: WordsProps) {
  const { t } = useTranslation('answer');
  const most = isGrowing ? mostGrowing : mostShown;
  const isLong = text.length > most;
  const shown = isLong ? text.slice(startOf(text, most)) : isCode ? laidOut(text) : text;
  return (
    <>
      {isLong && <p className="secondary">{t('longMessage')}</p>}
      <div className={isCode ? styles.code : styles.words}>{withoutUnseen(shown)}</div>
    </>
  );
});

/** One message as far as it has come. */
export const MessageCard = memo(function MessageCard({ message, isRunning }: Props) {
  const { t } = useTranslation(['answer', 'frame']);
  const { type, nodeTitle, text, reasoning, audio, isComplete, contentType, lostPieces } = message;
  const name = type in knownTypes ? t(`types.${type as KnownType}`) : type || t('types.answer');
  const isGrowing = isRunning && !isComplete;
  const isAside = asides.has(type);
  const isCode =
    isAside ||
    contentType === 'card' ||
    contentType === 'object_string' ||
    /^\s*[[{]/.test(text.slice(0, 50));
  const copy = async () => {
    if (text.length > mostToCopy) showNote(t('copyTooLong'));
    else await attempt(call('app.copyText', { text }));
  };
  const head = (
    <>
      <span className={styles.kind} data-type={type}>
        {nodeTitle === '' ? name : `${name} ${nodeTitle}`}
      </span>
      {contentType === 'card' && <span className={styles.tag}>{t('card')}</span>}
      {isGrowing && <span className={styles.writing}>{t('writing')}</span>}
      {lostPieces > 0 && <span className={styles.lost}>{t('lostPieces', { count: lostPieces })}</span>}
      <span className={styles.at}>{t('ms', { ms: shownMs(message.firstAt) })}</span>
    </>
  );
  const body = (
    <>
      {reasoning !== '' && (
        <div className={styles.reasoning}>
          <span className="secondary">{t('reasoning')}</span>
          <Words text={reasoning} isCode={false} isGrowing={isGrowing && text === ''} />
        </div>
      )}
      {text !== '' && <Words text={text} isCode={isCode} isGrowing={isGrowing} />}
      {audio !== '' && (isComplete || !isRunning) && <MessageSound pieces={audio} />}
    </>
  );
  const copyButton = <CopyButton label={t('copyMessage')} doneLabel={t('frame:copied')} onCopy={copy} />;
  if (isAside) {
    return (
      <li className={styles.message} data-aside>
        <Disclosure>
          <div className={styles.messageHead}>
            <AriaButton slot="trigger" className={styles.aside ?? ''}>
              <ChevronRight size={12} strokeWidth={2} aria-hidden />
              {head}
            </AriaButton>
            {copyButton}
          </div>
          <DisclosurePanel>{body}</DisclosurePanel>
        </Disclosure>
      </li>
    );
  }
  return (
    <li className={styles.message}>
      <div className={styles.messageHead}>
        {head}
        {copyButton}
      </div>
      {body}
    </li>
  );
});

const knownTypes: Readonly<Record<KnownType, true>> = {
  question: true,
  answer: true,
  function_call: true,
  tool_output: true,
  tool_response: true,
  follow_up: true,
  verbose: true,
  knowledge: true,
  node: true,
};
