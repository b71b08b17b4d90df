import { useTranslation } from 'react-i18next';
import type { AccessToken } from '../../shared/coze/token.ts';
import { useAppStore } from '../app/app-store.ts';
import { formatClock, formatRelative } from '../app/format-time.ts';
import { localExpiry } from '../app/token-life.ts';
import { useAtSecond } from '../app/use-now.ts';
import type { Liveness } from '../ui/countdown-ring.tsx';
import styles from './token-list.module.css';
import { useRenewalWords } from './use-renewal-words.ts';

interface Props {
  readonly token: AccessToken;
  readonly liveness: Liveness;
}

/** Whose token it is, and what there is to know about it at a glance; what finds no room stands in the details. */
export function TokenFacts({ token, liveness }: Props) {
  const { t, i18n } = useTranslation(['mint', 'tokens']);
  const isPasted = token.source === 'pasted';
  const renewal = useRenewalWords(token);
  const ending = useEndingWords(token, liveness);
  const madeAt = useAtSecond((now) => formatClock(token.mintedAt, now, i18n.language));
  const replacement = useMask(token.replacedBy);
  return (
    <>
      <span className={styles.title}>
        <span className={styles.app}>{token.appName}</span>
        {isPasted ? (
          <span className={styles.badge}>{t('tokens:row.pasted')}</span>
        ) : (
          <span className={styles.session}>{token.options.sessionName || t('token.noSession')}</span>
        )}
      </span>
      <span className={styles.facts}>
        <span>{ending}</span>
        {liveness === 'soon' && <span className={styles.note}>{t('tokens:row.soon')}</span>}
        {replacement !== null && <span>{t('tokens:row.replacedBy', { mask: replacement })}</span>}
        {renewal !== null && (
          <span className={styles.renewal} data-state={token.renewal?.state} title={renewal}>
            {renewal}
          </span>
        )}
        {token.notes?.includes('expires-relative') && (
          <span className={styles.note}>{t('token.expiresRelative')}</span>
        )}
        {!isPasted && (
          <span>{scopeWords(token, t('token.scopeAll'), (list) => t('token.scopeSome', { list }))}</span>
        )}
        <span>{token.uses === 0 ? t('token.unused') : t('token.uses', { count: token.uses })}</span>
        <span>{t(isPasted ? 'tokens:row.pastedAt' : 'tokens:row.mintedAt', { time: madeAt })}</span>
        {token.logId !== null && <span>{t('tokens:row.log', { id: token.logId })}</span>}
      </span>
    </>
  );
}

function useEndingWords(token: AccessToken, liveness: Liveness): string {
  const { t, i18n } = useTranslation(['mint', 'tokens']);
  const ends = localExpiry(token);
  return useAtSecond((now) => {
    if (ends === null) return t('tokens:row.unknown');
    return liveness === 'expired'
      ? t('token.expiredAgo', { ago: formatRelative(ends, now, i18n.language) })
      : t('token.expiresAt', { time: formatClock(ends, now, i18n.language) });
  });
}

/** The mask of a token that is held; null for none. */
function useMask(id: string | null): string | null {
  return useAppStore((state) => state.tokens.find((token) => token.id === id)?.mask ?? null);
}

function scopeWords(token: AccessToken, all: string, some: (list: string) => string): string {
  const list = token.options.scope?.account_permission?.permission_list;
  return token.options.scope === null ? all : some(list?.join(', ') ?? '{}');
}
