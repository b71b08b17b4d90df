import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import styles from './build.module.css';
import { changeMembers } from './build-store.ts';
import { memberText, type ReadableDraft } from './draft.ts';
import { randomId } from './fresh-draft.ts';
import { MemberField } from './member-field.tsx';

interface Props {
  readonly read: ReadableDraft;
  readonly isLocked: boolean;
  readonly isWrong?: boolean;
}

function setJti(text: string): void {
  changeMembers('jti', [{ segment: 'payload', path: ['jti'], value: JSON.stringify(text) }]);
}

/** The id of the JWT, and a button for one that nobody has used. */
export function JtiField({ read, isLocked, isWrong = false }: Props) {
  const { t } = useTranslation('build');
  const jti = memberText(read, 'payload', ['jti']);
  return (
    <MemberField
      label="jti"
      value={jti.text}
      onChange={setJti}
      isLocked={isLocked || jti.kind === 'structure'}
      isInvalid={isWrong}
      end={
        <Button
          isDisabled={isLocked}
          className={styles.fieldButton ?? ''}
          aria-label={t('newJtiName')}
          onPress={() => setJti(randomId())}
        >
          {t('newJti')}
        </Button>
      }
    />
  );
}
