import { Ellipsis } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Pin } from '../../../shared/pin.ts';
import { visibleText } from '../../../shared/text/visible-text.ts';
import { useAppStore } from '../../app/app-store.ts';
import { formatRelative } from '../../app/format-time.ts';
import { ProblemView } from '../../app/problem-view.tsx';
import { showLocalUndo } from '../../app/toast-store.ts';
import { useBusy } from '../../app/use-busy.ts';
import { useNow } from '../../app/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import { setJwtText, useJwtStore } from '../jwt-store.ts';
import styles from './pin-list.module.css';
import { canBeKept, loadPins, renamePin, retryPins, setKeepPins, unpin, usePinStore } from './pin-store.ts';

/** The pinned tokens, and whether they outlive the app. */
export const PinList = memo(function PinList() {
  const { t } = useTranslation('jwt');
  const { pins, problem, isLoaded } = usePinStore();
  const isKept = useAppStore((state) => state.profile.settings.keepPins);
  const [busy, run] = useBusy();
  useEffect(() => void loadPins(), []);
  if (pins.length === 0 && !problem && !isKept) return null;
  return (
    <section className={styles.pins} aria-label={t('pins.title')}>
      <header className={styles.head}>
        <h3>{t('pins.title')}</h3>
        <Checkbox
          isSelected={isKept}
          isDisabled={busy}
          onChange={(keepPins) => void run(() => setKeepPins(keepPins))}
        >
          {t('pins.keep')}
        </Checkbox>
      </header>
      {problem && (
        <ProblemView
          problem={problem}
          remedies={{ retry: () => void retryPins(), 'unlock-keychain': () => void retryPins() }}
        />
      )}
      {pins.length === 0 && !problem && (
        <p className="secondary">{t(isKept && !isLoaded ? 'reading' : 'pins.none')}</p>
      )}
      <ul className={styles.list}>
        {pins.map((pin) => (
          <PinRow key={pin.id} pin={pin} isForThisRun={isKept && !canBeKept(pin)} />
        ))}
      </ul>
    </section>
  );
});

interface RowProps {
  readonly pin: Pin;
  readonly isForThisRun: boolean;
}

function PinRow({ pin, isForThisRun }: RowProps) {
  const { t, i18n } = useTranslation(['jwt', 'frame']);
  const now = useNow();
  const [isRenaming, setRenaming] = useState(false);
  const isShown = useJwtStore((state) => state.text === pin.text);
  const isComparing = useJwtStore((state) => state.other !== null);
  const remove = () => showLocalUndo(t('pins.removed', { name: pin.name }), unpin(pin.id));
  if (isRenaming) {
    return (
      <li>
        <RenameField pin={pin} onDone={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <li className={styles.row} data-shown={isShown || undefined}>
      <PlainButton className={styles.open ?? ''} onPress={() => setJwtText(pin.text)}>
        <span className={styles.name}>{visibleText(pin.name)}</span>
        <span className={styles.when}>
          {isForThisRun ? t('pins.thisRun') : formatRelative(Math.min(pin.pinnedAt, now), now, i18n.language)}
        </span>
      </PlainButton>
      <Menu
        label={t('pins.actions', { name: pin.name })}
        trigger={
          <Button look="ghost" square aria-label={t('pins.actions', { name: pin.name })}>
            <Ellipsis size={16} strokeWidth={1.5} />
          </Button>
        }
        groups={[
          {
            id: 'pin',
            entries: [
              {
                id: 'compare',
                label: t(isComparing ? 'pins.compareOther' : 'pins.compare'),
                run: () => useJwtStore.setState({ other: pin.text }),
              },
              { id: 'rename', label: t('pins.rename'), run: () => setRenaming(true) },
              { id: 'remove', label: t('pins.unpin'), danger: true, run: remove },
            ],
          },
        ]}
      />
    </li>
  );
}

interface RenameProps {
  readonly pin: Pin;
  readonly onDone: () => void;
}

function RenameField({ pin, onDone }: RenameProps) {
  const { t } = useTranslation('jwt');
  const [name, setName] = useState(pin.name);
  const save = () => {
    renamePin(pin.id, name);
    onDone();
  };
  return (
    <Field
      label={t('pins.name')}
      hideLabel
      autoFocus
      value={name}
      onChange={setName}
      maxLength={120}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
}
