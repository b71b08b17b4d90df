import type { KeptTokens } from '../../shared/bridge.ts';
import { type Problem, type Remedy, toProblem } from '../../shared/problem.ts';
import type { Clock } from '../../shared/time.ts';
import { type KeptToken, maxKeptTokensSize, type TokenVault } from '../keys/token-vault.ts';
import type { Timers } from '../tokens/timers.ts';
import { type HeldToken, millisecondsLeft, type TokenStore } from '../tokens/token-store.ts';
import type { KeychainWatch } from './keychain-watch.ts';

/** Keeps the live tokens in the keychain, for as long as the setting says so. */
export interface TokenKeeper {
  readonly state: () => KeptTokens;
  /** Brings back what an earlier run kept and what still lives, and keeps the tokens from now on. Never rejects. */
  readonly restore: () => Promise<void>;
  /** Keeps what lives now, and from now on what changes. @throws ProblemError `keychain/…`: nothing is kept then */
  readonly turnOn: () => Promise<void>;
  /** Removes all that is kept. @throws ProblemError `keychain/…`: it is tried once more when the app ends */
  readonly turnOff: () => Promise<void>;
  /** The tokens have changed: writes them a moment later. */
  readonly changed: () => void;
  /** Writes what has not been written. Never rejects. */
  readonly close: () => Promise<void>;
}

export interface TokenKeeperOptions {
  readonly vault: TokenVault;
  readonly keychain: KeychainWatch;
  readonly tokens: Pick<TokenStore, 'all' | 'restore'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly onState: (state: KeptTokens) => void;
}

/** Changes within this many milliseconds go into the keychain together. */
const writePause = 1500;

function remediesOf({ code }: Problem): readonly Remedy[] {
  return code === 'keychain/corrupt' ? [] : ['retry'];
}

function toKept({ assertion: _assertion, ...held }: HeldToken): KeptToken {
  return { ...held, view: { ...held.view, renewal: null } };
}

/** What a change has to touch to be worth a write; counting uses is not. */
function gist(kept: readonly KeptToken[]): string {
  return JSON.stringify(
    kept.map(({ view, wanted }) => [
      view.id,
      view.autoRenew,
      view.replacedBy,
      view.clockOffsetMs,
      view.expiresAt,
      wanted,
    ]),
  );
}

export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const { vault, keychain, tokens, clock, timers } = options;
  let isOn = false;
  let hasLeftovers = false;
  /** What an earlier run kept could not be read yet; nothing is written over it before. */
  let isUnread = false;
  let written = gist([]);
  let callOff: (() => void) | null = null;
  let state: KeptTokens = { problem: null };

  function tell(problem: Problem | null): void {
    if (problem === state.problem) return;
    state = { problem };
    options.onState(state);
  }

  const lives = ({ view }: Pick<HeldToken, 'view'>) => millisecondsLeft(view, clock.now()) > 0;

  /** The newest that fit. */
  function fitting(live: readonly KeptToken[]): readonly KeptToken[] {
    let size = 2;
    const end = live.findIndex((token) => {
      size += Buffer.byteLength(JSON.stringify(token)) + 1;
      return size > maxKeptTokensSize;
    });
    return end === -1 ? live : live.slice(0, end);
  }

  async function write(): Promise<void> {
    callOff?.();
    callOff = null;
    const live = tokens.all().filter(lives).map(toKept);
    const kept = fitting(live);
    const next = gist(live);
    if (next === written && state.problem === null) return;
    await keychain.during(vault.write(kept), remediesOf);
    written = next;
    if (kept.length === live.length) tell(null);
    else tell(tooMany(maxKeptTokensSize));
  }

  async function read(): Promise<void> {
    isUnread = true;
    try {
      const kept = await keychain.during(vault.read(), remediesOf);
      written = gist(kept);
      tokens.restore(kept.filter(lives).map((token) => ({ ...token, assertion: null })));
      isUnread = false;
    } catch (thrown) {
      isUnread = toProblem(thrown).code !== 'keychain/corrupt';
      throw thrown;
    }
  }

  async function writeAndTell(): Promise<void> {
    try {
      if (isUnread) await read();
      await write();
    } catch (thrown) {
      tell(toProblem(thrown));
    }
  }

  async function remove(): Promise<void> {
    hasLeftovers = true;
    await keychain.during(vault.write([]), remediesOf);
    hasLeftovers = false;
    written = gist([]);
  }

  return {
    state: () => state,
    restore: async () => {
      isOn = true;
      try {
        await read();
      } catch (thrown) {
        tell(toProblem(thrown));
      }
    },
    turnOn: async () => {
      await keychain.during(vault.write([]), remediesOf);
      written = gist([]);
      await write();
      isOn = true;
    },
    turnOff: async () => {
      isOn = false;
      isUnread = false;
      callOff?.();
      callOff = null;
      tell(null);
      try {
        await remove();
      } catch (thrown) {
        tell(toProblem(thrown));
        throw thrown;
      }
    },
    changed: () => {
      if (isOn) callOff ??= timers.after(writePause, () => void writeAndTell());
    },
    close: async () => {
      if (isOn) await writeAndTell();
      else if (hasLeftovers) await remove().catch(() => undefined);
    },
  };
}

function tooMany(limit: number): Problem {
  return { code: 'token/too-many-to-keep', params: { limit }, remedies: [], server: null };
}
