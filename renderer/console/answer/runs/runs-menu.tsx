import { ChevronDown, CircleCheck, CircleMinus, CircleX, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { hasEnded } from '../../../../shared/has-ended.ts';
import { useAppStore } from '../../../app/app-store.ts';
import { formatClock } from '../../../app/format-time.ts';
import { showNote } from '../../../app/toast-store.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { useRunsStore } from '../../runs-store.ts';
import type { ConsoleTab } from '../../tabs/console-tab.ts';
import { mostRuns, showRun } from '../../tabs-store.ts';
import { openPastRun } from './open-past-run.ts';
import { allFacts, mostPast, outcomeOf, type RunFacts } from './run-facts.ts';
import styles from './runs-menu.module.css';
import { useRunWords } from './use-run-words.ts';

interface Props {
  readonly tab: ConsoleTab;
}

function OutcomeIcon({ facts }: { readonly facts: RunFacts }) {
  const outcome = outcomeOf(facts);
  const shape = { size: 14, strokeWidth: 1.75, className: styles[outcome] ?? '', 'aria-hidden': true };
  if (!hasEnded(facts)) return <LoaderCircle {...shape} />;
  if (outcome === 'none') return <CircleMinus {...shape} />;
  return outcome === 'good' ? <CircleCheck {...shape} /> : <CircleX {...shape} />;
}

/** The runs of a tab, newest first: one of them is looked at. */
export function RunsMenu({ tab }: Props) {
  const { t, i18n } = useTranslation('answer');
  const runs = useRunsStore((state) => state.runs);
  const keepsHistory = useAppStore((state) => state.profile.settings.history.entries > 0);
  const words = useRunWords();
  const live = tab.runIds.flatMap((id) => runs[id] ?? []);
  const all = allFacts(live, keepsHistory ? tab.pastRuns : []);
  const [newest] = tab.runIds;
  const shownId = tab.shownRunId ?? newest ?? null;
  const place = all.findIndex(({ runId }) => runId !== null && runId === shownId);
  // Only after a start there are runs and none of them is in memory.
  const isAway = place === -1 && shownId === null;
  if (isAway ? all.length === 0 : all.length < 2 || place === -1) return null;
  const open = async (past: RunFacts) => {
    if (!(await openPastRun(tab.id, past))) showNote(t('runs.gone'));
  };
  const entryOf = (facts: RunFacts): MenuEntry => {
    const { runId } = facts;
    const clock = formatClock(facts.at, Date.now(), i18n.language);
    return {
      id: runId ?? `${facts.at}`,
      label: `${clock} · ${words.line(facts)}`,
      icon: <OutcomeIcon facts={facts} />,
      selected: runId !== null && runId === shownId,
      run: () => (runId === null ? void open(facts) : showRun(tab.id, runId)),
    };
  };
  const count = all.length;
  const at = count - place;
  const inOrder = all.findIndex(({ runId }) => runId === null);
  const firstPast = inOrder === -1 ? count : inOrder;
  const limits = { live: mostRuns, past: mostPast };
  return (
    <div className={styles.runs}>
      {place > 0 && (
        <Button look="ghost" className={styles.newest ?? ''} onPress={() => showRun(tab.id, null)}>
          {t('runs.newest')}
        </Button>
      )}
      <Menu
        label={t('runs.label')}
        trigger={
          <Button look="ghost" className={styles.trigger ?? ''} data-earlier={place > 0 || undefined}>
            {isAway ? t('runs.earlier', { count }) : t('runs.place', { at, count })}
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
          </Button>
        }
        groups={[
          { id: 'live', entries: all.slice(0, firstPast).map(entryOf) },
          {
            id: 'past',
            title: t('runs.past'),
            entries: all.slice(firstPast).map(entryOf),
          },
        ]}
        note={keepsHistory ? t('runs.limits', limits) : t('runs.limitsAlone', limits)}
      />
    </div>
  );
}
