import { create } from 'zustand';
import type { DoctorReport } from '../../shared/doctor.ts';
import { call, subscribe } from '../app/bridge-client.ts';
import type { AppToExamine } from '../app/open-targets.ts';
import { attempt } from '../app/toast-store.ts';
import { callableEndpoints } from './callable-endpoints.ts';

interface Run {
  /** Null until the main process has named it. */
  readonly runId: string | null;
  readonly report: DoctorReport | null;
}

interface DoctorState {
  /** The last run of each app, by app id; kept while the app runs. */
  readonly runs: Readonly<Record<string, Run>>;
  /** Catalogue id; null for none. */
  readonly endpointId: string | null;
  /** How often another screen has named the endpoint, so that the field shows what it named. */
  readonly timesNamed: number;
}

export const useDoctorStore = create<DoctorState>()(() => ({ runs: {}, endpointId: null, timesNamed: 0 }));

function setRun(appId: string, run: Run): void {
  useDoctorStore.setState(({ runs }) => ({ runs: { ...runs, [appId]: run } }));
}

/** A report may arrive before the answer that names its run. */
subscribe((event) => {
  if (event.name !== 'doctor') return;
  const { runId, report } = event.payload;
  const run = useDoctorStore.getState().runs[report.appId];
  if (run && (run.runId === null || run.runId === runId)) setRun(report.appId, { runId, report });
});

export function chooseEndpoint(endpointId: string | null): void {
  useDoctorStore.setState({ endpointId });
}

/** True while a run goes on or waits for an answer. */
export function isUnderway(run: Run | undefined): boolean {
  if (run === undefined) return false;
  return run.report === null || run.report.state === 'running' || run.report.state === 'asking';
}

/** Ends the run of this app, also one that only stopped. */
export async function cancelRun(appId: string): Promise<void> {
  const runId = useDoctorStore.getState().runs[appId]?.runId ?? null;
  if (runId !== null) await attempt(call('doctor.cancel', { runId }));
}

/** Begins a run for the app, in place of one that has not ended. */
export async function examine(appId: string): Promise<void> {
  const { runs, endpointId } = useDoctorStore.getState();
  const before = runs[appId];
  if (before && before.runId === null) return;
  await cancelRun(appId);
  setRun(appId, { runId: null, report: null });
  const started = await attempt(call('doctor.run', { appId, endpointId }));
  const now = useDoctorStore.getState().runs[appId];
  if (started) setRun(appId, { runId: started.runId, report: now?.report ?? null });
  else if (before) setRun(appId, before);
  else useDoctorStore.setState(({ runs: { [appId]: _, ...rest } }) => ({ runs: rest }));
}

/** Begins a run that another screen asks for: for the call that failed there, which may be none of the API. */
export async function examineFor({ appId, endpointId }: AppToExamine): Promise<void> {
  const isCallable = callableEndpoints.some(({ id }) => id === endpointId);
  useDoctorStore.setState(({ timesNamed }) => ({
    endpointId: isCallable ? endpointId : null,
    timesNamed: timesNamed + 1,
  }));
  await examine(appId);
}

/** Answers the question of the app's run. */
export async function answer(appId: string, yes: boolean): Promise<void> {
  const run = useDoctorStore.getState().runs[appId];
  const to = run?.report?.question?.kind;
  if (run?.runId && to) await attempt(call('doctor.answer', { runId: run.runId, to, yes }));
}
