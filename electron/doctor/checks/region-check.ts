import type { RegionHosts } from '../../../shared/coze/region.ts';
import { retryAfterSeconds } from '../../../shared/coze/retry-after.ts';
import type { CheckFinding, Seen } from '../../../shared/doctor.ts';
import { type Problem, ProblemError, toProblem } from '../../../shared/problem.ts';
import { redact } from '../../../shared/redact.ts';
import type { EpochMilliseconds } from '../../../shared/time.ts';
import type { HttpAnswer } from '../../http/client.ts';
import { httpFailure } from '../../http/failure.ts';
import { findHeader } from '../../http/find-header.ts';
import { type HostProbe, type ProbeFailure, probeHost } from '../../http/probe-host.ts';
import { type ProxyInUse, shownProxy } from '../../http/proxy-in-use.ts';
import { readClockOffset } from '../../tokens/clock-offset.ts';
import { causesOfAnswer, causesOfFailure } from '../causes-of-failure.ts';
import { findingOfRequest } from '../finding-of-request.ts';
import { type Outcome, outcome, type Visit } from '../outcome.ts';
import { ownCause } from '../own-cause.ts';
import { seenOf, seenOfServer } from '../seen.ts';

const answerLimit = 65_536;

function seenOfProbe(host: string, proxy: ProxyInUse | null, probe: HostProbe): readonly Seen[] {
  const { certificate, failure } = probe;
  return seenOf({
    host,
    proxy: proxy === null ? null : shownProxy(proxy.url),
    addresses: probe.addresses.slice(0, 6).join(', '),
    tls: probe.tlsVersion,
    certificate:
      certificate === null ? null : `${certificate.subject} · ${certificate.issuer} · ${certificate.validTo}`,
    error: failure === null ? null : failure.code,
  });
}

function caFileOf({ params }: Problem): string {
  return `${params['file']}: ${params['reason']}`;
}

function findingOfProbe({ step, code }: ProbeFailure): CheckFinding {
  switch (step) {
    case 'dns':
      return 'region-dns';
    case 'tls':
      return 'region-tls';
    case 'proxy':
      return 'region-proxy';
    case 'tcp':
      if (code === 'ECONNREFUSED') return 'region-refused';
      return code === 'ETIMEDOUT' ? 'region-connect-timeout' : 'region-no-route';
  }
}

/** No credential goes with it: an answer of any kind is what is asked for. */
function knock({ services, signal }: Visit, hosts: RegionHosts): Promise<HttpAnswer> {
  return services.http.send({
    method: 'GET',
    url: `${hosts.api}/v1/users/me`,
    headers: [['Accept', 'application/json']],
    body: null,
    signal,
    timeoutMs: services.patienceMs,
    maxBytes: answerLimit,
  });
}

function isPage(answer: HttpAnswer): boolean {
  const type = findHeader(answer.headers, 'content-type') ?? '';
  const start = Buffer.from(answer.body).toString('latin1', 0, 200);
  return /html/i.test(type) || /^\s*<(?:!doctype|html)/i.test(start);
}

interface Knocked {
  readonly hosts: RegionHosts;
  readonly answer: HttpAnswer;
  readonly sentAt: EpochMilliseconds;
  readonly seen: readonly Seen[];
}

function judge({ hosts, answer, sentAt, seen: seenBefore }: Knocked, visit: Visit): Outcome {
  const seen = [
    ...seenBefore,
    ...seenOf({
      status: answer.status,
      'log-id': redact(findHeader(answer.headers, 'x-tt-logid') ?? ''),
      elapsed: `${Math.round(answer.totalMs)} ms`,
    }),
  ];
  const params = { host: hosts.audience, status: answer.status };
  const { status } = answer;
  const isHtml = isPage(answer);
  if (isHtml && status < 400) {
    const causes = causesOfAnswer({ reason: 'html', status }, visit);
    return outcome('failed', 'region-page', { params, seen, causes });
  }
  const facts = { hosts, clockOffsetMs: readClockOffset(answer, sentAt) };
  if (isHtml || status === 429) {
    const asked = findHeader(answer.headers, 'retry-after') ?? '';
    const retryAfter = retryAfterSeconds(asked, visit.services.clock.now());
    const causes = causesOfAnswer({ reason: isHtml ? 'html' : 'status', status, retryAfter }, visit);
    return outcome('warning', 'region-answers-error', { params, seen, causes, facts });
  }
  if (status >= 500) {
    const causes = [ownCause('server-trouble')];
    return outcome('warning', 'region-answers-error', { params, seen, causes, facts });
  }
  const finding = visit.patient.wasStopped === true ? 'region-started' : 'region-answers';
  return outcome('passed', finding, { params, seen, facts });
}

function noHosts(problem: Problem): Outcome {
  return problem.params['reason'] === 'practice-stopped'
    ? outcome('failed', 'region-practice-stopped', { causes: [ownCause('practice-elsewhere')], problem })
    : outcome('failed', 'region-invalid', { causes: [ownCause('base-url-invalid')], problem });
}

/**
 * Whether the region's API host can be reached, and which step fails: name, TCP, TLS, proxy, or the answer itself. Sends
 * one request without a credential.
 */
export async function regionCheck(visit: Visit): Promise<Outcome> {
  const { patient, services, signal } = visit;
  let hosts: RegionHosts;
  try {
    hosts = await patient.hosts();
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (problem.code === 'app/region-invalid') return noHosts(problem);
    throw thrown;
  }
  const url = new URL(hosts.api);
  const proxy = await services.http.proxyOf(
    url,
    AbortSignal.any([signal, AbortSignal.timeout(services.patienceMs)]),
  );
  const proxied = proxy !== null;
  const visitThen = { ...visit, facts: { ...visit.facts, proxied } };
  const { ca, problem: caProblem } = await services.http.certificates();
  const probe = await probeHost(url, proxy?.url ?? null, { signal, timeoutMs: services.patienceMs, ca });
  const seen = [
    ...seenOfProbe(hosts.audience, proxy, probe),
    ...seenOf({ 'ca-file': caProblem === null ? null : caFileOf(caProblem) }),
  ];
  const params = { host: hosts.audience };
  const lost = (finding: CheckFinding, problem: Problem, said: readonly Seen[] = []) => {
    const causes = causesOfFailure(problem, visitThen);
    return outcome('failed', finding, { params, seen: [...seen, ...said], causes, problem });
  };
  if (probe.failure !== null) {
    const thrown = Object.assign(new Error('probe'), { code: probe.failure.code });
    const { problem } = httpFailure(thrown, {
      host: url.host,
      phase: 'answer',
      proxy,
      at: services.clock.now(),
    });
    return lost(findingOfProbe(probe.failure), problem);
  }
  const sentAt = services.clock.now();
  try {
    const found = judge({ hosts, answer: await knock(visit, hosts), sentAt, seen }, visitThen);
    return { ...found, facts: { ...found.facts, proxied } };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    const finding = findingOfRequest(thrown.problem);
    if (finding === null) throw thrown;
    return lost(finding, thrown.problem, seenOfServer(thrown.problem));
  }
}
