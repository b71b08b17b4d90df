import { hasUnseen, hex, quoteText, type TextSyntax } from './escape-text.ts';
import { type Entry, type LiteralSyntax, momentFromNow } from './literal.ts';

const text: TextSyntax = {
  quote: '"',
  named: { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' },
  coded: (codePoint) => (codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`),
};

/** A Go string: raw where that spares escapes and nothing in it is unseen. */
export function goText(value: string): string {
  const raw = /["\\]/.test(value) && !value.includes('`') && !hasUnseen(value);
  return raw ? `\`${value}\`` : quoteText(value, text);
}

/** An integer that every Go `int` holds stands bare; any other number keeps its digits in a `json.Number`. */
function goNumber(source: string): string {
  return /^-?[1-9]\d{0,8}$|^0$/.test(source) ? source : `json.Number("${source}")`;
}

const smallName = 40;
const farFromMean = 2.5;

interface Column {
  readonly entries: Entry[];
  readonly lastWidth: number;
  readonly logSum: number;
}

/** Whether gofmt lines up a name of this width with those before it (go/printer, exprList). */
function joins(width: number, { entries, lastWidth, logSum }: Column): boolean {
  if (lastWidth <= smallName && width <= smallName) return true;
  const mean = Math.exp(logSum / entries.length);
  return farFromMean * width > mean && farFromMean * mean > width;
}

/** The entries in runs whose values gofmt lines up; an entry of several lines is alone. */
function columnsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const columns: (readonly Entry[])[] = [];
  let open: Column | null = null;
  for (const entry of entries) {
    const width = new TextEncoder().encode(entry.name).length;
    const isTall = entry.value.includes('\n');
    if (!isTall && open !== null && joins(width, open)) {
      open.entries.push(entry);
      open = { entries: open.entries, lastWidth: width, logSum: open.logSum + Math.log(width) };
    } else {
      const column = [entry];
      columns.push(column);
      open = isTall ? null : { entries: column, lastWidth: width, logSum: Math.log(width) };
    }
  }
  return columns;
}

/** Lines up the values as gofmt does. */
function alignEntries(entries: readonly Entry[]): readonly string[] {
  return columnsOf(entries).flatMap((column) => {
    const widest = column.reduce((width, { name }) => Math.max(width, [...name].length), 0);
    return column.map(({ name, value }) => `${name}:${' '.repeat(widest - [...name].length + 1)}${value}`);
  });
}

/** JSON as Go writes it for `encoding/json`. */
export const goSyntax: LiteralSyntax = {
  text: goText,
  number: goNumber,
  words: { true: 'true', false: 'false', null: 'nil' },
  moment: momentFromNow,
  random: 'base64.RawURLEncoding.EncodeToString(jti)',
  name: (name) => quoteText(name, text),
  nameEnd: ': ',
  object: { open: 'map[string]any{', close: '}' },
  array: { open: '[]any{', close: '}' },
  padding: '',
  lastComma: ',',
  indent: '\t',
  align: alignEntries,
};
