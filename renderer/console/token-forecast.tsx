import { useTranslation } from 'react-i18next';
import { tokenInUse, useAppStore } from '../app/app-store.ts';
import { formatLeft, lifeOf } from '../app/token-life.ts';
import { useNow } from '../app/use-now.ts';
import styles from './console-screen.module.css';
import { useTokenChoice } from './use-sender.ts';

/** What will happen about the token when Send is pressed. */
export function TokenForecast() {
  const choice = useTokenChoice();
  const { t } = useTranslation('console');
  if (choice.kind === 'none') return <span>{t('tokenNoneSent')}</span>;
  return choice.kind === 'token' ? <OfToken tokenId={choice.tokenId} /> : <OfApp />;
}

function OfApp() {
  const { t } = useTranslation('console');
  const tokens = useAppStore((state) => state.tokens);
  const appId = useAppStore((state) => state.profile.currentAppId);
  const now = useNow();
  const left = useLeftWords();
  const token = tokenInUse(tokens, appId, now);
  const life = token && lifeOf(token, now);
  if (appId === null) return null;
  return (
    <span className="tabular">
      {life && life.liveness !== 'expired'
        ? t('tokenLive', { left: left(life.secondsLeft) })
        : t('tokenMissing')}
    </span>
  );
}

interface Props {
  readonly tokenId: string;
}

function OfToken({ tokenId }: Props) {
  const { t } = useTranslation(['console', 'frame']);
  const token = useAppStore((state) => state.tokens.find(({ id }) => id === tokenId));
  const now = useNow();
  const left = useLeftWords();
  if (token === undefined) return <span className={styles.caution}>{t('tokenForgottenHint')}</span>;
  const { liveness, secondsLeft } = lifeOf(token, now);
  const said = { mask: token.mask, region: t(`frame:regions.${token.region.kind}`) };
  if (liveness === 'expired') return <span className={styles.caution}>{t('tokenExpired')}</span>;
  return (
    <span className="tabular">
      {liveness === 'unknown'
        ? t('tokenGivenUnknown', said)
        : t('tokenGiven', { ...said, left: left(secondsLeft) })}
    </span>
  );
}

function useLeftWords(): (secondsLeft: number) => string {
  const { i18n } = useTranslation();
  return (secondsLeft) => formatLeft(secondsLeft, i18n.language === 'zh' ? 'zh' : 'en');
}
