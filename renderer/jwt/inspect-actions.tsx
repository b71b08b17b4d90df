import { Columns2, Hammer, Pin } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { exampleToken } from './example-token.ts';
import type { Inspection } from './inspection/inspect-text.ts';
import styles from './jwt-screen.module.css';
import { setJwtText, useJwtStore } from './jwt-store.ts';
import { openInBuild } from './open-in-build.ts';
import { pinToken, usePinStore } from './pins/pin-store.ts';

const iconSize = { size: 15, strokeWidth: 1.5, 'aria-hidden': true } as const;

interface Props {
  readonly inspection: Inspection | null;
}

/** What can be done with the text and the token in it. */
export const InspectActions = memo(function InspectActions({ inspection }: Props) {
  const { t } = useTranslation('jwt');
  const isEmpty = useJwtStore((state) => state.text === '');
  const isComparing = useJwtStore((state) => state.other !== null);
  const token = inspection?.token ?? null;
  const isPinned = usePinStore((state) => state.pins.some(({ text }) => text === token?.text));
  const toggleCompare = () => useJwtStore.setState({ other: isComparing ? null : '' });
  return (
    <div className={styles.actions}>
      {isEmpty && (
        <Button look="ghost" onPress={() => setJwtText(exampleToken)}>
          {t('example')}
        </Button>
      )}
      {(token || isComparing) && (
        <Button look="ghost" onPress={toggleCompare}>
          <Columns2 {...iconSize} />
          {t(isComparing ? 'compare.stop' : 'compare.start')}
        </Button>
      )}
      {token && (
        <>
          <Button look="ghost" keepsFocus isDisabled={isPinned} onPress={() => pinToken(token)}>
            <Pin {...iconSize} />
            {t(isPinned ? 'pins.isPinned' : 'pins.pin')}
          </Button>
          {token.format === 'jws' && (
            <Button look="ghost" onPress={() => openInBuild(token, inspection)}>
              <Hammer {...iconSize} />
              {t('toBuild')}
            </Button>
          )}
        </>
      )}
      <span className={styles.space} />
      {!isEmpty && (
        <Button look="ghost" onPress={() => setJwtText('')}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
});
