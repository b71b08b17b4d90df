import { isBeyondInt64, isDigits } from '../../shared/coze/scope/read-ids.ts';

export const shownAtMost = 300;

/** What makes `id` unlike Coze's ids, which are 64-bit integers; null when nothing does. */
export function oddityOf(id: string): 'notAnId' | 'tooLarge' | null {
  if (!isDigits(id)) return 'notAnId';
  return isBeyondInt64(id) ? 'tooLarge' : null;
}

/** The ids that are shown: odd ones are never left out before others, and stand last, beside the field for more. */
export function chipsShown(ids: readonly string[]): readonly string[] {
  const odd = ids.filter((id) => oddityOf(id) !== null).slice(0, shownAtMost);
  const others = ids.filter((id) => oddityOf(id) === null).slice(0, shownAtMost - odd.length);
  return [...others, ...odd];
}
