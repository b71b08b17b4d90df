import { createTokenNotices } from '../../../electron/engine/token-notices.ts';
import { createTokenPulse } from '../../../electron/engine/token-pulse.ts';
import type { HostNotice } from '../../../electron/engine.ts';
import { createMintFlights, type Demand } from '../../../electron/tokens/mint-flights.ts';
import { createRenewalScheduler } from '../../../electron/tokens/renewal-scheduler.ts';
import { createServerClock } from '../../../electron/tokens/server-clock.ts';
import { createTokenStore, type HeldToken } from '../../../electron/tokens/token-store.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { defaultSettings, type Settings } from '../../../shared/profile.ts';
import { epochMilliseconds, epochSeconds } from '../../../shared/time.ts';

export const api = 'https://api.coze.cn';

/** What the server does with a mint. */
export type Network = 'fine' | 'down' | 'refuses';

export interface Renewed {
  readonly tokenId: string;
  /** Milliseconds of true time since the world began. */
  readonly at: number;
  /** Milliseconds that the token still had to live when the new one was there; null while none is, or none came. */
  leftAtEnd: number | null;
}

interface Timer {
  at: number;
  readonly run: () => void;
}

/** 2026-01-01T00:00:00Z on the server's clock. */
const epoch = Date.UTC(2026, 0, 1);

/**
 * Everything that the life of the tokens depends on, made of plain numbers: true time, a local clock that can be set, a
 * machine that can sleep, a network that can fail. Nothing here waits.
 */
