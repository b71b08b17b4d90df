import { type ParseError, parseTree } from 'jsonc-parser';
import { type JsonMember, membersOf } from './json-members.ts';
import { measureJson } from './measure-json.ts';
import { defaultJsonLimits, type JsonLimits } from './parse-json.ts';

/**
 * The members of an object whose text is cut off or damaged, up to the first place that is not JSON; a member whose
 * value might go on there is left out. None for anything but an object, and beyond `limits`. Never throws.
 */
export function readCutObject(text: string, limits: JsonLimits = defaultJsonLimits): readonly JsonMember[] {
  if (!/^\s*\{/.test(text)) return [];
  const { depth, members } = measureJson(text);
  if (depth > limits.depth || members > limits.members) return [];
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (tree === undefined) return [];
  const damage = errors.reduce((first, { offset }) => Math.min(first, offset), text.length);
  return membersOf(tree).filter(({ value }) => {
    const end = value.offset + value.length;
    return end <= damage && /^\s*[,}]/.test(text.slice(end, end + 1000));
  });
}
