import { createHash, timingSafeEqual } from 'node:crypto';
import type { Page } from './page.ts';

/** One browser that was let in by a link. */
export interface BrowserSession {
  readonly pages: Map<string, Page>;
}

export interface BrowserSessions {
  /** Lets a browser in; both values go to it and are not kept. */
  readonly open: () => { readonly cookie: string; readonly pageKey: string };
  /** The session that both values belong to, or null. */
  readonly find: (cookie: string | null, pageKey: string | null) => BrowserSession | null;
  /** Whether a session has this cookie; enough only for what has a secret name of its own. */
  readonly has: (cookie: string | null) => boolean;
  readonly all: () => readonly BrowserSession[];
}

interface Held extends BrowserSession {
  readonly pageKeyDigest: Buffer;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Holds the digests of what browsers have to show, for this run only. */
export function createBrowserSessions(randomBytes: (count: number) => Uint8Array): BrowserSessions {
  const held = new Map<string, Held>();
  const secret = () => Buffer.from(randomBytes(32)).toString('base64url');
  return {
    open: () => {
      const [cookie, pageKey] = [secret(), secret()];
      held.set(digest(cookie).toString('hex'), { pages: new Map(), pageKeyDigest: digest(pageKey) });
      return { cookie, pageKey };
    },
    find: (cookie, pageKey) => {
      if (cookie === null || pageKey === null) return null;
      const session = held.get(digest(cookie).toString('hex')) ?? null;
      return session !== null && timingSafeEqual(session.pageKeyDigest, digest(pageKey)) ? session : null;
    },
    has: (cookie) => cookie !== null && held.has(digest(cookie).toString('hex')),
    all: () => [...held.values()],
  };
}
