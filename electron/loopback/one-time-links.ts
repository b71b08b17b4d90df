import { createHash } from 'node:crypto';

/** Links that let one browser in, once. */
export interface OneTimeLinks {
  /** A new secret of 32 random bytes, base64url. */
  readonly issue: () => string;
  /** True for a secret that was issued and not redeemed yet; it is used up by that. */
  readonly redeem: (secret: string) => boolean;
}

/** Links that nobody uses are dropped from this number on, the oldest first. */
const mostOpen = 16;

const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Keeps digests only, so that looking one up tells nothing by its timing. */
export function createOneTimeLinks(randomBytes: (count: number) => Uint8Array): OneTimeLinks {
  const open = new Set<string>();
  return {
    issue: () => {
      const secret = Buffer.from(randomBytes(32)).toString('base64url');
      open.add(digest(secret));
      for (const oldest of open) if (open.size > mostOpen) open.delete(oldest);
      return secret;
    },
    redeem: (secret) => open.delete(digest(secret)),
  };
}
