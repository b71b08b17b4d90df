import { ListTree, UnfoldVertical } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ConsoleRun } from '../../../shared/console-run.ts';
import { call } from '../../app/bridge-client.ts';
import { attempt, showNote } from '../../app/toast-store.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { formatSize } from '../format-size.ts';
import styles from './answer.module.css';
import { useAnswerView } from './answer-view-store.ts';
import { BodyNotes, type CharsetChoice } from './body-notes.tsx';
import { FindBox } from './json/find-box.tsx';
import { JsonTree } from './json/json-tree.tsx';
import type { AnswerReader } from './reading/answer-reader.ts';
import { useReading } from './rows/use-reading.ts';
import { SaveButton } from './save-button.tsx';
import { mostInEditor, TextView } from './text/text-view.tsx';

interface Props {
  readonly run: ConsoleRun;
  readonly reader: AnswerReader;
  readonly tools: HTMLElement | null;
  readonly charset: CharsetChoice;
}

type Target = { readonly place: number } | null;

const mostToCopy = 1_900_000;

async function copyAll(reader: AnswerReader, tooLong: string): Promise<void> {
  const { text } = await reader.ask('whole', { most: mostToCopy });
  if (text === null) showNote(tooLong);
  else await attempt(call('app.copyText', { text }));
}

function FoldMenu({ reader }: { readonly reader: AnswerReader }) {
  const { t } = useTranslation('answer');
  const openTo = (level: number) => void reader.ask('openTo', { level });
  return (
    <Menu
      label={t('fold')}
      trigger={
        <Button look="ghost" square aria-label={t('fold')}>
          <UnfoldVertical size={15} strokeWidth={1.5} />
        </Button>
      }
      groups={[
        {
          id: 'levels',
          entries: [
            { id: '0', label: t('foldAll'), run: () => openTo(0) },
            ...[1, 2, 3].map((count) => ({
              id: `${count}`,
              label: t('openLevel', { count }),
              run: () => openTo(count),
            })),
            { id: 'all', label: t('openAll'), run: () => openTo(Number.MAX_SAFE_INTEGER) },
          ],
        },
      ]}
    />
  );
}

/** JSON as a tree and as text, and any other text. */
export function TextBody({ run, reader, tools, charset }: Props) {
  const { t } = useTranslation(['answer', 'frame']);
  const state = useReading(reader);
  const kept = useAnswerView(({ jsonView }) => jsonView);
  const [chosen, setChosen] = useState<'tree' | 'text' | null>(null);
  const [treeTarget, setTreeTarget] = useState<Target>(null);
  const [textTarget, setTextTarget] = useState<Target>(null);
  // The rows come first; the tools beside them take as long to draw.
  const withTools = useDeferredValue(true, false);
  const isJson = run.body?.kind === 'json';
  const isBroken =
    state.fault !== null && state.fault.code !== 'too-many-members' && !run.body?.truncated && !state.isCut;
  const shown = isJson ? (chosen ?? (isBroken ? 'text' : kept)) : 'text';
  const inRows = textTarget !== null || state.bytes > mostInEditor;
  const choose = (jsonView: 'tree' | 'text') => {
    setTextTarget(null);
    setChosen(jsonView);
    useAnswerView.setState({ jsonView });
  };
  const goToFault = () => {
    setChosen('text');
    setTextTarget({ place: state.fault?.row ?? 0 });
  };
  return (
    <div className={styles.viewer}>
      {withTools &&
        tools !== null &&
        createPortal(
          <>
            {isJson && (
              <Segmented
                label={t('view')}
                hideLabel
                value={shown}
                options={(['tree', 'text'] as const).map((value) => ({ value, label: t(value) }))}
                onChange={choose}
              />
            )}
            {shown === 'tree' ? (
              <FindBox key="tree" reader={reader} place="tree" onHit={(place) => setTreeTarget({ place })} />
            ) : inRows ? (
              <FindBox key="text" reader={reader} place="text" onHit={(place) => setTextTarget({ place })} />
            ) : (
              <span className={styles.filler} />
            )}
            {shown === 'tree' && <FoldMenu reader={reader} />}
            <CopyButton
              label={t('copyAll')}
              doneLabel={t('frame:copied')}
              onCopy={() => copyAll(reader, t('copyTooLong'))}
            />
            <SaveButton run={run} />
          </>,
          tools,
        )}
      <BodyNotes run={run} state={state} charset={charset} onGoToFault={goToFault} />
      {!state.isComplete && state.rows === 0 && (isJson || state.lines === 0) ? (
        <p className={styles.quiet} role="status">
          <ListTree size={14} strokeWidth={1.5} aria-hidden />
          {t('reading', { size: formatSize(state.bytes) })}
        </p>
      ) : shown === 'tree' ? (
        <JsonTree reader={reader} target={treeTarget} />
      ) : (
        <TextView reader={reader} language={isJson ? 'json' : 'text'} target={textTarget} inRows={inRows} />
      )}
    </div>
  );
}
