import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CountdownRing } from '../ui/countdown-ring.tsx';
import { openScreen, tokenInUse, useAppStore } from './app-store.ts';
import styles from './title-bar.module.css';
import { formatCountdown, lifeOf } from './token-life.ts';
import { useNow } from './use-now.ts';

/** The countdown that is always in sight. */
export function TokenInUse() {
  const { t } = useTranslation();
  const tokens = useAppStore((state) => state.tokens);
  const appId = useAppStore((state) => state.profile.currentAppId);
  const now = useNow();
  const token = tokenInUse(tokens, appId, now);
  if (!token) return <span className={styles.none}>{t('noToken')}</span>;
  const life = lifeOf(token, now);
  const left = formatCountdown(life.secondsLeft);
  const expired = life.liveness === 'expired';
  return (
    <Button className={styles.token ?? ''} data-liveness={life.liveness} onPress={() => openScreen('mint')}>
      <CountdownRing share={life.share} liveness={life.liveness} />
      <span className="visually-hidden">{t('tokenInUse')} </span>
      <span className={styles.left} data-testid="token-in-use">
        {expired ? t('expired') : left}
      </span>{' '}
      <span className={styles.mask}>{token.mask}</span>
    </Button>
  );
}
