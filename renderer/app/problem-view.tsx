import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Remedy } from '../../shared/remedies.ts';
import { supportReport } from '../../shared/support-report.ts';
import { epochMilliseconds } from '../../shared/time.ts';
import { Notice } from '../ui/notice.tsx';
import { useAppStore } from './app-store.ts';
import { CauseList, remediesIn } from './cause-list.tsx';
import { CopyForSupport } from './copy-for-support.tsx';
import { useProblemText } from './problem-text.ts';
import styles from './problem-view.module.css';
import { ProblemViewFacts } from './problem-view-facts.tsx';
import { type RemedyActions, RemedyButton } from './remedy-button.tsx';
import { RunDoctorButton } from './run-doctor-button.tsx';
import { ServerWordsView } from './server-words-view.tsx';
import { useAppRemedies } from './use-app-remedies.ts';
import { useCauses } from './use-causes.ts';

interface Props extends Partial<RemedyActions> {
  readonly problem: Problem;
  /** The app whose request failed: its likely causes are named. */
  readonly app?: OAuthApp | null;
  /** Catalogue id of what was called, where that is known. */
  readonly endpointId?: string | null;
}

/** When each failure that brought no time of its own was first shown, which is the best that is known of it. */
const firstShown = new WeakMap<Problem, number>();

function timeOf(problem: Problem): number {
  const at = problem.server?.at ?? problem.at ?? firstShown.get(problem) ?? Date.now();
  firstShown.set(problem, at);
  return at;
}

/** What changes the app or the settings: where causes are known, each is offered at those that it helps against only. */
const mending: ReadonlySet<Remedy> = new Set([
  'edit-app',
  'switch-region',
  'add-key',
  'edit-scope',
  'add-ca-file',
  'edit-proxy',
  'use-server-clock',
]);

/** Failures that support can do something with. */
const worthReporting = /^(?:exchange\/(?:rate-limited|refused|unexpected)|http|keychain|internal)/;

/** A failure: what happened, why, what to do, with the buttons for it and the server's own words. */
export function ProblemView({
  problem,
  app = null,
  endpointId = null,
  remedies: own = {},
  remedyLabels = {},
}: Props) {
  const remedies = { ...useAppRemedies(app, null).remedies, ...own };
  const { i18n } = useTranslation();
  const { version, platform } = useAppStore((state) => state.host);
  const causesOf = useCauses();
  const text = useProblemText()(problem);
  const at = useMemo(() => epochMilliseconds(timeOf(problem)), [problem]);
  const causes = app === null ? [] : causesOf(app, problem, at);
  const isExplained = causes.length > 0;
  const atCauses = remediesIn(causes);
  const offered = problem.remedies.filter(
    (remedy) =>
      remedies[remedy] !== undefined && !atCauses.has(remedy) && !(isExplained && mending.has(remedy)),
  );
  const report = () =>
    supportReport(
      { version, platform, region: app?.region ?? null, problem, causes, at },
      i18n.language === 'zh' ? 'zh' : 'en',
    );
  const isReportable = worthReporting.test(problem.code);
  const isExamined = app !== null && problem.code !== 'cancelled';
  return (
    <Notice
      tone={problem.code === 'cancelled' ? 'information' : 'error'}
      title={text.title}
      actions={
        (offered.length > 0 || isReportable || isExamined) && (
          <>
            {offered.map((remedy) => (
              <RemedyButton
                key={remedy}
                remedy={remedy}
                remedies={remedies}
                remedyLabels={remedyLabels}
                {...(problem.params['seconds'] === undefined
                  ? {}
                  : { seconds: Number(problem.params['seconds']) })}
              />
            ))}
            {isExamined && <RunDoctorButton appId={app.id} endpointId={endpointId} />}
            {isReportable && <CopyForSupport report={report} />}
          </>
        )
      }
    >
      {text.why !== '' && <p className={text.means === '' ? styles.words : styles.why}>{text.why}</p>}
      {text.means !== '' && <p className={styles.means}>{text.means}</p>}
      {text.todo !== '' && !isExplained && <p>{text.todo}</p>}
      {isExplained && <CauseList causes={causes} remedies={remedies} remedyLabels={remedyLabels} />}
      {problem.server === null && problem.code.startsWith('http/') && (
        <ProblemViewFacts problem={problem} at={at} />
      )}
      {problem.server && <ServerWordsView words={problem.server} isOpen={!isExplained} />}
    </Notice>
  );
}
