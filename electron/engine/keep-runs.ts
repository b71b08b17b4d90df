import type { ConsoleRun, HistoryEntry, RunRequest } from '../../shared/console-run.ts';
import type { Secret } from '../console/hide-secrets.ts';
import type { KeptBody } from '../console/kept-bodies.ts';
import type { RunPlan } from '../console/run-plan.ts';
import type { LeftOfRun, RunsOptions } from '../console/runs.ts';
import type { HistoryRecord } from '../storage/history/entry-files.ts';
import type { History } from '../storage/history/history.ts';
import {
  answerWithoutSecrets,
  requestWithoutSecrets,
  runWithoutSecrets,
  urlWithoutSecrets,
} from '../storage/history/without-secrets.ts';
import { maskToken } from '../tokens/mask.ts';
import type { EngineContext } from './context.ts';

/** Puts runs that have ended into the history. */
export interface RunKeeper {
  readonly onFinished: RunsOptions['onFinished'];
  /** Resolves when all of them are in it. */
  readonly settled: () => Promise<void>;
}

/** Bytes of an answer, and events of a stream, that the history keeps. */
const longestBody = 16 * 1024 * 1024;
const mostEvents = 100_000;
const eventsAtATime = 5000;

function isCut({ truncated, bytes }: NonNullable<ConsoleRun['body']>): boolean {
  return truncated || bytes > longestBody;
}

async function readBody(body: KeptBody): Promise<Uint8Array> {
  const { bytes } = body.state();
  if (bytes === 0) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  const part = body.read({ from: 0, to: Math.min(bytes, longestBody) - 1 });
  for await (const chunk of part as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function timesOf({ count, read }: LeftOfRun['events']): Promise<number[]> {
  const times: number[] = [];
  const end = Math.min(count(), mostEvents);
  while (times.length < end) {
    const page = await read(times.length, Math.min(eventsAtATime, end - times.length));
    if (page.length === 0) break;
    times.push(...page.map(({ atMs }) => atMs));
  }
  return times;
}

/** In whose name it can be sent again: a token of an app is the app's from now on. */
function lastingSource(source: RunRequest['source'], { tokens }: EngineContext): RunRequest['source'] {
  if (source.kind !== 'token') return source;
  const appId = tokens.find(source.tokenId)?.view.appId ?? null;
  return appId === null ? source : { kind: 'app', appId };
}

function entryOf(
  run: ConsoleRun,
  plan: RunPlan,
  historyId: string,
  secrets: readonly Secret[],
): HistoryEntry {
  const { startedAt, endpointId, method, head, envelope, problem, stage, timing, sent, body } = run;
  return {
    historyId,
    at: startedAt,
    appName: plan.appName,
    endpointId,
    method,
    url: run.url === '' ? urlWithoutSecrets(plan.shownUrl, secrets) : run.url,
    status: head?.status ?? null,
    code: envelope?.code ?? null,
    problemCode: stage === 'cancelled' ? 'cancelled' : (problem?.code ?? null),
    logId: head?.logId ?? null,
    totalMs: timing.total,
    requestBytes: sent.bytes,
    answerBytes: body?.bytes ?? 0,
  };
}

/** The secrets are those of the request and every token that is held at that moment. */
export function createRunKeeper(
  context: EngineContext,
  history: Pick<History, 'add' | 'settled'>,
): RunKeeper {
  const pending = new Set<Promise<void>>();

  async function keep(run: ConsoleRun, plan: RunPlan, { body, events }: LeftOfRun): Promise<void> {
    const held = context.tokens.all().map(({ text }) => ({ text, mask: maskToken(text) }));
    const secrets: readonly Secret[] = [...plan.secrets, ...held];
    const bytes = body === null ? null : await readBody(body);
    const known = runWithoutSecrets(run, secrets);
    const historyId = `${Math.trunc(run.startedAt).toString(36)}-${context.newId()}`;
    const { request, bodyLeftOut } = await requestWithoutSecrets(
      { ...plan.asked, source: lastingSource(plan.asked.source, context) },
      secrets,
    );
    const record: HistoryRecord = {
      entry: entryOf(known, plan, historyId, secrets),
      request,
      bodyLeftOut,
      run: { ...known, body: known.body && { ...known.body, truncated: isCut(known.body) } },
      eventTimes: await timesOf(events),
    };
    await history.add(
      record,
      bytes === null ? null : await answerWithoutSecrets(bytes, run.body?.charset ?? '', held),
    );
  }

  return {
    onFinished: (run, plan, left) => {
      // It is over, whether the history could take it or not.
      const keeping = keep(run, plan, left)
        .catch(() => undefined)
        .finally(() => pending.delete(keeping));
      pending.add(keeping);
      return keeping;
    },
    settled: async () => {
      await Promise.all(pending);
      await history.settled();
    },
  };
}
