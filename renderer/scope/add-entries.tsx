import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addToList } from '../../shared/coze/scope/change-list.ts';
import { readIds } from '../../shared/coze/scope/read-ids.ts';
import type { ListName } from '../../shared/coze/scope/scope-lists.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { oddityOf } from './chips-shown.ts';
import styles from './id-chips.module.css';
import { changeText } from './scope-store.ts';

interface Props {
  readonly appId: string;
  readonly name: ListName;
  readonly addLabel: string;
  readonly hint?: string;
  readonly isLocked: boolean;
  /** Names of permissions, and not ids. */
  readonly areNames?: boolean;
  readonly present: readonly string[];
}

/** What came of adding, as long as the list is as it was then. */
interface Outcome {
  readonly words: string;
  readonly present: string;
}

const listed = (entries: readonly string[]) => JSON.stringify(entries.toSorted());

/** Takes one entry or a pasted list, and says what came of it. */
export function AddEntries(props: Props) {
  const { appId, name, addLabel, hint, isLocked, areNames = false, present } = props;
  const { t } = useTranslation('scope');
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isOutOfDate = outcome === null || outcome.present !== listed(present);
  const add = (given: string) => {
    const ids = readIds(given);
    if (ids.length === 0) return;
    const added = ids.filter((id) => !present.includes(id));
    changeText(appId, `add ${name}`, (scope) => addToList(scope, name, added));
    const dropped = ids.length - added.length;
    const odd = areNames ? 0 : added.filter((id) => oddityOf(id) !== null).length;
    const words = [
      t('added', { count: added.length }),
      ...(odd > 0 ? [t('ofThemOdd', { count: odd })] : []),
      ...(dropped > 0 ? [t('alreadyThere', { count: dropped })] : []),
    ];
    setOutcome({
      words: added.length === 0 ? t('nothingNew') : words.join(t('outcomeGap')),
      present: listed([...present, ...added]),
    });
    setText('');
  };
  return (
    <div
      className={styles.add}
      onPasteCapture={(event) => {
        const pasted = event.clipboardData.getData('text');
        if (isLocked || text !== '' || readIds(pasted).length < 2) return;
        event.preventDefault();
        event.stopPropagation();
        add(pasted);
      }}
    >
      <Field
        label={addLabel}
        mono
        value={text}
        onChange={(next) => {
          setText(next);
          setOutcome(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add(text);
        }}
        isDisabled={isLocked}
        hint={<span role="status">{isOutOfDate ? hint : outcome.words}</span>}
      />
      <Button isDisabled={isLocked || text.trim() === ''} onPress={() => add(text)}>
        {t('add')}
      </Button>
    </div>
  );
}
