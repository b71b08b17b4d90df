import type { CodeMember, CodeValue } from './code-value.ts';

export interface Brackets {
  readonly open: string;
  readonly close: string;
}

/** How a language writes JSON down as a literal. */
export interface LiteralSyntax {
  readonly text: (text: string) => string;
  readonly number: (source: string) => string;
  readonly words: Readonly<Record<'true' | 'false' | 'null', string>>;
  /** The expression for the moment `now` plus `offset` seconds. */
  readonly moment: (offset: number) => string;
  /** The expression for 32 random bytes as base64url. */
  readonly random: string;
  readonly name: (name: string) => string;
  /** What stands between a name and its value. */
  readonly nameEnd: string;
  readonly object: Brackets;
  readonly array: Brackets;
  /** Stands inside the brackets of an object on one line. */
  readonly padding: string;
  /** After the last of several lines. */
  readonly lastComma: string;
  readonly indent: string;
  /** An array that holds `null` alone, where that needs a spelling of its own. */
  readonly arrayOfNull?: string;
  /** Lays the lines of members out; without it each is its name, `nameEnd`, its value. */
  readonly align?: (entries: readonly Entry[]) => readonly string[];
}

/** A member as it is written; the value may take several lines. */
export interface Entry {
  readonly name: string;
  readonly value: string;
}

const longestLine = 88;

/** `now`, `now + 600` or `now - 5`, as every language here writes it. */
export function momentFromNow(offset: number, digits: (seconds: number) => string = String): string {
  if (offset === 0) return 'now';
  return offset > 0 ? `now + ${digits(offset)}` : `now - ${digits(-offset)}`;
}

function linesBetween(
  { open, close }: Brackets,
  lines: readonly string[],
  syntax: LiteralSyntax,
  depth: number,
): string {
  const last = lines.length - 1;
  const body = lines.map(
    (line, at) => `${syntax.indent.repeat(depth + 1)}${line}${at === last ? syntax.lastComma : ','}\n`,
  );
  return `${open}\n${body.join('')}${syntax.indent.repeat(depth)}${close}`;
}

function fits(parts: readonly string[], depth: number, { indent }: LiteralSyntax): boolean {
  let room = longestLine - depth * indent.length;
  for (const part of parts) {
    room -= part.length + 2;
    if (room < 0 || part.includes('\n')) return false;
  }
  return true;
}

function plainLines(entries: readonly Entry[], { nameEnd }: LiteralSyntax): readonly string[] {
  return entries.map(({ name, value }) => name + nameEnd + value);
}

function entriesOf(members: readonly CodeMember[], syntax: LiteralSyntax, depth: number): readonly Entry[] {
  return members.map(({ name, value }) => ({
    name: syntax.name(name),
    value: literal(value, syntax, depth + 1),
  }));
}

function entryLines(entries: readonly Entry[], syntax: LiteralSyntax): readonly string[] {
  return syntax.align?.(entries) ?? plainLines(entries, syntax);
}

/**
 * An object as a literal with a line for each member, whatever its length; `brackets` replace those of `syntax`. The
 * first line is not indented, the others are by `depth` steps.
 */
export function tallObject(
  members: readonly CodeMember[],
  syntax: LiteralSyntax,
  depth: number,
  brackets: Brackets = syntax.object,
): string {
  if (members.length === 0) return brackets.open + brackets.close;
  return linesBetween(brackets, entryLines(entriesOf(members, syntax, depth), syntax), syntax, depth);
}

function objectLiteral(members: readonly CodeMember[], syntax: LiteralSyntax, depth: number): string {
  const { open, close } = syntax.object;
  if (members.length === 0) return open + close;
  const entries = entriesOf(members, syntax, depth);
  const parts = plainLines(entries, syntax);
  if (fits(parts, depth, syntax)) return open + syntax.padding + parts.join(', ') + syntax.padding + close;
  return linesBetween(syntax.object, entryLines(entries, syntax), syntax, depth);
}

function arrayLiteral(items: readonly CodeValue[], syntax: LiteralSyntax, depth: number): string {
  const { open, close } = syntax.array;
  const parts = items.map((item) => literal(item, syntax, depth + 1));
  if (parts.length === 1 && parts[0] === syntax.words.null)
    return syntax.arrayOfNull ?? open + parts[0] + close;
  if (fits(parts, depth, syntax)) return open + parts.join(', ') + close;
  return linesBetween(syntax.array, parts, syntax, depth);
}

/** `value` as a literal: on one line where that is short, else a line for each member or item. */
export function literal(value: CodeValue, syntax: LiteralSyntax, depth: number): string {
  switch (value.kind) {
    case 'text':
      return syntax.text(value.text);
    case 'number':
      return syntax.number(value.source);
    case 'word':
      return syntax.words[value.word];
    case 'moment':
      return syntax.moment(value.offset);
    case 'random':
      return syntax.random;
    case 'array':
      return arrayLiteral(value.items, syntax, depth);
    case 'object':
      return objectLiteral(value.members, syntax, depth);
  }
}
