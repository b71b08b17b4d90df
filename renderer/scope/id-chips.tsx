import { TriangleAlert, X } from 'lucide-react';
import { Button as AriaButton, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { changeList, removeFromList } from '../../shared/coze/scope/change-list.ts';
import { type ListName, type ScopeList, textsOf } from '../../shared/coze/scope/scope-lists.ts';
import { useSeenBots } from '../app/seen-bots.ts';
import { showLocalUndo } from '../app/toast-store.ts';
import { Button } from '../ui/button.tsx';
import { HintedIcon } from '../ui/hinted-icon.tsx';
import { AddEntries } from './add-entries.tsx';
import { chipsShown, oddityOf, shownAtMost } from './chips-shown.ts';
import styles from './id-chips.module.css';
import { changeText, scopeSteps } from './scope-store.ts';

interface Props {
  readonly appId: string;
  readonly name: ListName;
  readonly list: ScopeList;
  readonly label: string;
  readonly addLabel: string;
  readonly hint?: string;
  /** Said while there are none. */
  readonly empty?: string;
  readonly isLocked: boolean;
  /** Agents have names, as far as the console has seen them. */
  readonly withNames?: boolean;
  /** Names of permissions, and not ids. */
  readonly areNames?: boolean;
}

/** The entries of a list as chips; each is removed with Delete or its button. */
export function IdChips(props: Props) {
  const { appId, name, list, label, empty, isLocked, withNames = false, areNames = false } = props;
  const { t } = useTranslation('scope');
  const seen = useSeenBots((state) => state.names);
  const texts = textsOf(list) ?? [];
  const shown = areNames ? texts.slice(0, shownAtMost) : chipsShown(texts);
  if (list.kind === 'other') return <p className={styles.note}>{t('lockedList')}</p>;
  const remove = (keys: ReadonlySet<string>) =>
    changeText(appId, `remove ${name}`, (text) => removeFromList(text, name, keys));
  const clear = () => {
    changeText(appId, `clear ${name}`, (text) => changeList(text, name, []));
    showLocalUndo(t('clearedIds', { count: texts.length }), scopeSteps.undo);
  };
  const oddity = (id: string) => {
    const odd = areNames ? null : oddityOf(id);
    return odd && t(odd);
  };
  return (
    <div className={styles.chips}>
      {texts.length === 0 && empty !== undefined && <p className={styles.note}>{empty}</p>}
      {texts.length > 0 && (
        <TagGroup
          aria-label={label}
          onRemove={(keys) => {
            if (!isLocked) remove(new Set([...keys].map(String)));
          }}
        >
          <TagList className={styles.list ?? ''}>
            {shown.map((id) => {
              const odd = oddity(id);
              const botName = withNames ? seen[id] : undefined;
              return (
                <Tag
                  key={id}
                  id={id}
                  textValue={botName === undefined ? id : `${botName} ${id}`}
                  className={styles.chip ?? ''}
                  data-odd={odd === null ? undefined : true}
                >
                  {odd !== null && (
                    <HintedIcon icon={TriangleAlert} text={odd} size={13} className={styles.mark} />
                  )}
                  {botName !== undefined && <span className={styles.name}>{botName}</span>}
                  <span className={styles.id}>{id === '' ? '""' : id}</span>
                  <AriaButton
                    slot="remove"
                    isDisabled={isLocked}
                    aria-label={t('remove', { id })}
                    className={styles.remove ?? ''}
                  >
                    <X size={12} strokeWidth={1.75} aria-hidden />
                  </AriaButton>
                </Tag>
              );
            })}
          </TagList>
        </TagGroup>
      )}
      {texts.length > shown.length && (
        <p className={styles.note}>{t('moreIds', { count: texts.length - shown.length })}</p>
      )}
      <AddEntries {...props} present={texts} />
      {texts.length > 2 && (
        <div>
          <Button look="ghost" isDisabled={isLocked} onPress={clear}>
            {t('clearIds')}
          </Button>
        </div>
      )}
    </div>
  );
}
