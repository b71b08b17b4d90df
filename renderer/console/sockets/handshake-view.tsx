import { useTranslation } from 'react-i18next';
import type { ConsoleSocket } from '../../../shared/console-socket.ts';
import { formatJson } from '../../../shared/json/format-json.ts';
import { call } from '../../app/bridge-client.ts';
import { attempt } from '../../app/toast-store.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import headStyles from '../answer/head/head.module.css';
import styles from './sockets.module.css';

interface Props {
  readonly url: string;
  readonly handshake: NonNullable<ConsoleSocket['handshake']>;
}

/** The answer to the handshake: its headers, and what a refusal said. */
export function HandshakeView({ url, handshake: { status, headers, said } }: Props) {
  const { t } = useTranslation(['socket', 'frame']);
  const text = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <div className={styles.handshake}>
      <div className={headStyles.headersTop}>
        <code>
          {url} → {status}
        </code>
        <CopyButton
          label={t('copyHeaders')}
          doneLabel={t('frame:copied')}
          onCopy={() => attempt(call('app.copyText', { text }))}
        />
      </div>
      {said !== '' && (
        <section aria-label={t('refusedWith')}>
          <h3 className="secondary">{t('refusedWith')}</h3>
          <pre className={styles.words}>{formatJson(said)}</pre>
        </section>
      )}
      <table className={headStyles.headerTable} aria-label={t('handshakeOf')}>
        <tbody>
          {headers.map(([name, value], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names and values may repeat, and the list does not change
            <tr key={at}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
