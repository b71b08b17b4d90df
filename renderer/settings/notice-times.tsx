import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lengthOfTime } from '../../shared/i18n/length-of-time.ts';
import { useAppStore } from '../app/app-store.ts';
import { call } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { mostNotices, readNoticeTime } from './notice-time.ts';
import styles from './notice-times.module.css';
import { AllowNotices } from './page-permissions.tsx';
import { Row } from './settings-row.tsx';

const save = (times: readonly number[]) =>
  attempt(call('settings.change', { notifyBeforeSeconds: times.toSorted((a, b) => b - a) }));

/** How long before a token expires the system says so. */
export function NoticeTimes() {
  const { t, i18n } = useTranslation(['settings', 'connection']);
  const isInPage = useAppStore((state) => state.host.noticesInPage);
  const times = useAppStore((state) => state.profile.settings.notifyBeforeSeconds);
  const [text, setText] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const reading = readNoticeTime(text, times);
  const said = (seconds: number) => lengthOfTime(seconds, i18n.language === 'zh' ? 'zh' : 'en');
  const isFull = times.length >= mostNotices;
  const problem =
    reading.kind === 'problem' && !isFull && wasTried && text.trim() !== ''
      ? t(`noticeProblems.${reading.problem}`, { limit: mostNotices })
      : undefined;

  const add = async (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (reading.kind !== 'time' || (await save([...times, reading.seconds])) === null) return;
    setText('');
    setWasTried(false);
  };

  return (
    <Row name="notices" title={t('notices')} detail={t(isInPage ? 'connection:noticesHint' : 'noticesHint')}>
      <div className={styles.times}>
        {times.length === 0 ? (
          <span className="secondary">{t('noticesNone')}</span>
        ) : (
          <ul className={styles.chips} aria-label={t('notices')}>
            {times.map((seconds) => (
              <li key={seconds} className={styles.chip}>
                {said(seconds)}
                <Button
                  look="ghost"
                  square
                  className={styles.remove ?? ''}
                  aria-label={t('noticeRemove', { time: said(seconds) })}
                  onPress={() => void save(times.filter((entry) => entry !== seconds))}
                >
                  <X size={12} strokeWidth={1.75} />
                </Button>
              </li>
            ))}
          </ul>
        )}
        {isInPage && <AllowNotices />}
        <form className={styles.add} onSubmit={(event) => void add(event)}>
          <Field
            label={t('noticeTime')}
            hideLabel
            value={text}
            onChange={setText}
            placeholder={t('noticeExample')}
            isDisabled={isFull}
            hint={isFull ? t('noticeProblems.full', { limit: mostNotices }) : undefined}
            problem={problem}
          />
          <Button type="submit" isDisabled={isFull || text.trim() === ''}>
            {t('noticeAdd')}
          </Button>
        </form>
      </div>
    </Row>
  );
}
