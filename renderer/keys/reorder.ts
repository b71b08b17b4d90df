/** `ids` with `moved` put before or after `target`, the rest in their order. */
export function reorder(
  ids: readonly string[],
  moved: readonly string[],
  target: string,
  position: 'before' | 'after',
): string[] {
  const rest = ids.filter((id) => !moved.includes(id));
  const at = rest.indexOf(target);
  if (at < 0) return [...ids];
  const cut = position === 'after' ? at + 1 : at;
  return [...rest.slice(0, cut), ...ids.filter((id) => moved.includes(id)), ...rest.slice(cut)];
}
