import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/coze/endpoints.ts';
import { useCurrentApp } from '../app/app-store.ts';
import styles from './console-screen.module.css';
import { unsendable } from './request-form.ts';
import { TokenForecast } from './token-forecast.tsx';

interface Props {
  readonly endpoint: Endpoint;
}

const reasons = {
  callback: 'callbackNote',
  websocket: 'websocketLater',
  multipart: 'multipartLater',
  'other-host': 'callbackNote',
} as const;

/** One line of what is known before sending: the token, the permission, who is refused. */
export function EndpointFacts({ endpoint }: Props) {
  const { t } = useTranslation('console');
  const app = useCurrentApp();
  const reason = unsendable(endpoint);
  const refused = endpoint.channelToken === false;
  return (
    <div className={styles.facts}>
      {reason ? <span className={styles.caution}>{t(reasons[reason])}</span> : <TokenForecast />}
      {endpoint.permission && <span>{t('needs', { permission: endpoint.permission })}</span>}
      {endpoint.permission === '' && <span>{t('needsNone')}</span>}
      {refused && (
        <span className={app?.variant.kind === 'channel' ? styles.refused : ''}>{t('channelRefused')}</span>
      )}
      {endpoint.group === 'deprecated' && <span className={styles.caution}>{t('deprecated')}</span>}
      {endpoint.streaming === 'sse' && <span>{t('streamingNote')}</span>}
    </div>
  );
}
