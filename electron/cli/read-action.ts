import { UsageError } from './usage-error.ts';

/**
 * The word after the command, and what belongs to it.
 *
 * @param actions - how many more words each takes
 * @throws UsageError for another word, and for another number of words
 */
export function readAction<Action extends string>(
  positionals: readonly string[],
  actions: Readonly<Record<Action, number>>,
): { readonly action: Action; readonly rest: readonly string[] } {
  const [word, ...rest] = positionals;
  const names = Object.keys(actions) as Action[];
  const action = names.find((name) => name === word);
  const known = names.join(', ');
  if (word === undefined) throw new UsageError('usage.action-missing', { known });
  if (action === undefined) throw new UsageError('usage.no-action', { given: word, known });
  const wanted = actions[action];
  const extra = rest[wanted];
  if (extra !== undefined) throw new UsageError('usage.unexpected-argument', { argument: extra });
  if (rest.length < wanted) throw new UsageError('usage.missing-operand', { action });
  return { action, rest };
}
