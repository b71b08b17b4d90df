import type { AnswerHead, ConsoleRun, StreamEvent } from '../../shared/console-run.ts';
import type { Activity } from '../../shared/coze/token.ts';
import { type Problem, toProblem } from '../../shared/problem.ts';
import type { Clock, EpochMilliseconds } from '../../shared/time.ts';
import { findHeader, type StreamedAnswer, type StreamingClient } from '../http/client.ts';
import { bodyLength } from '../http/request-body.ts';
import { maskToken } from '../tokens/mask.ts';
import { answerKind, type KnownAnswer } from './answer-kind.ts';
import { readEnvelope } from './envelope.ts';
import type { EventBatches } from './event-batches.ts';
import type { EventLog } from './event-log.ts';
import { hideSecrets, type Secret, withoutSecrets } from './hide-secrets.ts';
import type { KeptBodies, KeptBody } from './kept-bodies.ts';
import { longestSilence } from './open-request.ts';
import { requestHeaders } from './request-headers.ts';
import { createRunPhases } from './run-phases.ts';
import type { RunPlan, TokenForRun } from './run-plan.ts';
import { servedType } from './served-type.ts';
import { sseEvents } from './sse-events.ts';
import { isTokenRefused } from './token-refused.ts';

export interface RunServices {
  readonly http: Pick<StreamingClient, 'open'>;
  readonly clock: Clock;
  /** Milliseconds since some fixed moment, on a clock that nobody sets. */
  readonly stopwatch: () => number;
  readonly bodies: Pick<KeptBodies, 'create'>;
  readonly record: (entry: Omit<Activity, 'id'>) => void;
  readonly countUse: (tokenId: string, now: EpochMilliseconds) => void;
}

/** Where a run is written down. */
export interface RunRecord {
  readonly run: () => ConsoleRun;
  readonly change: (part: Partial<ConsoleRun>) => void;
  readonly events: EventLog;
  readonly batches: EventBatches<StreamEvent>;
  /** The body of the answer takes the place of the one before; null when there is none. */
  readonly setBody: (body: KeptBody | null) => Promise<void>;
}

interface Attempt {
  readonly plan: RunPlan;
  readonly record: RunRecord;
  readonly services: RunServices;
  readonly secrets: readonly Secret[];
  readonly startedAt: number;
  readonly signal: AbortSignal;
}

function headOf(answer: StreamedAnswer, { plan, secrets }: Attempt): AnswerHead {
  const hide = (text: string) => hideSecrets(text, secrets);
  const headers = answer.headers.map(([name, value]): [string, string] => [hide(name), hide(value)]);
  return {
    status: answer.status,
    statusText: hide(answer.statusText),
    headers,
    logId: findHeader(headers, 'x-tt-logid'),
    contentType: findHeader(headers, 'content-type'),
    url: hide(answer.url === plan.url ? plan.shownUrl : answer.url),
  };
}

/** Keeps every chunk, and gives it on; ends when no more is kept. */
async function* kept(
  chunks: AsyncIterable<Uint8Array>,
  body: KeptBody,
  onGrown: () => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    const hasRoom = await body.append(chunk);
    onGrown();
    if (!hasRoom) return;
    yield chunk;
  }
}

async function readEvents(
  chunks: AsyncIterable<Uint8Array>,
  { record, services }: Attempt,
  sentAt: number,
): Promise<void> {
  record.change({ eventCount: 0 });
  try {
    for await (const event of sseEvents(chunks)) {
      const index = record.events.count();
      const known: StreamEvent = { ...event, index, atMs: services.stopwatch() - sentAt };
      await record.events.add(known);
      record.change({ eventCount: index + 1 });
      await record.batches.add(known);
    }
  } finally {
    record.batches.flush();
  }
}

const longestEnvelope = 10 * 1024 * 1024;

function envelopeOf(body: KeptBody, { kind, charset }: Omit<KnownAnswer, 'chunks'>): ConsoleRun['envelope'] {
  if (kind !== 'json' || body.state().truncated) return null;
  const bytes = body.whole(longestEnvelope);
  return bytes === null ? null : readEnvelope(new TextDecoder(charset).decode(bytes));
}

