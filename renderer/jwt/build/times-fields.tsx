import { useTranslation } from 'react-i18next';
import { firstMilliseconds } from '../../../shared/jwt/read-times.ts';
import { epochSeconds } from '../../../shared/time.ts';
import { formatLocal } from '../../app/format-time.ts';
import { Button } from '../../ui/button.tsx';
import styles from './build.module.css';
import { changeMembers, serverNow } from './build-store.ts';
import type { Draft, ReadableDraft } from './draft.ts';
import { memberText } from './draft.ts';
import { liveFor, moveTo, timesOf } from './draft-fields.ts';
import { formatLifetime, parseLifetime } from './lifetime.ts';
import { MemberField } from './member-field.tsx';

interface Props {
  readonly draft: Draft;
  readonly read: ReadableDraft;
  readonly isLocked: boolean;
  readonly isWrong: (path: string) => boolean;
}

const digits = (text: string) => (/^\d{1,15}$/.test(text.trim()) ? text.trim() : null);

function localTime(seconds: number | null): string | null {
  return seconds === null || Math.abs(seconds) >= firstMilliseconds
    ? null
    : formatLocal(epochSeconds(seconds) * 1000);
}

/** `iat`, and `exp` as the time that the JWT lives. */
export function TimesFields({ draft, read, isLocked, isWrong }: Props) {
  const { t } = useTranslation('build');
  const { iat, exp, lifetime } = timesOf(read);
  const iatText = memberText(read, 'payload', ['iat']).text;
  const now = () => serverNow(draft.appId);
  const end = localTime(exp);
  return (
    <>
      <MemberField
        label="iat"
        value={iatText}
        parse={digits}
        problem={t('iatProblem')}
        onChange={(text) => changeMembers('iat', moveTo(read, Number(text)))}
        isLocked={isLocked}
        isInvalid={isWrong('/iat')}
        hint={localTime(iat) ?? t(iat === null ? 'noTime' : 'notSeconds')}
        end={
          <Button
            isDisabled={isLocked}
            className={styles.fieldButton ?? ''}
            aria-label={t('nowName')}
            onPress={() => changeMembers('now', moveTo(read, now()))}
          >
            {t('now')}
          </Button>
        }
      />
      <MemberField
        label={t('lifetime')}
        value={lifetime === null ? '' : formatLifetime(lifetime)}
        parse={(text) => {
          const seconds = parseLifetime(text);
          return seconds === null ? null : formatLifetime(seconds);
        }}
        problem={t('lifetimeProblem')}
        onChange={(text) => changeMembers('lifetime', liveFor(read, parseLifetime(text) ?? 0, now()))}
        isLocked={isLocked}
        isInvalid={isWrong('/exp')}
        hint={end === null ? t(exp === null ? 'noTime' : 'notSeconds') : t('until', { time: end })}
      />
    </>
  );
}
