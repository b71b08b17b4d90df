import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CountdownRing } from '../ui/countdown-ring.tsx';
import { openScreen, tokenInUse, useAppStore } from './app-store.ts';
import styles from './title-bar.module.css';
import { formatLeft, isRenewing, lifeOf } from './token-life.ts';
import { useNow } from './use-now.ts';

/** The countdown that is always in sight. What is out of the ordinary about the token stands beside it in words. */
export function TokenInUse() {
  const { t, i18n } = useTranslation();
  const tokens = useAppStore((state) => state.tokens);
  const appId = useAppStore((state) => state.profile.currentAppId);
  const now = useNow();
  const token = tokenInUse(tokens, appId, now);
  if (!token) return <span className={styles.none}>{t('noToken')}</span>;
  const { share, liveness, secondsLeft } = lifeOf(token, now);
  const renewing = isRenewing(token);
  const stopped = token.renewal?.state === 'stopped';
  const word = renewing
    ? t('renewing')
    : stopped
      ? t('renewalStopped')
      : liveness === 'soon'
        ? t('endsSoon')
        : null;
  return (
    <Button className={styles.token ?? ''} data-liveness={liveness} onPress={() => openScreen('mint')}>
      {word !== null && (
        <span className={styles.word} data-trouble={(stopped && !renewing) || undefined}>
          {word}
        </span>
      )}
      <CountdownRing share={share} liveness={liveness} isRenewing={renewing} />
      <span className="visually-hidden">{t('tokenInUse')} </span>
      <span className={styles.left} data-testid="token-in-use">
        {liveness === 'expired'
          ? t('expired')
          : formatLeft(secondsLeft, i18n.language === 'zh' ? 'zh' : 'en')}
      </span>{' '}
      <span className={styles.mask}>{token.mask}</span>
    </Button>
  );
}