export function createTokenWorld(
  options: { readonly offsetMs?: number; readonly settings?: Partial<Settings> } = {},
) {
  let time = 0;
  let localOffset = -(options.offsetMs ?? 0);
  let network: Network = 'fine';
  let latency = 200;
  let ids = 0;
  let randomness = 0.5;
  let timers: Timer[] = [];
  const renewed: Renewed[] = [];
  const inFlight = new Map<string, number>();
  const faults: string[] = [];
  const notices = new Map<string, HostNotice>();
  const told: string[] = [];
  const settings: Settings = { ...defaultSettings, language: 'en', ...options.settings };

  const serverNow = () => epoch + time;
  const clock = { now: () => epochMilliseconds(epoch + time + localOffset) };
  const steady = { now: () => time };
  const after = (milliseconds: number, run: () => void) => {
    const timer = { at: time + milliseconds, run };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };

  const tokens = createTokenStore(() => {
    renewals.dropStale();
    pulse.poke();
  });
  const flights = createMintFlights();
  const serverClock = createServerClock({
    clock,
    steady,
    onLearned: tokens.setOffset,
    onSet: tokens.moveClock,
    onChange: () => undefined,
  });

  /** What a server's answer says at this moment. */
  function hear(): void {
    const dateHeader = new Date(serverNow()).toUTCString();
    serverClock.learn(api, { dateHeader, firstByteMs: 0 }, clock.now());
  }

  function add(
    session: string,
    lifetimeSeconds: number,
    autoRenew: boolean,
    renews: readonly string[] = [],
  ): AccessToken {
    hear();
    ids += 1;
    const fields = {
      id: `t${ids}`,
      source: 'minted' as const,
      appId: 'app-1',
      appName: '店铺',
      region: { kind: 'cn' as const },
      options: { ...defaultMintOptions, sessionName: session, durationSeconds: lifetimeSeconds },
      mintedAt: Math.round(clock.now()),
      expiresAt: epochSeconds(serverNow() / 1000) + lifetimeSeconds,
      clockOffsetMs: serverClock.offsetOf(api) ?? 0,
      logId: null,
      autoRenew,
    };
    const text = `czs_${String(ids).padStart(40, '0')}`;
    const secrets = { text, assertion: 'a.b.c', api, clientId: '11', tokenPath: '/token' };
    return tokens.add(fields, secrets, renews);
  }

  /** A mint as the server sees it: it takes a while, and may fail. */
  function mint(session: string, lifetimeSeconds: number, autoRenew: boolean) {
    return (signal: AbortSignal, demand: Demand) =>
      new Promise<AccessToken>((resolve, reject) => {
        const count = (inFlight.get(session) ?? 0) + 1;
        inFlight.set(session, count);
        if (count > 1) faults.push(`two mints at once for ${session}`);
        const end = (settle: () => void) => {
          inFlight.set(session, (inFlight.get(session) ?? 1) - 1);
          settle();
        };
        const callOff = after(latency, () =>
          end(() => {
            const renews = demand();
            if (renews === null) reject(new ProblemError('token/not-found'));
            else if (network === 'fine') resolve(add(session, lifetimeSeconds, autoRenew, renews));
            else if (network === 'down') reject(new ProblemError('http/unreachable'));
            else reject(new ProblemError('exchange/refused', { params: { kind: 'kid-not-registered' } }));
          }),
        );
        signal.addEventListener('abort', () => {
          callOff();
          end(() => reject(signal.reason));
        });
      });
  }

  async function renew(tokenId: string, signal: AbortSignal): Promise<AccessToken> {
    const held = tokens.find(tokenId);
    const entry: Renewed = { tokenId, at: time, leftAtEnd: null };
    renewed.push(entry);
    if (held === null) {
      faults.push(`a renewal of ${tokenId}, which was forgotten`);
      throw new ProblemError('token/not-found');
    }
    const { sessionName, durationSeconds } = held.view.options;
    const key = { owner: 'app-1', options: sessionName };
    const given = { id: tokenId, isHere: () => tokens.find(tokenId) !== null };
    const token = await flights.share(key, mint(sessionName, durationSeconds, false), signal, given);
    tokens.get(tokenId);
    entry.leftAtEnd = (held.view.expiresAt ?? 0) * 1000 - serverNow();
    tokens.replace(tokenId, token.id);
    return token;
  }

  const renewals = createRenewalScheduler({
    tokens,
    clock,
    steady,
    random: () => randomness,
    renew,
    onSettled: () => pulse.poke(),
  });
  const pulse = createTokenPulse({
    timers: { after },
    clock,
    tokens,
    serverClock,
    renewals,
    notices: createTokenNotices({
      host: {
        info: {
          version: '',
          platform: 'linux',
          systemLanguage: 'en',
          dataFolder: '',
          canPickFiles: false,
          copiesInPage: false,
          noticesInPage: false,
        },
        notify: (notice) => {
          notices.set(notice.id, notice);
          told.push(notice.title);
        },
        dismissNotice: (id) => notices.delete(id),
      },
      tokens,
      clock,
      settings: () => settings,
      renew: (tokenId) => void renew(tokenId, new AbortController().signal).catch(() => undefined),
      show: () => void told.push('the tokens are shown'),
    }),
  });

  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  /** Lets true time pass, awake. */
  async function pass(milliseconds: number): Promise<void> {
    const end = time + milliseconds;
    await settle();
    for (;;) {
      const next = timers.reduce<Timer | null>(
        (soonest, timer) =>
          timer.at <= end && (soonest === null || timer.at < soonest.at) ? timer : soonest,
        null,
      );
      if (next === null) break;
      timers = timers.filter((timer) => timer !== next);
      time = Math.max(time, next.at);
      next.run();
      await settle();
    }
    time = end;
    await settle();
  }

  return {
    tokens,
    flights,
    serverClock,
    renewals,
    pulse,
    clock,
    serverNow,
    renewed,
    faults,
    notices,
    told,
    settings,
    hear,
    pass,
    renew,
    mint: (session: string, lifetimeSeconds = 900, autoRenew = true) => {
      const key = { owner: 'app-1', options: session };
      return flights.share(key, mint(session, lifetimeSeconds, autoRenew), new AbortController().signal);
    },
    add: (lifetimeSeconds = 900, autoRenew = true, session = '') => add(session, lifetimeSeconds, autoRenew),
    use: (id: string) => tokens.countUse(id, clock.now()),
    askFor: (id: string) => {
      renewals.reset(id);
      tokens.setAutoRenew(id, true);
    },
    setNetwork: (next: Network) => {
      network = next;
    },
    setLatency: (next: number) => {
      latency = next;
    },
    setRandomness: (next: number) => {
      randomness = next;
    },
    /** Sets the local clock forward (or back) by this much; nothing is told about it. */
    setClock: (forwardMs: number) => {
      localOffset += forwardMs;
    },
    /**
     * The machine sleeps: the steady clock counts on, timers stand still. Then the first timer may run before anybody says
     * that it is awake.
     */
    sleep: async (milliseconds: number, first: 'woke' | 'timer' = 'woke') => {
      time += milliseconds;
      for (const timer of timers) timer.at += milliseconds;
      const soonest = timers.toSorted((a, b) => a.at - b.at)[0];
      if (first === 'timer' && soonest !== undefined) {
        timers = timers.filter((timer) => timer !== soonest);
        soonest.run();
        await settle();
      }
      pulse.woke();
      await settle();
    },
    live: (): HeldToken[] =>
      tokens.all().filter(({ view }) => (view.expiresAt ?? 0) * 1000 > serverNow() && !view.replacedBy),
    /** The token with all that is said of it now. */
    view: (id: string) => tokens.get(id).view,
    /** Milliseconds that a token lives, in truth. */
    leftOf: (id: string) => (tokens.get(id).view.expiresAt ?? 0) * 1000 - serverNow(),
    /** Milliseconds that a screen would show for it. */
    shownLeft: (id: string) => {
      const { expiresAt, clockOffsetMs } = tokens.get(id).view;
      return (expiresAt ?? 0) * 1000 - (clock.now() + clockOffsetMs);
    },
    pendingTimers: () => timers.length,
  };
}

export type TokenWorld = ReturnType<typeof createTokenWorld>;
