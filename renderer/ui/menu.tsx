import { Check } from 'lucide-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import {
  Menu as AriaMenu,
  Header,
  Keyboard,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import choiceStyles from './choice.module.css';
import styles from './menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly selected?: boolean;
  readonly run: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

interface Props {
  /** The button that opens the menu. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly placement?: 'bottom start' | 'bottom end';
  /** What there is to know of all entries, below them. */
  readonly note?: string;
}

export function Menu({ trigger, label, groups, placement = 'bottom end', note }: Props) {
  const noteId = useId();
  const shown = groups.filter((group) => group.entries.length > 0);
  const hasIcons = shown.some(({ entries }) => entries.some(({ icon }) => icon !== undefined));
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={choiceStyles.popover ?? ''} placement={placement}>
        <AriaMenu
          aria-label={label}
          {...(note === undefined ? {} : { 'aria-describedby': noteId })}
          className={choiceStyles.list ?? ''}
        >
          {shown.flatMap((group, index) => [
            ...(index === 0 ? [] : [<Separator key={`${group.id}-line`} className={styles.line ?? ''} />]),
            <MenuSection key={group.id} {...(group.title === undefined ? { 'aria-label': label } : {})}>
              {group.title !== undefined && <Header className={styles.title}>{group.title}</Header>}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  onAction={entry.run}
                  className={`${choiceStyles.item} ${styles.item} ${entry.danger ? styles.danger : ''}`}
                  {...(entry.selected ? { 'aria-current': true } : {})}
                  data-chosen={entry.selected || undefined}
                >
                  {entry.icon ?? (hasIcons && <span className={styles.noIcon} />)}
                  <span className={styles.words}>
                    <Text slot="label">{entry.label}</Text>
                    {entry.detail && (
                      <Text slot="description" className={choiceStyles.detail ?? ''}>
                        {entry.detail}
                      </Text>
                    )}
                  </span>
                  {entry.selected && <Check size={14} strokeWidth={2} aria-hidden />}
                  {entry.keys && <Keyboard className={styles.keys}>{entry.keys}</Keyboard>}
                </MenuItem>
              ))}
            </MenuSection>,
          ])}
        </AriaMenu>
        {note !== undefined && (
          <p id={noteId} className={styles.note}>
            {note}
          </p>
        )}
      </Popover>
    </MenuTrigger>
  );
}
