import { Building2, type LucideIcon, Play, Search, Send } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Keyboard,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app-store.ts';
import { screenIcons, screenNames } from '../screens.ts';
import styles from './command-palette.module.css';
import { paletteEntries } from './palette-entries.ts';
import type { EntryKind, PaletteEntry } from './palette-entry.ts';
import { closePalette, noteChosen, usePaletteStore } from './palette-store.ts';
import { rankEntries } from './rank-entries.ts';

/** Opens and runs anything by a few letters, in either language. */
export function CommandPalette() {
  const { t } = useTranslation('palette');
  const isOpen = usePaletteStore((state) => state.isOpen);
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && closePalette()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('title')} className={styles.dialog ?? ''}>
          <Palette />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Palette() {
  const { t, i18n } = useTranslation('palette');
  const [query, setQuery] = useState('');
  const recent = usePaletteStore((state) => state.recent);
  const state = useAppStore();
  const entries = useMemo(() => paletteEntries(state, i18n.language), [state, i18n.language]);
  const shown = useMemo(() => rankEntries(entries, query, recent), [entries, query, recent]);
  const choose = (id: string) => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (!entry) return;
    noteChosen(id);
    closePalette();
    // What runs may look for an open dialog: this one has to be gone.
    setTimeout(() => void entry.run(), 0);
  };
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField
        onKeyDown={(event) => {
          if (event.key === 'Escape') closePalette();
          else event.continuePropagation();
        }}
        aria-label={t('title')}
        autoFocus
        className={styles.field ?? ''}
      >
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <Input placeholder={t('placeholder')} className={styles.input ?? ''} />
      </SearchField>
      <ListBox
        aria-label={t('title')}
        items={shown}
        onAction={(key) => choose(String(key))}
        renderEmptyState={() => <p className={styles.none}>{t('none', { query: query.trim() })}</p>}
        className={styles.list ?? ''}
      >
        {(entry) => <EntryRow entry={entry} />}
      </ListBox>
    </Autocomplete>
  );
}

const icons: Readonly<Record<EntryKind, LucideIcon>> = {
  command: Play,
  screen: Play,
  app: Building2,
  setting: screenIcons.settings,
  endpoint: Send,
};

function iconOf({ kind, id }: PaletteEntry): LucideIcon {
  const screen = screenNames.find((name) => id === `screen ${name}`);
  if (screen !== undefined) return screenIcons[screen];
  return icons[kind];
}

interface Props {
  readonly entry: PaletteEntry;
}

function EntryRow({ entry }: Props) {
  const { t } = useTranslation('palette');
  const Icon = iconOf(entry);
  return (
    <ListBoxItem
      id={entry.id}
      textValue={`${entry.title} ${entry.detail}`.trim()}
      className={styles.item ?? ''}
    >
      <Icon size={14} strokeWidth={1.5} aria-hidden />
      <span className={styles.title}>{entry.title}</span>{' '}
      <span className={styles.detail}>{entry.detail}</span>{' '}
      {entry.keys ? (
        <Keyboard className={styles.kind}>{entry.keys}</Keyboard>
      ) : (
        <span className={styles.kind}>{t(`kinds.${entry.kind}`)}</span>
      )}
    </ListBoxItem>
  );
}
