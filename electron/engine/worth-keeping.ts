import { type KeptToken, maxKeptTokensSize } from '../keys/token-vault.ts';
import type { HeldToken } from '../tokens/token-store.ts';

/** Without what does not outlive the run. */
export function toKept({ assertion: _assertion, ...held }: HeldToken): KeptToken {
  return { ...held, view: { ...held.view, renewal: null } };
}

/** What a change has to touch to be worth a write; counting uses is not. */
export function gist(kept: readonly KeptToken[]): string {
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

/**
 * Those that the keychain takes, and their bytes.
 *
 * @param live - newest first
 */
export function newestThatFit(live: readonly KeptToken[]): {
  readonly tokens: readonly KeptToken[];
  readonly size: number;
} {
  let size = 2;
  const end = live.findIndex((token) => {
    const own = Buffer.byteLength(JSON.stringify(token)) + 1;
    if (size + own > maxKeptTokensSize) return true;
    size += own;
    return false;
  });
  return { tokens: end === -1 ? live : live.slice(0, end), size };
}
