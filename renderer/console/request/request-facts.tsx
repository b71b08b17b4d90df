import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { useAppStore, useCurrentApp } from '../../app/app-store.ts';
import { call } from '../../app/bridge-client.ts';
import { useFormatNames } from '../../app/format-names.ts';
import { attempt } from '../../app/toast-store.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { tokenOriginsIn } from '../surroundings.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { TokenForecast } from '../token-forecast.tsx';
import { useTokenChoice } from '../use-sender.ts';
import { readAddress } from './address.ts';
import { draftAsksForStream } from './draft-asks-for-stream.ts';
import styles from './request-panel.module.css';
import { type Obstacle, type Oddity, odditiesOf } from './run-request.ts';
import { useScopeVerdict } from './use-scope-verdict.ts';

interface Props {
  readonly tab: ConsoleTab;
  readonly endpoint: Endpoint | null;
  readonly obstacles: readonly Obstacle[];
  readonly apiOrigin: string | null;
}

/** What there is to know before sending: what is in the way, where the token goes, what it has to be allowed. */
export function RequestFacts({ tab, endpoint, obstacles, apiOrigin }: Props) {
  const { t } = useTranslation(['request', 'console']);
  const list = useFormatNames();
  const draft = tab.history.present;
  const choice = useTokenChoice();
  const [obstacle] = obstacles;
  const [oddity] = odditiesOf(draft, endpoint);
  const read = readAddress(draft.address, apiOrigin);
  const canGo = obstacles.every(({ kind }) => kind !== 'address-scheme' && kind !== 'address-socket');
  const goesElsewhere = read.kind === 'url' && endpoint === null && !draft.isSocket && canGo;
  const hint =
    obstacle !== undefined
      ? { text: sayObstacle(obstacle, t, list), isCaution: obstacle.kind !== 'address-empty' }
      : oddity !== undefined
        ? { text: sayOddity(oddity, t, list), isCaution: true }
        : null;
  return (
    <div className={styles.facts}>
      {hint && (
        <span className={hint.isCaution ? styles.caution : ''} title={hint.text} role="status">
          {hint.text}
        </span>
      )}
      {goesElsewhere && choice.kind !== 'none' ? (
        <TokenOrigin origin={read.origin} />
      ) : (
        hint === null && <TokenForecast />
      )}
      {endpoint && <EndpointFacts endpoint={endpoint} tab={tab} />}
    </div>
  );
}

type List = ReturnType<typeof useFormatNames>;
type Texts = ReturnType<typeof useTranslation<['request', 'console']>>['t'];

function sayObstacle(obstacle: Obstacle, t: Texts, list: List): string {
  switch (obstacle.kind) {
    case 'path-missing':
    case 'field-refused':
    case 'variables-unresolved':
      return t(`obstacles.${obstacle.kind}`, { names: list(obstacle.names) });
    case 'file-missing': {
      const names = obstacle.names.map((name) => (name === '*' ? t('file.body') : name));
      return t('obstacles.file-missing', { names: list(names) });
    }
    case 'socket-elsewhere':
      return t('obstacles.socket-elsewhere', { origin: obstacle.origin });
    case 'json-broken':
      return t('obstacles.json-broken', { line: obstacle.line, column: obstacle.column });
    default:
      return t(`obstacles.${obstacle.kind}`);
  }
}

function sayOddity({ kind, names }: Oddity, t: Texts, list: List): string {
  const said = names.map((name) => (name === '*' ? t('file.body') : name));
  return t(`oddities.${kind}`, { names: list(said) });
}

interface OriginProps {
  readonly origin: string | null;
}

/** Whether the token goes to a place that is not the API host of its region: only when a person says so. */
function TokenOrigin({ origin }: OriginProps) {
  const { t } = useTranslation('request');
  const allowed = useAppStore(tokenOriginsIn);
  if (origin === null || origin === 'null') return <span>{t('otherOriginUnknown')}</span>;
  const isOn = allowed.includes(origin);
  const change = (on: boolean) => {
    const tokenOrigins = on ? [...allowed, origin] : allowed.filter((other) => other !== origin);
    void attempt(call('settings.change', { tokenOrigins }));
  };
  return (
    <span className={styles.origins}>
      <Toggle label={t('otherOrigin', { origin })} isOn={isOn} onChange={change} />
      <span className={isOn ? styles.caution : ''}>
        {isOn ? t('otherOrigin', { origin }) : t('otherOriginOff', { origin })}
      </span>
    </span>
  );
}

interface EndpointProps {
  readonly endpoint: Endpoint;
  readonly tab: ConsoleTab;
}

function EndpointFacts({ endpoint, tab }: EndpointProps) {
  const { t } = useTranslation(['request', 'console']);
  const app = useCurrentApp();
  const verdict = useScopeVerdict(endpoint, tab.tokenChoice);
  const isRefused = endpoint.channelToken === false;
  const draft = tab.history.present;
  const streams = useMemo(() => draftAsksForStream(draft, endpoint), [draft, endpoint]);
  return (
    <>
      {endpoint.group === 'deprecated' && <span className={styles.caution}>{t('console:deprecated')}</span>}
      {isRefused && (
        <span className={app?.variant.kind === 'channel' ? styles.refused : ''}>
          {t('console:channelRefused')}
        </span>
      )}
      {verdict === 'named' && <span>{t('scope.named')}</span>}
      {verdict === 'missing' && (
        <span className={styles.caution}>
          {t('scope.missing', { permission: endpoint.permission ?? '' })}
        </span>
      )}
      {verdict === 'unverified' && <span>{t('scope.unverified')}</span>}
      {verdict === 'no-list' && <span className={styles.caution}>{t('scope.noList')}</span>}
      {verdict !== 'missing' && endpoint.permission && (
        <span>{t('console:needs', { permission: endpoint.permission })}</span>
      )}
      {endpoint.permission === '' && <span>{t('console:needsNone')}</span>}
      {streams && <span>{t('stream')}</span>}
      {endpoint.streaming === 'ws' && <span>{t('websocket')}</span>}
    </>
  );
}
