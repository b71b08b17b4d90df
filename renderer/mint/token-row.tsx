import { ChevronRight } from 'lucide-react';
import { type CSSProperties, lazy, memo, type Ref, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessToken } from '../../shared/coze/token.ts';
import { formatLeft, isRenewing, lifeOf } from '../app/token-life.ts';
import { useAtSecond, useNow } from '../app/use-now.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { CountdownRing } from '../ui/countdown-ring.tsx';
import { canRenew, copyToken, renewToken } from './token-actions.ts';
import { TokenFacts } from './token-facts.tsx';
import styles from './token-list.module.css';
import { toggleDetails } from './token-list-store.ts';
import { TokenMenu } from './token-menu.tsx';
import { useReveal } from './use-reveal.ts';

const TokenDetails = lazy(() =>
  import('./token-details.tsx').then((module) => ({ default: module.TokenDetails })),
);

interface Props {
  readonly token: AccessToken;
  readonly index: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** The one row that Tab leads to. */
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  /** Told of the element, whose height is measured. */
  readonly measure: Ref<HTMLLIElement>;
}

/** One token: how long it lives, whose it is, and what can be done with it; its details when it is open. */
export const TokenRow = memo(function TokenRow(props: Props) {
  const { token, index, count, top, isCurrent, isOpen, measure } = props;
  const { t } = useTranslation(['mint', 'frame']);
  const liveness = useAtSecond((now) => lifeOf(token, now).liveness);
  const reveal = useReveal(token.id);
  const place: CSSProperties = { transform: `translateY(${top}px)` };
  const detailsId = `token-${token.id}`;
  return (
    <li
      ref={measure}
      data-index={index}
      data-token={token.id}
      data-liveness={liveness}
      data-current={isCurrent || undefined}
      data-replaced={token.replacedBy !== null || undefined}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={styles.row}
      style={place}
    >
      <div className={styles.line}>
        <Countdown token={token} />
        <button
          type="button"
          className={styles.what}
          tabIndex={isCurrent ? 0 : -1}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          data-row-button
          onClick={() => toggleDetails(token.id)}
        >
          <TokenFacts token={token} liveness={liveness} />
        </button>
        <span className={styles.mask}>{token.mask}</span>
        {liveness === 'expired' && canRenew(token) ? (
          <Button look="ghost" excludeFromTabOrder={!isCurrent} onPress={() => void renewToken(token)}>
            {t('token.renew')}
          </Button>
        ) : (
          <CopyButton
            label={t('token.copyToken')}
            doneLabel={t('frame:copied')}
            excludeFromTabOrder={!isCurrent}
            onCopy={() => copyToken(token, 'token')}
          />
        )}
        <TokenMenu token={token} reveal={reveal} isInTabOrder={isCurrent} />
        <ChevronRight className={styles.chevron} data-open={isOpen || undefined} size={14} aria-hidden />
      </div>
      {reveal.revealed !== null && <code className={styles.revealed}>{reveal.revealed}</code>}
      <Suspense fallback={null}>{isOpen && <TokenDetails id={detailsId} token={token} />}</Suspense>
    </li>
  );
});

interface CountdownProps {
  readonly token: AccessToken;
}

/** The only part of a row that is drawn every second. */
function Countdown({ token }: CountdownProps) {
  const { t, i18n } = useTranslation('frame');
  const { share, liveness, secondsLeft } = lifeOf(token, useNow());
  const left = formatLeft(secondsLeft, i18n.language === 'zh' ? 'zh' : 'en');
  return (
    <>
      <CountdownRing share={share} liveness={liveness} isRenewing={isRenewing(token)} size={18} />
      <span className={styles.left}>{liveness === 'expired' ? t('expired') : left}</span>
    </>
  );
}
