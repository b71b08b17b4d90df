import type { Handlers } from '../../shared/bridge.ts';
import { ProblemError } from '../../shared/problem.ts';
import { saveBody, saveBytes } from '../console/save-body.ts';
import type { ConsoleServices } from './console-services.ts';
import type { EngineContext } from './context.ts';
import { planRun } from './plan-run.ts';

type RunCalls = Pick<
  Handlers,
  | 'console.start'
  | 'console.cancel'
  | 'console.runs'
  | 'console.events'
  | 'console.dropRun'
  | 'console.pickFile'
  | 'console.addFile'
  | 'console.saveBody'
  | 'console.saveBytes'
>;

/** The requests of the console: started, followed, read, dropped; and the files that go with them. */
export function runHandlers(context: EngineContext, services: ConsoleServices): RunCalls {
  const { host } = context;
  const { runs, files, bodies } = services;
  return {
    'console.start': async ({ request }, { windowGone }) => {
      const plan = await planRun(context, services, request);
      return { runId: runs.start(plan, windowGone ?? new AbortController().signal) };
    },
    'console.cancel': async ({ runId }) => {
      runs.cancel(runId);
      return null;
    },
    'console.runs': async () => runs.all(),
    'console.events': async ({ runId, from, limit }) => runs.events(runId, from, limit),
    'console.dropRun': async ({ runId }) => {
      await runs.drop(runId);
      return null;
    },
    'console.pickFile': async () => {
      const path = (await host.pickPath?.()) ?? null;
      return path === null ? null : files.addPath(path);
    },
    'console.addFile': async ({ name, base64 }) => files.addBytes(name, [Buffer.from(base64, 'base64')]),
    'console.saveBytes': async ({ name, base64 }) => {
      const path = (await host.pickPlace?.(name)) ?? null;
      if (path !== null) await saveBytes(Buffer.from(base64, 'base64'), path);
      return { saved: path !== null };
    },
    'console.saveBody': async ({ bodyId, name }) => {
      const body = bodies.find(bodyId);
      if (body === null) throw new ProblemError('console/run-gone');
      const path = (await host.pickPlace?.(name)) ?? null;
      if (path !== null) await saveBody(body, path);
      return { saved: path !== null };
    },
  };
}
