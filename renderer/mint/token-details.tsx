import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { hostsOfRegion } from '../../shared/coze/region.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { formatClock, formatLocal, formatRelative } from '../app/format-time.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { localExpiry } from '../app/token-life.ts';
import { useAppRemedies } from '../app/use-app-remedies.ts';
import { useAtSecond } from '../app/use-now.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { canRenew, renewToken, setAutoRenew } from './token-actions.ts';
import styles from './token-details.module.css';
import { showToken } from './token-list-store.ts';
import { useRenewalWords } from './use-renewal-words.ts';

interface Props {
  readonly id: string;
  readonly token: AccessToken;
}

/** All that is known of a token but its text. */
export function TokenDetails({ id, token }: Props) {
  const { t, i18n } = useTranslation(['tokens', 'mint', 'frame']);
  const practiceUrl = useAppStore((state) => state.practice.url);
  const ends = localExpiry(token);
  const madeAt = useAtSecond((now) => formatClock(token.mintedAt, now, i18n.language));
  const lastUsed = useAtSecond((now) =>
    token.lastUsedAt === null ? '' : formatRelative(token.lastUsedAt, now, i18n.language),
  );
  const uses = token.uses === 0 ? t('mint:token.unused') : t('mint:token.uses', { count: token.uses });
  const usage =
    token.lastUsedAt === null
      ? uses
      : t(token.uses === 0 ? 'details.taken' : 'details.lastUsed', { uses, ago: lastUsed });
  const { device, scope } = token.options;
  const isMinted = canRenew(token);
  const renewal = isMinted && token.replacedBy === null && <Renewal token={token} />;
  const hasTrouble = token.renewal !== null && token.renewal.problem !== null;
  return (
    <div id={id} className={styles.details}>
      {hasTrouble && renewal}
      <dl className={styles.facts}>
        <dt>{t('details.expires')}</dt>
        <dd>{ends === null ? t('details.expiresUnknown') : formatLocal(ends)}</dd>
        <dt>{t('details.source')}</dt>
        <dd>{t(isMinted ? 'details.minted' : 'details.pasted', { time: madeAt })}</dd>
        <dt>{t('details.region')}</dt>
        <dd>
          {t(`frame:regions.${token.region.kind}`)} <code>{apiOf(token, practiceUrl)}</code>
        </dd>
        <dt>{t('details.used')}</dt>
        <dd>{usage}</dd>
        {isMinted && <LogId logId={token.logId} />}
        {isMinted && (
          <>
            <dt>{t('details.scope')}</dt>
            <dd>{scope === null ? t('mint:token.scopeAll') : <code>{JSON.stringify(scope)}</code>}</dd>
          </>
        )}
        {device.kind !== 'none' && (
          <>
            <dt>{t('details.device')}</dt>
            <dd>
              <code>
                {device.kind === 'device-id' ? 'device_id' : 'custom_consumer'} {device.value}
              </code>
            </dd>
          </>
        )}
        <LinkedToken label={t('details.replaces')} id={token.replaces} />
        <LinkedToken label={t('details.replacedBy')} id={token.replacedBy} />
      </dl>
      {!hasTrouble && renewal}
    </div>
  );
}

function apiOf({ region }: AccessToken, practiceUrl: string | null): string {
  return region.kind === 'practice' && practiceUrl === null ? '' : hostsOfRegion(region, practiceUrl).api;
}

interface LogIdProps {
  readonly logId: string | null;
}

function LogId({ logId }: LogIdProps) {
  const { t } = useTranslation(['tokens', 'frame']);
  return (
    <>
      <dt>{t('details.logId')}</dt>
      <dd>
        {logId === null ? (
          t('details.noLogId')
        ) : (
          <span className={styles.copyable}>
            <code>{logId}</code>
            <CopyButton
              label={t('row.copyLog')}
              doneLabel={t('frame:copied')}
              onCopy={() => call('app.copyText', { text: logId })}
            />
          </span>
        )}
      </dd>
    </>
  );
}

interface LinkProps {
  readonly label: string;
  /** Of the other token. */
  readonly id: string | null;
}

/** Another token that this one has to do with; pressed, it is shown. */
function LinkedToken({ label, id }: LinkProps) {
  const { t } = useTranslation('tokens');
  const other = useAppStore((state) => state.tokens.find((token) => token.id === id));
  if (id === null) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {other === undefined ? (
          t('details.gone')
        ) : (
          <Button look="ghost" className={styles.link ?? ''} onPress={() => showToken(other.id)}>
            <code>{other.mask}</code>
          </Button>
        )}
      </dd>
    </>
  );
}

interface RenewalProps {
  readonly token: AccessToken;
}

/** Whether it renews by itself, how that goes, and what to do when it does not. */
function Renewal({ token }: RenewalProps) {
  const { t } = useTranslation('tokens');
  const words = useRenewalWords(token);
  const app = useAppStore((state) => state.profile.apps.find(({ id }) => id === token.appId) ?? null);
  const renew = useCallback(() => void renewToken(token), [token]);
  const { remedies, remedyLabels } = useAppRemedies(app, renew);
  // Another region is another app to Coze, so that a token cannot be renewed there.
  const { 'switch-region': _, ...here } = remedies;
  const problem = token.renewal?.problem ?? null;
  return (
    <div className={styles.renewal}>
      <div>
        <Checkbox isSelected={token.autoRenew} onChange={(on) => void setAutoRenew(token, on)}>
          {t('details.autoRenew')}
        </Checkbox>
        <p className="secondary">{words ?? t('details.autoRenewHint')}</p>
      </div>
      {problem !== null && (
        <ProblemView
          app={app}
          problem={problem.remedies.length === 0 ? { ...problem, remedies: ['retry'] } : problem}
          remedies={here}
          remedyLabels={remedyLabels}
        />
      )}
    </div>
  );
}
