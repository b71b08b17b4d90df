import { useTranslation } from 'react-i18next';
import type { StreamEvent } from '../../../../shared/console-run.ts';
import { formatJson } from '../../../../shared/json/format-json.ts';
import { call } from '../../../app/bridge-client.ts';
import { attempt, showNote } from '../../../app/toast-store.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { withoutUnseen } from '../reading/json-row.ts';
import styles from './stream.module.css';

interface Props {
  readonly event: StreamEvent;
}

const mostShown = 100_000;
const mostToCopy = 1_900_000;

/** One event: its lines, and its data laid out where it is JSON. */
export function RawEvent({ event }: Props) {
  const { t } = useTranslation(['answer', 'frame']);
  const copy = async () => {
    if (event.data.length > mostToCopy) showNote(t('copyTooLong'));
    else await attempt(call('app.copyText', { text: event.data }));
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by the keyboard for that
    <section className={styles.raw} aria-label={t('rawEvent')} tabIndex={0}>
      <div className={styles.rawHead}>
        <code>
          {event.event !== '' && `event: ${event.event}  `}
          {event.id !== null && `id: ${event.id}`}
        </code>
        <CopyButton label={t('copyEvent')} doneLabel={t('frame:copied')} onCopy={copy} />
      </div>
      <pre>
        {withoutUnseen(
          event.data.length > mostShown ? event.data.slice(0, mostShown) : formatJson(event.data),
        )}
      </pre>
    </section>
  );
}
