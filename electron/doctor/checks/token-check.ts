import { toProblem } from '../../../shared/problem.ts';
import { redact } from '../../../shared/redact.ts';
import { kindOfBytes } from '../../console/answer-kind.ts';
import { charsetOfWhole } from '../../console/charset.ts';
import { type Envelope, readEnvelope } from '../../console/envelope.ts';
import { isTokenRefused } from '../../console/token-refused.ts';
import type { HttpAnswer } from '../../http/client.ts';
import { findHeader } from '../../http/find-header.ts';
import { causesOfAnswer, causesOfFailure } from '../causes-of-failure.ts';
import { findingOfRequest } from '../finding-of-request.ts';
import { type Outcome, outcome, skipped, type Visit } from '../outcome.ts';
import { ownCause } from '../own-cause.ts';
import { seenOf, seenOfServer } from '../seen.ts';

const path = '/v1/users/me';
const answerLimit = 1_048_576;

function envelopeOf({ headers, body }: HttpAnswer): Envelope | null {
  const { kind, ...told } = kindOfBytes(body, findHeader(headers, 'content-type'));
  return kind === 'binary' ? null : readEnvelope(new TextDecoder(charsetOfWhole(told, body)).decode(body));
}

function judge(answer: HttpAnswer, visit: Visit): Outcome {
  const { status, headers } = answer;
  const envelope = envelopeOf(answer);
  const seen = seenOf({
    endpoint: `GET ${path}`,
    status,
    code: envelope?.code ?? null,
    message: redact(envelope?.msg ?? ''),
    'log-id': redact(findHeader(headers, 'x-tt-logid') ?? ''),
    elapsed: `${Math.round(answer.totalMs)} ms`,
  });
  const params = { status, code: envelope?.code ?? 0 };
  if (envelope?.code === 0 && status < 300) return outcome('passed', 'token-accepted', { params, seen });
  if (isTokenRefused({ status, envelope })) {
    return outcome('failed', 'token-refused', { params, seen, causes: [ownCause('token-not-synced')] });
  }
  if (envelope?.code === 4101) return outcome('passed', 'token-accepted-limited', { params, seen });
  const causes =
    status === 429
      ? causesOfAnswer({ reason: 'status', status }, visit)
      : [ownCause(status >= 500 ? 'server-trouble' : 'not-documented')];
  return outcome('cannot-tell', 'token-unclear', { params, seen, causes });
}

/** Whether the API takes the fresh token: asks who it stands for, which changes nothing. */
export async function tokenCheck(visit: Visit): Promise<Outcome> {
  const { patient, services, facts, signal } = visit;
  const { token, hosts } = facts;
  if (token === null || hosts === null) return skipped('skipped-no-token');
  const sentAt = services.clock.now();
  try {
    const answer = await services.http.send({
      method: 'GET',
      url: hosts.api + path,
      headers: [['Authorization', `Bearer ${patient.tokenText(token.id)}`]],
      body: null,
      signal,
      timeoutMs: services.patienceMs,
      maxBytes: answerLimit,
    });
    services.record({
      at: sentAt,
      kind: 'call',
      appName: patient.app.name,
      subject: `GET ${path}`,
      claims: [],
      elapsedMs: Math.round(answer.totalMs),
      status: answer.status,
      logId: findHeader(answer.headers, 'x-tt-logid') ?? null,
      problem: null,
      jti: null,
      clockCorrectedMs: null,
    });
    return judge(answer, visit);
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (findingOfRequest(problem) === null) throw thrown;
    const seen = seenOfServer(problem);
    return outcome('failed', 'token-lost', { seen, causes: causesOfFailure(problem, visit), problem });
  }
}
