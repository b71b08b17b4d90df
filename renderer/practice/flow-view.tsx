import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import type { Problem } from '../../shared/problem.ts';
import { useAppStore } from '../app/app-store.ts';
import { openJwt } from '../app/open-targets.ts';
import { usePracticeLog } from '../app/practice-log-store.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { shiftWords } from '../app/shift-words.ts';
import { useAppRemedies } from '../app/use-app-remedies.ts';
import { Button } from '../ui/button.tsx';
import { type FlowStep, flowSteps, stepOf } from './flow-steps.ts';
import { type PracticePair, practicePair, takeAgain, takeStep, useFlowStore } from './flow-store.ts';
import styles from './flow-view.module.css';
import { showRequest, startPractice, usePracticeStore } from './practice-store.ts';

/** The whole OAuth JWT flow in five steps; one button carries out the next. */
export function FlowView() {
  const { t } = useTranslation('practice');
  const { apps, keys, currentAppId } = useAppStore((state) => state.profile);
  const isRunning = useAppStore((state) => state.practice.running);
  const flow = useFlowStore();
  const pair = practicePair(apps, keys, currentAppId);
  const next = stepOf({ ...flow, hasApp: pair !== null, isRunning });
  return (
    <div className={styles.view}>
      <h2>{t('flow.title')}</h2>
      <p className="secondary">{t('flow.text')}</p>
      {flow.problem && <FlowProblem problem={flow.problem} app={pair?.app ?? null} />}
      <ol className={styles.steps}>
        {flowSteps.map((step, index) => (
          <Step
            key={step}
            step={step}
            number={index + 1}
            pair={pair}
            isDone={next === null || index < flowSteps.indexOf(next)}
            isNext={step === next}
          />
        ))}
      </ol>
      <div className={styles.action}>
        <SeeRequest />
        <Button look="main" isDisabled={flow.isBusy} onPress={() => void takeStep()}>
          {next === null ? t('flow.again') : t(`flow.steps.${next}.action`)}
        </Button>
      </div>
      {next === null && (
        <p className={styles.finished} role="status">
          {t('flow.finished')}
        </p>
      )}
    </div>
  );
}

interface ProblemProps {
  readonly problem: Problem;
  readonly app: OAuthApp | null;
}

const again = () => void takeAgain();

/** Why the step failed, brought into sight. */
function FlowProblem({ problem, app }: ProblemProps) {
  const place = useRef<HTMLDivElement>(null);
  // Newer browsers give a promise, which is nothing that an effect may give back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each problem is shown anew.
  useEffect(() => void place.current?.scrollIntoView({ block: 'nearest' }), [problem]);
  const { remedies, remedyLabels } = useAppRemedies(app, again);
  return (
    <div ref={place} className={styles.problem}>
      <ProblemView
        problem={problem}
        app={app}
        remedies={{ ...remedies, 'unlock-keychain': again, 'use-free-port': () => void startPractice(0) }}
        remedyLabels={remedyLabels}
      />
    </div>
  );
}

/** Leads from the request that a step sent to its checks. */
function SeeRequest() {
  const { t } = useTranslation('practice');
  const selected = usePracticeStore((state) => state.selected);
  const isThere = usePracticeLog(({ entries }) => entries.some(({ number }) => number === selected));
  return (
    <Button isDisabled={!isThere} onPress={() => selected !== null && showRequest(selected)}>
      {t('flow.seeRequest')}
    </Button>
  );
}

interface StepProps {
  readonly step: FlowStep;
  readonly number: number;
  readonly isDone: boolean;
  readonly isNext: boolean;
  readonly pair: PracticePair | null;
}

function Step({ step, number, isDone, isNext, pair }: StepProps) {
  const { t } = useTranslation('practice');
  const jwt = useFlowStore((state) => state.jwt);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNext) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isNext]);
  const state = isDone ? t('flow.done') : isNext ? t('flow.next') : t('flow.open');
  return (
    <li
      ref={row}
      className={styles.step}
      data-state={isDone ? 'done' : isNext ? 'next' : 'open'}
      {...(isNext ? { 'aria-current': 'step' as const } : {})}
    >
      <span className={styles.number} aria-hidden>
        {isDone ? <CircleCheck size={18} strokeWidth={1.75} /> : number}
      </span>
      <div>
        <h3>{t(`flow.steps.${step}.title`)}</h3>
        <StepText step={step} pair={pair} />
      </div>
      <span className={styles.state}>
        {state}
        {step === 'sign' && jwt !== null && (
          <Button look="ghost" onPress={() => openJwt(jwt)}>
            {t('flow.inspect')}
          </Button>
        )}
      </span>
    </li>
  );
}

type TextProps = Pick<StepProps, 'step' | 'pair'>;

/** What the step is about, with what it brought about here. */
function StepText({ step, pair }: TextProps) {
  const { t, i18n } = useTranslation(['practice', 'tokens']);
  const keychain = useAppStore((state) => state.keychain);
  const { isRegistered, clockCorrectedMs } = useFlowStore();
  const isForThisRun = pair === null ? keychain !== 'ready' : pair.key.held === 'this-run';
  if (step === 'key' && isForThisRun) return <p>{t('flow.keyForThisRun')}</p>;
  const shown = isRegistered && pair !== null ? pair : null;
  return (
    <>
      <p>{t(`flow.steps.${step}.text`)}</p>
      {step === 'app' && (
        <p className={styles.registered}>
          kid <code>{shown?.key.kid ?? '—'}</code>
          <br />
          iss <code>{shown?.app.clientId ?? '—'}</code>
        </p>
      )}
      {step === 'sign' && clockCorrectedMs !== null && (
        <p role="status">
          {t('flow.corrected', { difference: shiftWords(clockCorrectedMs, i18n.language) })}
        </p>
      )}
    </>
  );
}