/** Reads an answer to its end, and says in the run what has come of it so far. */
async function read(answer: StreamedAnswer, attempt: Attempt, sentAt: number): Promise<void> {
  const { record, services, secrets } = attempt;
  const contentType = findHeader(answer.headers, 'content-type');
  const { kind, charset, chunks } = await answerKind(answer.body, contentType);
  const body = services.bodies.create();
  body.type = servedType(kind, contentType);
  await record.setBody(body);
  const { bodyId } = body;
  const tell = () =>
    record.change({ body: { bodyId, kind, address: `/body/${bodyId}`, charset, ...body.state() } });
  tell();
  try {
    const known = kept(withoutSecrets(chunks, secrets, charset), body, tell);
    if (kind === 'events') await readEvents(known, attempt, sentAt);
    else for await (const _ of known);
  } finally {
    await body.finish();
    tell();
  }
  record.change({ envelope: envelopeOf(body, { kind, charset }) });
}

function note({ plan, record, services, secrets }: Attempt, at: EpochMilliseconds, problem: Problem | null) {
  const { head } = record.run();
  services.record({
    at: Math.round(at),
    kind: 'call',
    appName: plan.appName,
    subject: `${plan.method} ${hideSecrets(new URL(plan.shownUrl).pathname, secrets)}`,
    claims: [],
    jti: null,
    clockCorrectedMs: null,
    elapsedMs: Math.round(services.clock.now() - at),
    status: head?.status ?? null,
    logId: head?.logId ?? null,
    problem,
  });
}

/** Sends the request once, with `token` if any, and reads its answer. */
async function attemptOnce(attempt: Attempt, token: TokenForRun | null): Promise<void> {
  const { plan, record, services, secrets, startedAt, signal } = attempt;
  const { method, url, body } = plan;
  const at = services.clock.now();
  const sentAt = services.stopwatch();
  const phases = createRunPhases(services.stopwatch, startedAt, {
    onSent: (bytes) => record.change({ sent: { ...record.run().sent, bytes } }),
    onAllSent: () => record.run().stage === 'sending' && record.change({ stage: 'waiting' }),
  });
  record.change({
    stage: 'sending',
    url: hideSecrets(plan.shownUrl, secrets),
    tokenId: token?.tokenId ?? null,
    minted: token?.minted ?? false,
    sent: { bytes: 0, total: bodyLength(body) },
    head: null,
    envelope: null,
  });
  try {
    const answer = await services.http.open({
      method,
      url,
      headers: requestHeaders(plan.headers, body !== null, token?.text ?? null),
      body,
      signal,
      silenceMs: longestSilence,
      watch: phases.watch,
    });
    if (token !== null) services.countUse(token.tokenId, services.clock.now());
    record.change({ stage: 'receiving', head: headOf(answer, attempt), timing: phases.timing() });
    await read(answer, attempt, sentAt);
    note(attempt, at, null);
  } catch (thrown) {
    note(attempt, at, toProblem(thrown));
    throw thrown;
  } finally {
    record.change({ timing: phases.ended() });
  }
}

function isRefused({ head, envelope, eventCount }: ConsoleRun, token: TokenForRun | null): boolean {
  if (token === null || token.minted || head === null || eventCount !== null) return false;
  return isTokenRefused({ status: head.status, envelope });
}

/**
 * Gets the token, sends the request and reads its answer, whatever its status; `record` says at each moment how far it
 * is. Where a server repeats the token or another secret, its mask is kept. When the API refuses a token that was there
 * before, the request is sent once more with another one; that is safe, because a refused request was not carried out.
 *
 * @throws ProblemError `http/…`, `console/no-room`, or what getting a token throws; an `AbortError` when cancelled
 */
export async function carryOut(
  plan: RunPlan,
  record: RunRecord,
  services: RunServices,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = services.stopwatch();
  const token = await plan.token(signal);
  const secrets: Secret[] = [...plan.secrets];
  const hide = (given: TokenForRun | null) =>
    given !== null && secrets.push({ text: given.text, mask: maskToken(given.text) });
  hide(token);
  const attempt: Attempt = { plan, record, services, secrets, startedAt, signal };
  await attemptOnce(attempt, token);

  const { head, envelope } = record.run();
  if (token === null || head === null || !isRefused(record.run(), token)) return;
  record.change({ stage: 'token' });
  const renewed = (await plan.renewedToken?.(token.tokenId, signal)) ?? null;
  if (renewed === null) return;
  hide(renewed);
  const { status, logId } = head;
  record.change({ retriedAfter: { status, code: envelope?.code ?? null, logId }, body: null });
  await record.setBody(null);
  await attemptOnce(attempt, renewed);
}
