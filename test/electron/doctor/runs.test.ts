import { describe, expect, it } from 'vitest';
import type { Patient, PatientChange } from '../../../electron/doctor/patient.ts';
import { createRuns } from '../../../electron/doctor/runs.ts';
import type { DoctorReport } from '../../../shared/doctor.ts';
import { eventually } from '../../eventually.ts';
import { samplePatient, sampleServices } from './sample-visit.ts';

function start(patient: Partial<Patient> = {}) {
  let made = 0;
  const runs = createRuns(sampleServices(), () => {
    made += 1;
    return `run-${made}`;
  });
  const told = new Map<string, DoctorReport[]>();
  const begin = () =>
    runs.start(
      { patient: samplePatient(patient), endpointId: null, signal: new AbortController().signal },
      (runId, report) => told.set(runId, [...(told.get(runId) ?? []), report]),
    );
  const last = (runId: string) => told.get(runId)?.at(-1);
  const inState = (runId: string, state: DoctorReport['state']) =>
    eventually(() => expect(last(runId)?.state).toBe(state));
  return { runs, begin, last, inState, count: (runId: string) => told.get(runId)?.length ?? 0 };
}

/** Everything that is already under way has then been done. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the answer to a question', () => {
  it('is for one run: another one goes on waiting', async () => {
    const { runs, begin, last, inState } = start();
    const [first, second] = [begin(), begin()];
    await inState(first, 'stopped');
    await inState(second, 'stopped');
    runs.answer(second, 'go-on', true);
    await inState(second, 'done');
    expect(last(first)).toMatchObject({ state: 'stopped', question: { kind: 'go-on', after: 'key' } });
  });

  it('changes nothing for a run that nobody knows, or a question that is not asked', async () => {
    const { runs, begin, count, inState } = start();
    const run = begin();
    await inState(run, 'stopped');
    const before = count(run);
    runs.answer('run-99', 'go-on', true);
    runs.answer(run, 'other-region', true);
    await turn();
    expect(count(run)).toBe(before);
  });

  it('counts once', async () => {
    const { runs, begin, count, inState } = start();
    const run = begin();
    await inState(run, 'stopped');
    runs.answer(run, 'go-on', true);
    runs.answer(run, 'go-on', false);
    await inState(run, 'done');
    const before = count(run);
    runs.answer(run, 'go-on', true);
    await turn();
    expect(count(run)).toBe(before);
  });

  it('comes too late after the run was cancelled', async () => {
    const { runs, begin, last, inState } = start();
    const run = begin();
    await inState(run, 'stopped');
    runs.cancel(run);
    runs.answer(run, 'go-on', true);
    await inState(run, 'cancelled');
    await turn();
    expect(last(run)).toMatchObject({ state: 'cancelled', question: null });
  });

  it('no ends the run where it stopped', async () => {
    const { runs, begin, last, inState } = start();
    const run = begin();
    await inState(run, 'stopped');
    runs.answer(run, 'go-on', false);
    await eventually(() => expect(last(run)?.question).toBeNull());
    expect(last(run)).toMatchObject({ state: 'stopped', cause: 'key' });
  });
});

describe('a run that waits while the app is changed', () => {
  it.each(['app-changed', 'app-deleted', 'key-deleted'] as const)(
    'asks nothing any more and goes on with nothing (%s)',
    async (change) => {
      let changed: PatientChange | null = null;
      const { runs, begin, last, inState } = start({ changed: () => changed });
      const run = begin();
      await inState(run, 'stopped');
      runs.lookAgain();
      await turn();
      expect(last(run)?.question).not.toBeNull();
      changed = change;
      runs.lookAgain();
      await eventually(() => expect(last(run)?.question).toBeNull());
      expect(last(run)).toMatchObject({ state: 'stopped', cause: 'key' });
      runs.answer(run, 'go-on', true);
      await turn();
      expect(last(run)?.state).toBe('stopped');
    },
  );

  it('says why it ended when the answer came with the change', async () => {
    let changed: PatientChange | null = null;
    const { runs, begin, last, inState } = start({ changed: () => changed });
    const run = begin();
    await inState(run, 'stopped');
    changed = 'key-deleted';
    runs.answer(run, 'go-on', true);
    await inState(run, 'cancelled');
    expect(last(run)?.checks.at(-1)).toMatchObject({ state: 'skipped', finding: 'skipped-key-deleted' });
  });
});
