import { create } from 'zustand';

/** How a page in a browser stands with the host that serves it. In a window of the desktop it is always connected. */
export type Connection =
  | { readonly kind: 'connected' }
  /** The host cannot be reached; it is tried again by itself. */
  | { readonly kind: 'lost'; readonly attempt: number }
  /** The host does not know this browser: it has no session, or its link had been used already. */
  | { readonly kind: 'no-session'; readonly isLinkUsed: boolean }
  | { readonly kind: 'too-many-pages' }
  /** The host said that it ends. */
  | { readonly kind: 'ended' };

export const useConnectionStore = create<{ readonly connection: Connection }>()(() => ({
  connection: { kind: 'connected' },
}));
