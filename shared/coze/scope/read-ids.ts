import { parseJson } from '../../json/parse-json.ts';

/** The largest signed 64-bit integer, which no id exceeds. */
const maxInt64 = 9_223_372_036_854_775_807n;

export function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}

/** True for digits beyond what Coze's ids, 64-bit integers, can hold. */
export function isBeyondInt64(text: string): boolean {
  return isDigits(text) && (text.length > 19 ? !/^0*\d{1,19}$/.test(text) : BigInt(text) > maxInt64);
}

/** Quotation marks and brackets of any language around an id. */
const wrapping = /^["'`“”‘’「」[\](){}<>]+|(?<!["'`“”‘’「」[\](){}<>])["'`“”‘’「」[\](){}<>]+$/g;
/** A page of an agent in Coze's console: `/space/<workspace>/bot/<agent>`. */
const inAddress = /^https?:\/\/\S*\/(?:bot|agent)\/(\d+)/i;

/** A label before ids, such as `智能体：`, at the beginning of a line; what stands before `//` is an address. */
const lineLabel = /^(?:(?!\d{5})[^:：,，;；、|\n]){1,40}[:：](?=\s*["'`“‘「[]*\d{5}|\s*$)/gmu;
/** The same before one id of several on a line. */
const wordLabel = /^[^:：]*[:：](?=["'`“‘「]?\d{5}|$)/u;

function idOf(word: string): string {
  const found = inAddress.exec(word)?.[1];
  return found ?? word.replace(wordLabel, '').replace(wrapping, '');
}

/** The entries of a JSON list with every digit of its numbers; null for anything else. */
function fromJson(text: string): readonly string[] | null {
  if (!text.trim().startsWith('[')) return null;
  const parsed = parseJson(text);
  if (!parsed.ok || parsed.tree.type !== 'array') return null;
  return (parsed.tree.children ?? []).map((node) =>
    node.type === 'string' ? String(node.value).trim() : text.slice(node.offset, node.offset + node.length),
  );
}

/**
 * The ids in a pasted text: a JSON list, or words parted by white space, commas and semicolons of either language, with
 * quotation marks, with a label such as `智能体：`, or as addresses of agents in Coze's console. Each once, in order, always as text.
 */
export function readIds(text: string): readonly string[] {
  const bare = text.replace(lineLabel, '');
  const words = fromJson(bare) ?? bare.split(/[\s,;，；、|]+/u).map(idOf);
  return [...new Set(words.filter((word) => word !== ''))];
}
