import type { DoctorQuestion, DoctorReport } from '../../shared/doctor.ts';
import type { DoctorServices, Patient } from './patient.ts';
import type { DoctorRun } from './run-doctor.ts';

/** Runs that go on while nobody waits for them. */
export interface Runs {
  /** Begins after this call has returned, so that its id is known before `tell` is called with it. */
  readonly start: (
    run: Pick<DoctorRun, 'patient' | 'endpointId' | 'signal'>,
    tell: (runId: string, report: DoctorReport) => void,
  ) => string;
  /** Does nothing when the run does not ask that. */
  readonly answer: (runId: string, to: DoctorQuestion['kind'], yes: boolean) => void;
  /** Ends the runs that wait for an answer about an app or a key that has changed since. */
  readonly lookAgain: () => void;
  /** Does nothing when the run has ended. */
  readonly cancel: (runId: string) => void;
}

interface Running {
  readonly controller: AbortController;
  readonly patient: Patient;
  asked: DoctorQuestion['kind'] | null;
  answer: ((said: boolean | null) => void) | null;
}

/** Keeps the runs that have not ended, and the questions that they ask. */
export function createRuns(services: DoctorServices, newId: () => string): Runs {
  const running = new Map<string, Running>();

  function askIn(run: Running, signal: AbortSignal): DoctorRun['answer'] {
    return ({ kind }) =>
      new Promise((resolve, reject) => {
        const leave = () => reject(signal.reason);
        if (signal.aborted) return leave();
        signal.addEventListener('abort', leave, { once: true });
        run.asked = kind;
        run.answer = (said) => {
          signal.removeEventListener('abort', leave);
          run.answer = null;
          resolve(said);
        };
      });
  }

  return {
    start: ({ patient, endpointId, signal: outer }, tell) => {
      const runId = newId();
      const run: Running = { controller: new AbortController(), patient, asked: null, answer: null };
      running.set(runId, run);
      const signal = AbortSignal.any([outer, run.controller.signal]);
      const begin = async () => {
        // The checks are loaded for the first run only: no start waits for them.
        const { runDoctor } = await import('./run-doctor.ts');
        return runDoctor(services, {
          patient,
          endpointId,
          signal,
          onReport: (report) => tell(runId, report),
          answer: askIn(run, signal),
        });
      };
      setImmediate(() => void begin().finally(() => running.delete(runId)));
      return runId;
    },
    answer: (runId, to, yes) => {
      const run = running.get(runId);
      if (run?.asked === to) run.answer?.(yes);
    },
    lookAgain: () => {
      for (const { patient, answer } of running.values()) {
        if (answer !== null && patient.changed() !== null) answer(null);
      }
    },
    cancel: (runId) => running.get(runId)?.controller.abort(),
  };
}
