import type { ConsoleSocket } from '../../shared/console-socket.ts';
import { ProblemError, toProblem } from '../../shared/problem.ts';
import type { Clock, EpochMilliseconds } from '../../shared/time.ts';
import type { SocketClient } from '../http/client.ts';
import { findHeader } from '../http/find-header.ts';
import type { Handshake, SocketEnd } from '../http/web-socket.ts';
import { maskToken } from '../tokens/mask.ts';
import { hideSecrets } from './hide-secrets.ts';
import type { LiveSocket } from './live-socket.ts';
import type { RunPlan, TokenForRun } from './run-plan.ts';

/** A socket that can be connected: as a request, but its URL is `ws:` or `wss:`. */
export type SocketPlan = Pick<
  RunPlan,
  'endpointId' | 'url' | 'shownUrl' | 'secrets' | 'token' | 'renewedToken'
>;

export interface SocketServices {
  readonly http: SocketClient;
  readonly clock: Clock;
  readonly countUse: (tokenId: string, now: EpochMilliseconds) => void;
}

/** Codes of a close frame (RFC 6455 §7.4.1). */
const withoutFrame = 1006;

/** What came that is no WebSocket, by the code with which this side refused it. */
const refusedThings: Readonly<Record<number, string>> = {
  1002: 'frame',
  1007: 'content',
  1008: 'size',
  1009: 'size',
};

function shownHandshake(
  { status, headers, said }: Handshake,
  { secrets }: LiveSocket,
): ConsoleSocket['handshake'] {
  const hide = (text: string) => hideSecrets(text, secrets);
  const shown = headers.map(([name, value]): [string, string] => [name, hide(value)]);
  return { status, headers: shown, logId: findHeader(shown, 'x-tt-logid'), said: hide(said) };
}

const hostOf = ({ state }: LiveSocket) => new URL(state.url).host;

function protocolProblem(live: LiveSocket, reason: string): ProblemError {
  return new ProblemError('console/socket-protocol', { params: { host: hostOf(live), reason } });
}

/** What the system calls the error, for example `ECONNRESET`. */
function systemCodeOf(error: unknown): { readonly systemCode?: string } {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? { systemCode: code } : {};
}

/** Why a socket that was open failed; nothing when it was closed as both sides agreed, or ended from here. */
function brokenBy(live: LiveSocket, { code, refused, error }: SocketEnd): Partial<ConsoleSocket> {
  if (refused !== null) {
    const { problem } = protocolProblem(live, refusedThings[refused.code] ?? 'frame');
    return { stage: 'failed', problem };
  }
  const isOurs = live.state.stage === 'closing' || live.ending.signal.aborted;
  if (code !== withoutFrame || isOurs) return {};
  const params = { host: hostOf(live), phase: 'body', ...systemCodeOf(error) };
  return {
    stage: 'failed',
    problem: new ProblemError('http/reset', { params, remedies: ['retry'] }).problem,
  };
}

/** @returns true when the token was refused, so that another one may be tried */
async function attempt(
  live: LiveSocket,
  plan: SocketPlan,
  { http, clock, countUse }: SocketServices,
  token: TokenForRun | null,
): Promise<boolean> {
  if (token !== null) {
    live.secrets = [...live.secrets, { text: token.text, mask: maskToken(token.text) }];
  }
  live.change({
    stage: 'connecting',
    url: hideSecrets(plan.shownUrl, live.secrets),
    tokenId: token?.tokenId ?? null,
    minted: token?.minted ?? false,
  });
  let settle: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const answer = await http.connect(
    {
      url: plan.url,
      headers: token === null ? [] : [['Authorization', `Bearer ${token.text}`]],
      signal: live.ending.signal,
    },
    {
      onMessage: (data) => live.note('received', data),
      onClosed: (end) => {
        live.open = null;
        const { code, reason } = end.refused ?? end;
        live.change({ closed: { code, reason: hideSecrets(reason, live.secrets) }, ...brokenBy(live, end) });
        settle();
      },
    },
  );
  if (token !== null) countUse(token.tokenId, clock.now());
  live.change({ handshake: shownHandshake(answer.handshake, live) });
  if (answer.kind === 'mistaken') throw protocolProblem(live, 'handshake');
  if (answer.kind === 'refused') return answer.handshake.status === 401 && token?.minted === false;
  live.open = answer.socket;
  live.change({ stage: 'open' });
  await over;
  return false;
}

async function connect(live: LiveSocket, plan: SocketPlan, services: SocketServices): Promise<void> {
  const { signal } = live.ending;
  const token = await plan.token(signal);
  const isRefused = await attempt(live, plan, services, token);
  if (!isRefused || token === null) return;
  live.change({ stage: 'token' });
  const renewed = (await plan.renewedToken?.(token.tokenId, signal)) ?? null;
  if (renewed === null) return;
  const { status = 0, logId = null } = live.state.handshake ?? {};
  live.change({ retriedAfter: { status, logId } });
  await attempt(live, plan, services, renewed);
}

function endOf({ state }: LiveSocket): Partial<ConsoleSocket> {
  const { closed, handshake, stage, url } = state;
  if (stage === 'failed') return {};
  if (closed !== null) return { stage: 'closed' };
  const params = { host: new URL(url).host, status: handshake?.status ?? 0 };
  return { stage: 'failed', problem: new ProblemError('console/socket-refused', { params }).problem };
}

/**
 * Connects a socket and follows it to its end; how it goes stands in its state. A token that the handshake refuses and
 * that was there before is renewed, once. Never rejects.
 */
export async function followSocket(
  live: LiveSocket,
  plan: SocketPlan,
  services: SocketServices,
): Promise<void> {
  // The caller learns the id before anything is told of it.
  await Promise.resolve();
  live.change({});
  try {
    await connect(live, plan, services);
    live.change(endOf(live));
  } catch (thrown) {
    if (live.ending.signal.aborted) live.change({ stage: 'cancelled' });
    else live.change({ stage: 'failed', problem: toProblem(thrown) });
  }
}
