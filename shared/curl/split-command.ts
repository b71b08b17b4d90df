import type { CurlCode, TextPlace } from './curl-finding.ts';

/** The shells whose quoting is known: a POSIX shell with what bash adds, Windows' cmd, PowerShell. */
export type Shell = 'posix' | 'cmd' | 'powershell';

/** One argument of a command, without its quotes. */
export interface Word extends TextPlace {
  readonly text: string;
  /** Names of variables that stand in the text as they are written: their values are not known. */
  readonly variables: readonly string[];
}

/** Something about the shell's own syntax. */
export interface ShellIssue {
  readonly code: Extract<
    CurlCode,
    'quote-open' | 'substitution' | 'continuation-broken' | 'ampersand-in-word'
  >;
  readonly place: TextPlace;
}

/** What a shell makes of the text up to the end of one command. */
export interface SplitCommand {
  readonly words: readonly Word[];
  /** Where the text goes on after the command. */
  readonly end: number;
  /** What a here-document or here-string feeds to the command; null for none. */
  readonly stdin: string | null;
  readonly issues: readonly ShellIssue[];
}

/** Values of variables that were assigned in the text before the command. */
export type Assigned = ReadonlyMap<string, string>;

/** Collects words; the characters between two words are nobody's. */
export interface WordCollector {
  /** True between the first character or quote of a word and its end. */
  readonly isOpen: () => boolean;
  readonly add: (text: string, at: number) => void;
  /** Adds a variable: its value where that is known, else `source`, its name. */
  readonly addVariable: (name: string, source: string, at: number) => void;
  /** Names a variable that stands in what was added to the open word. */
  readonly mention: (name: string) => void;
  readonly note: (code: ShellIssue['code'], start: number, end: number) => void;
  readonly close: (end: number) => void;
  /** Gives up the open word, or takes the last closed one away. */
  readonly drop: () => Word | null;
  readonly openText: () => string;
  readonly done: (end: number, stdin?: string | null) => SplitCommand;
}

const mostIssues = 50;

/** So much text may come from variables, whatever refers to them how often. */
const longestExpansion = 65_536;

export function collectWords(assigned: Assigned): WordCollector {
  const words: Word[] = [];
  const issues: ShellIssue[] = [];
  let pieces: string[] | null = null;
  let variables: string[] = [];
  let start = 0;
  let expanded = 0;

  const add = (text: string, at: number) => {
    if (pieces === null) {
      pieces = [];
      variables = [];
      start = at;
    }
    if (text !== '') pieces.push(text);
  };
  const mention = (name: string) => {
    if (variables.length < mostIssues && !variables.includes(name)) variables.push(name);
  };
  const openText = () => pieces?.join('') ?? '';

  return {
    isOpen: () => pieces !== null,
    add,
    addVariable: (name, source, at) => {
      const value = assigned.get(name);
      if (value !== undefined && expanded + value.length <= longestExpansion) {
        expanded += value.length;
        add(value, at);
        return;
      }
      add(source, at);
      mention(name);
    },
    mention,
    note: (code, from, end) => {
      if (issues.length < mostIssues) issues.push({ code, place: { start: from, end } });
    },
    close: (end) => {
      if (pieces === null) return;
      words.push({ text: openText(), start, end, variables });
      pieces = null;
    },
    drop: () => {
      if (pieces === null) return words.pop() ?? null;
      pieces = null;
      return null;
    },
    openText,
    done: (end, stdin = null) => ({ words, end, stdin, issues }),
  };
}

/** The characters at `at` that `pattern`, which is sticky, takes; empty for none. */
export function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
