import { useTranslation } from 'react-i18next';
import type { LearnedClock } from '../../shared/coze/token.ts';
import { lengthOfTime } from '../../shared/i18n/length-of-time.ts';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './token-list.module.css';

const worthSayingMs = 5000;

/** Says so when the clock of a server and this computer's are apart, and what is signed with. */
export function ClockNote() {
  const { t } = useTranslation('tokens');
  const clocks = useAppStore((state) => state.clocks);
  const usesServerClock = useAppStore((state) => state.profile.settings.useServerClock);
  const apart = clocks.filter(({ offsetMs }) => Math.abs(offsetMs) > worthSayingMs);
  if (apart.length === 0) return null;
  return (
    <div className={styles.notice}>
      <Notice
        tone="warning"
        actions={
          <Checkbox
            isSelected={usesServerClock}
            onChange={(useServerClock) => void attempt(call('settings.change', { useServerClock }))}
          >
            {t('clock.useServerClock')}
          </Checkbox>
        }
      >
        {apart.map((clock) => (
          <Difference key={clock.api} clock={clock} />
        ))}
        <p>{t(usesServerClock ? 'clock.signsOnServer' : 'clock.signsOnLocal')}</p>
      </Notice>
    </div>
  );
}

interface Props {
  readonly clock: LearnedClock;
}

function Difference({ clock: { api, offsetMs } }: Props) {
  const { t, i18n } = useTranslation('tokens');
  const difference = lengthOfTime(
    Math.round(Math.abs(offsetMs) / 1000),
    i18n.language === 'zh' ? 'zh' : 'en',
  );
  return <p>{t(offsetMs > 0 ? 'clock.ahead' : 'clock.behind', { host: new URL(api).host, difference })}</p>;
}
