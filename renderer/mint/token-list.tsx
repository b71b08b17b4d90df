import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { lifeOf } from '../app/token-life.ts';
import { useNow } from '../app/use-now.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ClockNote } from './clock-note.tsx';
import styles from './token-list.module.css';
import { TokenRow } from './token-row.tsx';

export function TokenList() {
  const { t } = useTranslation('mint');
  const tokens = useAppStore((state) => state.tokens);
  const now = useNow();
  const sorted = tokens.toSorted((a, b) => b.mintedAt - a.mintedAt);
  const expired = sorted.filter((token) => lifeOf(token, now).liveness === 'expired');
  return (
    <section className={styles.list} aria-labelledby="tokens-title">
      <div className={styles.head}>
        <h2 id="tokens-title">
          {t('tokens')} <span className={styles.count}>{tokens.length > 0 ? tokens.length : ''}</span>
        </h2>
        {expired.length > 0 && (
          <Button
            look="ghost"
            onPress={() => {
              for (const token of expired) void attempt(call('tokens.forget', { tokenId: token.id }));
            }}
          >
            {t('forgetExpired')}
          </Button>
        )}
      </div>
      <output className="visually-hidden">{t('tokenCount', { count: tokens.length })}</output>
      <ClockNote tokens={sorted} />
      {sorted.length === 0 ? (
        <EmptyState>{t('noTokens')}</EmptyState>
      ) : (
        <ul className={styles.rows}>
          {sorted.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
    </section>
  );
}
