import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { AnswerBody, ConsoleRun } from '../../../../shared/console-run.ts';
import { formatClock } from '../../../app/format-time.ts';
import { Choice } from '../../../ui/choice.tsx';
import { factsOf } from '../runs/run-facts.ts';
import { useRunWords } from '../runs/use-run-words.ts';
import styles from './compare.module.css';
import { CompareWithEarlier } from './compare-with-earlier.tsx';

/** A run whose answer is text. */
export interface ComparableRun {
  readonly run: ConsoleRun;
  readonly body: AnswerBody;
}

interface Props {
  readonly shown: ComparableRun;
  /** The others of the tab, newest first; at least one. */
  readonly others: readonly [ComparableRun, ...ComparableRun[]];
  /** Where the choice of the other one stands: the end of the row of tabs. */
  readonly tools: HTMLElement | null;
}

/** The answer that is looked at beside another one of the tab: the one before it, until another one is chosen. */
export function CompareWithOther({ shown, others, tools }: Props) {
  const { t, i18n } = useTranslation('answer');
  const words = useRunWords();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const before = others.find(({ run }) => run.startedAt < shown.run.startedAt);
  const other = others.find(({ run }) => run.runId === chosenId) ?? before ?? others[0];
  const isBefore = other.run.startedAt < shown.run.startedAt;
  const [earlier, later] = isBefore ? [other, shown] : [shown, other];
  const options = others.map(({ run }) => {
    const facts = factsOf(run);
    const clock = formatClock(facts.at, Date.now(), i18n.language);
    return {
      value: run.runId,
      label: `${clock} · ${words.line(facts)}`,
    };
  });
  return (
    <>
      {tools !== null &&
        createPortal(
          <div className={styles.other}>
            <Choice
              label={t('compare.with')}
              isRow
              value={other.run.runId}
              options={options}
              onChange={setChosenId}
            />
          </div>,
          tools,
        )}
      <CompareWithEarlier
        key={`${earlier.body.bodyId} ${later.body.bodyId}`}
        earlier={earlier.body}
        later={later.body}
      />
    </>
  );
}
