import { isContainer, type JsonIndex, kindOf } from './json-index.ts';
import { keyOfNode, valueText } from './node-text.ts';

/** Values that are looked at for ids: an answer names them early, and lists go on for long. */
const mostNodes = 5000;
const longestId = 400;

/**
 * The members of an answer whose value can be an id, the first of each name: texts and integers, every digit of them.
 * `id` is given with the name of the member around it, such as `data.id` and `data[].id`.
 */
export function foundIds(index: JsonIndex, isId: (name: string) => boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let node = 1; node < Math.min(index.count, mostNodes); node += 1) {
    const kind = kindOf(index, node);
    if (isContainer(index, node) || (kind !== 'string' && kind !== 'number')) continue;
    const key = keyOfNode(index, node);
    if (key === null) continue;
    const name = key === 'id' ? `${aroundName(index, node)}.id` : key;
    if (found.has(name) || !isId(name)) continue;
    const text = valueText(index, node);
    if (text !== '' && text !== '0' && text.length <= longestId && /^[\w./+=:?&%-]+$/.test(text))
      found.set(name, text);
  }
  return found;
}

function aroundName(index: JsonIndex, node: number): string {
  const object = index.parent[node] ?? 0;
  const own = keyOfNode(index, object);
  if (own !== null || object === 0) return own ?? '';
  const list = index.parent[object] ?? 0;
  return `${keyOfNode(index, list) ?? ''}[]`;
}
