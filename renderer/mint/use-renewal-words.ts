import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/assert-never.ts';
import type { AccessToken, Renewal } from '../../shared/coze/token.ts';
import { lengthOfTime } from '../../shared/i18n/length-of-time.ts';
import { formatClock } from '../app/format-time.ts';
import { useProblemText } from '../app/problem-text.ts';
import { useAtSecond } from '../app/use-now.ts';

/** How it stands with the renewal of a token, in words; null when it does not renew by itself. */
export function useRenewalWords(token: AccessToken): string | null {
  const { t, i18n } = useTranslation('tokens');
  const problemText = useProblemText();
  const reasonOf = ({ problem }: Renewal) =>
    problem === null ? t('renewal.tooLate') : problemText(problem).title;

  function wordsOf(renewal: Renewal, now: number): string {
    const { state, nextAt } = renewal;
    switch (state) {
      case 'waiting':
        return nextAt === null
          ? t('renewal.on')
          : t(renewal.ifUsed === true ? 'renewal.waitingIfUsed' : 'renewal.waiting', {
              time: formatClock(nextAt, now, i18n.language),
            });
      case 'running':
        return t('renewal.running');
      case 'backing-off': {
        const seconds = Math.max(0, Math.ceil(((nextAt ?? now) - now) / 1000));
        const left = lengthOfTime(seconds, i18n.language === 'zh' ? 'zh' : 'en');
        return t('renewal.backingOff', { left, reason: reasonOf(renewal) });
      }
      case 'stopped':
        return t('renewal.stopped', { reason: reasonOf(renewal) });
      case 'idle-unused':
        return t('renewal.unused');
      default:
        return assertNever(state);
    }
  }

  return useAtSecond((now) => {
    if (token.renewal !== null) return wordsOf(token.renewal, now);
    return token.autoRenew && token.replacedBy === null ? t('renewal.on') : null;
  });
}
