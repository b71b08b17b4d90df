import type { AccessToken } from './token.ts';

type Linked = Pick<AccessToken, 'id' | 'replaces' | 'replacedBy'>;

/**
 * The token that stands for `id` now: the last of those that have renewed it one after the other, else itself. One that is
 * gone is passed over when the token that renewed it says so. Null when none of them is held.
 */
export function tokenInPlaceOf<Token extends Linked>(tokens: readonly Token[], id: string): Token | null {
  const passed = new Set<string>();
  let last: Token | null = null;
  let next: string | undefined = id;
  while (next !== undefined && !passed.has(next)) {
    const wanted: string = next;
    passed.add(wanted);
    const held = tokens.find((token) => token.id === wanted);
    last = held ?? last;
    next = held?.replacedBy ?? tokens.find(({ replaces }) => replaces === wanted)?.id;
  }
  return last;
}
