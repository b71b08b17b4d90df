import { type CodeMember, type CodeValue, someValue } from './code-value.ts';
import { escapeText, hasUnseen, hex, type TextSyntax } from './escape-text.ts';
import { type LiteralSyntax, momentFromNow } from './literal.ts';
import { isIntegerSource } from './number-source.ts';

// Unicode escapes are resolved before anything else is read (JLS §3.3), so a line end or a quote must never be one.
const unicodeEscape = (codePoint: number) =>
  codePoint > 0xffff
    ? [...String.fromCodePoint(codePoint).split('')]
        .map((half) => `\\u${hex(half.charCodeAt(0), 4)}`)
        .join('')
    : `\\u${hex(codePoint, 4)}`;

const text: TextSyntax = {
  quote: '"',
  named: { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' },
  coded: unicodeEscape,
};

/** So many UTF-16 code units always fit into the 65 535 bytes of a string constant (JVMS §4.4.7). */
const longestConstant = 21_000;

function splitText(value: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (value.length - start > longestConstant) {
    const end = start + longestConstant;
    const tearsPair = /^[\ud800-\udbff]$/.test(value.charAt(end - 1));
    parts.push(value.slice(start, tearsPair ? end - 1 : end));
    start = tearsPair ? end - 1 : end;
  }
  return [...parts, value.slice(start)];
}

/** A Java string; one that is too long for a constant is joined from several. */
export function javaText(value: string): string {
  const parts = splitText(value).map((part) => `"${escapeText(part, text)}"`);
  return parts.length === 1 ? (parts[0] ?? '""') : `String.join("", ${parts.join(', ')})`;
}

/** A Java string of JSON text: a text block (JLS §3.10.6) of one line, unless it is long or has what no reader sees. */
export function javaJson(json: string, indent: string): string {
  if (json.length > longestConstant || hasUnseen(json)) return javaText(json);
  const { '"': _, ...named } = text.named;
  return `"""\n${indent}${escapeText(json, { ...text, named }).replaceAll('"""', '""\\"')}"""`;
}

function javaNumber(source: string): string {
  if (!isIntegerSource(source)) return `new BigDecimal("${source}")`;
  if (/^-?\d{1,9}$/.test(source)) return source;
  return /^-?\d{1,18}$/.test(source) ? `${source}L` : `new BigInteger(${javaText(source)})`;
}

/** JSON as Java writes it, with the two methods of {@link javaBuilders}. */
export const javaSyntax: LiteralSyntax = {
  text: javaText,
  number: javaNumber,
  words: { true: 'true', false: 'false', null: 'null' },
  moment: (offset) => momentFromNow(offset, (seconds) => javaNumber(String(seconds))),
  random: 'Base64.getUrlEncoder().withoutPadding().encodeToString(jti)',
  name: javaText,
  nameEnd: ', ',
  object: { open: 'object(', close: ')' },
  array: { open: 'array(', close: ')' },
  padding: '',
  lastComma: '',
  indent: '    ',
  arrayOfNull: 'array((Object) null)',
};

/** A number that `BigDecimal` or a string constant has no room for. */
export function isBeyondJava(value: CodeValue): boolean {
  if (value.kind !== 'number' || isIntegerSource(value.source)) return false;
  return value.source.length > longestConstant || /e[+-]?\d{9}/i.test(value.source);
}

/** The methods that `javaSyntax` calls for objects and arrays inside `members`. */
export function javaBuilders(members: readonly CodeMember[]): string {
  const objects = `
    /** A JSON object whose members keep their order. */
    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
`;
  const arrays = `
    private static List<Object> array(Object... items) {
        return Arrays.asList(items);
    }
`;
  const has = (kind: CodeValue['kind']) => someValue(members, (value) => value.kind === kind);
  return (has('object') ? objects : '') + (has('array') ? arrays : '');
}
