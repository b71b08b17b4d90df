import { useTranslation } from 'react-i18next';
import type { AnswerHead } from '../../../../shared/console-run.ts';
import { call } from '../../../app/bridge-client.ts';
import { attempt } from '../../../app/toast-store.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import styles from './head.module.css';

interface Props {
  readonly head: AnswerHead;
}

export function HeaderList({ head }: Props) {
  const { t } = useTranslation(['answer', 'frame']);
  const text = head.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <div className={styles.headers}>
      <div className={styles.headersTop}>
        <span className="secondary">{t('url', { url: head.url })}</span>
        <CopyButton
          label={t('copyHeaders')}
          doneLabel={t('frame:copied')}
          onCopy={() => attempt(call('app.copyText', { text }))}
        />
      </div>
      <table className={styles.headerTable} aria-label={t('headersOf')}>
        <tbody>
          {head.headers.map(([name, value], at) => (
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
