import type { KeptTokens } from '../../shared/bridge.ts';
import { type Problem, toProblem } from '../../shared/problem.ts';
import type { Clock } from '../../shared/time.ts';
import { oneAtATime } from '../keys/one-at-a-time.ts';
import { type KeptToken, maxKeptTokensSize, type TokenVault } from '../keys/token-vault.ts';
import type { ServerClock } from '../tokens/server-clock.ts';
import type { Timers } from '../tokens/timers.ts';
import { type HeldToken, millisecondsLeft, type TokenStore } from '../tokens/token-store.ts';
import type { KeychainWatch } from './keychain-watch.ts';
import { gist, newestThatFit, toKept } from './worth-keeping.ts';

/** Keeps the live tokens in the keychain, for as long as the setting says so. */
export interface TokenKeeper {
  readonly state: () => KeptTokens;
  /** Brings back what an earlier run kept and what still lives, and keeps the tokens from now on. Never rejects. */
  readonly restore: () => Promise<void>;
  /** Keeping is off: removes what an earlier run may have left. Never rejects. */
  readonly tidy: () => Promise<void>;
  /** Keeps what lives now, and from now on what changes. @throws ProblemError `keychain/…`: nothing is kept then */
  readonly turnOn: () => Promise<void>;
  /** Removes all that is kept. @throws ProblemError `keychain/…`: it is tried once more when the app ends */
  readonly turnOff: () => Promise<void>;
  /** The tokens have changed: writes them a moment later. */
  readonly changed: () => void;
  /** Writes what has not been written; what was forgotten stays forgotten, even if there is no time. Never rejects. */
  readonly close: () => Promise<void>;
}

export interface TokenKeeperOptions {
  readonly vault: TokenVault;
  readonly keychain: KeychainWatch;
  readonly tokens: Pick<TokenStore, 'all' | 'restore'>;
  readonly serverClock: Pick<ServerClock, 'offsetOf'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly onState: (state: KeptTokens) => void;
}

/** Changes within this many milliseconds go into the keychain together. */
const writePause = 1500;
/** A keychain is slow: what fills it rests for half a minute between two writes, unless a token was forgotten. */
const bytesPerMillisecond = 10;

/** One thing at a time with the keychain, in the order they were asked for. */
const turn = 'keychain';

export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const { vault, keychain, tokens, serverClock, clock, timers } = options;
  const inTurn = oneAtATime();
  let isOn = false;
  let hasLeftovers = false;
  /** What an earlier run kept could not be read yet; nothing is written over it before. */
  let isUnread = false;
  let written = gist([]);
  /** What the keychain holds, and what it is to hold, or would if the last write had not failed. */
  let resting: readonly KeptToken[] = [];
  let coming: readonly KeptToken[] = [];
  let size = 0;
  let waiting: { readonly pause: number; readonly callOff: () => void } | null = null;
  let isWriting = false;
  let isBehind = false;
  let state: KeptTokens = { problem: null };

  function tell(problem: Problem | null): void {
    if (problem === state.problem) return;
    state = { problem };
    options.onState(state);
  }

  const lives = ({ view }: Pick<HeldToken, 'view'>) => millisecondsLeft(view, clock.now()) > 0;
  const live = () => tokens.all().filter(lives).map(toKept);

  /** A token that was kept and is held no more, though it lives. */
  function isAnyForgotten(): boolean {
    if (resting.length === 0 && coming.length === 0) return false;
    const held = new Set(tokens.all().map(({ view }) => view.id));
    return [...resting, ...coming].some((token) => !held.has(token.view.id) && lives(token));
  }

  function stopWaiting(): void {
    waiting?.callOff();
    waiting = null;
  }

  function writeLater(): void {
    if (isWriting) {
      isBehind = true;
      return;
    }
    const pause = writePause + (isAnyForgotten() ? 0 : Math.round(size / bytesPerMillisecond));
    if (waiting !== null && waiting.pause <= pause) return;
    stopWaiting();
    waiting = { pause, callOff: timers.after(pause, () => void writeNow()) };
  }

  async function writeNow(): Promise<void> {
    stopWaiting();
    isWriting = true;
    isBehind = false;
    await inTurn(turn, writeAndTell);
    isWriting = false;
    if (isOn && isBehind) writeLater();
  }

  async function write(): Promise<void> {
    const all = live();
    const next = gist(all);
    const isAsTold = state.problem === null || state.problem.code === 'token/too-many-to-keep';
    if (next === written && isAsTold) return;
    const fitting = newestThatFit(all);
    coming = fitting.tokens;
    size = fitting.size;
    await keychain.during(vault.write(coming));
    resting = coming;
    written = next;
    if (resting.length === all.length) tell(null);
    else tell(tooMany(maxKeptTokensSize));
  }

  /** Judged by the server's time as it is known now, not as an earlier run knew it. */
  function onServerClock(token: KeptToken): KeptToken {
    const clockOffsetMs = serverClock.offsetOf(token.api) ?? token.view.clockOffsetMs;
    return { ...token, view: { ...token.view, clockOffsetMs } };
  }

  async function read(): Promise<void> {
    isUnread = true;
    try {
      const kept = await keychain.during(vault.read());
      isUnread = false;
      if (!isOn) return;
      resting = kept;
      written = gist(kept);
      tokens.restore(
        kept
          .map(onServerClock)
          .filter(lives)
          .map((token) => ({ ...token, assertion: null })),
      );
    } catch (thrown) {
      isUnread = isOn && toProblem(thrown).code !== 'keychain/corrupt';
      throw thrown;
    }
  }

  async function writeAndTell(): Promise<void> {
    try {
      if (isOn && isUnread) await read();
      if (isOn) await write();
    } catch (thrown) {
      if (isOn) tell(toProblem(thrown));
    }
  }

  async function remove(): Promise<void> {
    await keychain.during(vault.write([]));
    hasLeftovers = false;
    isUnread = false;
    resting = [];
    coming = [];
    size = 0;
    written = gist([]);
  }

  return {
    state: () => state,
    restore: () => {
      isOn = true;
      return inTurn(turn, async () => {
        try {
          await read();
          if (isOn && resting.length === 0) await vault.write([]).catch(() => undefined);
        } catch (thrown) {
          if (isOn) tell(toProblem(thrown));
        }
      });
    },
    tidy: () => inTurn(turn, async () => (isOn ? undefined : remove())).catch(() => undefined),
    turnOn: () =>
      inTurn(turn, async () => {
        await remove();
        await write();
        isOn = true;
        if (gist(live()) !== written) writeLater();
      }),
    turnOff: async () => {
      isOn = false;
      hasLeftovers = true;
      stopWaiting();
      tell(null);
      try {
        await inTurn(turn, remove);
        tell(null);
      } catch (thrown) {
        tell(toProblem(thrown));
        throw thrown;
      }
    },
    changed: () => {
      if (isOn) writeLater();
    },
    close: async () => {
      stopWaiting();
      if (isOn) {
        const isWithdrawn = isAnyForgotten();
        if (isWithdrawn) await keychain.during(vault.withdraw()).catch(() => undefined);
        await inTurn(turn, async () => {
          if (isWithdrawn) written = '';
          await writeAndTell();
        });
      } else if (hasLeftovers) await inTurn(turn, remove).catch(() => undefined);
    },
  };
}

function tooMany(limit: number): Problem {
  return { code: 'token/too-many-to-keep', params: { limit }, remedies: [], server: null };
}
