import type { ConsoleSocket } from '../../shared/console-socket.ts';
import { ProblemError, toProblem } from '../../shared/problem.ts';
import type { Clock, EpochMilliseconds } from '../../shared/time.ts';
import { findHeader, type SocketClient } from '../http/client.ts';
import type { Handshake } from '../http/web-socket.ts';
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

function shownHandshake(
  { status, headers, said }: Handshake,
  { secrets }: LiveSocket,
): ConsoleSocket['handshake'] {
  const hide = (text: string) => hideSecrets(text, secrets);
  const shown = headers.map(([name, value]): [string, string] => [name, hide(value)]);
  return { status, headers: shown, logId: findHeader(shown, 'x-tt-logid'), said: hide(said) };
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
      onClosed: (code, reason) => {
        live.open = null;
        live.change({ closed: { code, reason: hideSecrets(reason, live.secrets) } });
        settle();
      },
    },
  );
  if (token !== null) countUse(token.tokenId, clock.now());
  live.change({ handshake: shownHandshake(answer.handshake, live) });
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

function endOf({ state, ending }: LiveSocket): Partial<ConsoleSocket> {
  const { closed, handshake, stage, url } = state;
  if (stage === 'failed') return {};
  if (closed !== null && (closed.code !== withoutFrame || ending.signal.aborted)) return { stage: 'closed' };
  const { host } = new URL(url);
  const problem =
    closed === null && handshake !== null
      ? new ProblemError('console/socket-refused', { params: { host, status: handshake.status } })
      : new ProblemError('http/reset', { params: { host, phase: 'body' }, remedies: ['retry'] });
  return { stage: 'failed', problem: problem.problem };
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
