import { pointerStep } from '../../json/json-members.ts';
import { changeList } from './change-list.ts';
import { isBeyondInt64, isDigits } from './read-ids.ts';
import { named, type ScopeFinding, scopeFinding } from './scope-finding.ts';
import { type ListEntry, type ListName, listPaths, type ScopeList } from './scope-lists.ts';

type FullList = Extract<ScopeList, { readonly kind: 'list' }>;

export function pointerOf(path: readonly string[]): string {
  return path.map(pointerStep).join('');
}

function wrongKinds(text: string, name: ListName, { entries }: FullList): readonly ScopeFinding[] {
  const path = pointerOf(listPaths[name]);
  const numbers = entries.filter(({ kind }) => kind === 'number');
  const others = entries.filter(({ kind }) => kind === 'other');
  const quoted = entries.map(({ kind, source }) => (kind === 'number' ? JSON.stringify(source) : source));
  return [
    ...(numbers.length === 0
      ? []
      : [
          scopeFinding('entry-is-number', {
            path,
            params: named(numbers.map((entry) => entry.text)),
            places: numbers,
            fix: { kind: 'to-text', value: '', text: changeList(text, name, quoted) },
          }),
        ]),
    ...(others.length === 0
      ? []
      : [
          scopeFinding('entry-not-text', {
            path,
            params: named(others.map(({ source }) => source)),
            places: others,
          }),
        ]),
  ];
}

function repeated(text: string, name: ListName, { entries }: FullList): readonly ScopeFinding[] {
  const seen = new Set<string>();
  const again: ListEntry[] = [];
  const kept: string[] = [];
  for (const entry of entries) {
    if (entry.kind === 'text' && seen.has(entry.text)) again.push(entry);
    else kept.push(entry.source);
    if (entry.kind === 'text') seen.add(entry.text);
  }
  if (again.length === 0) return [];
  return [
    scopeFinding('entry-repeated', {
      path: pointerOf(listPaths[name]),
      params: named([...new Set(again.map((entry) => entry.text))]),
      places: again,
      fix: { kind: 'remove-repeated', value: '', text: changeList(text, name, kept) },
    }),
  ];
}

function spaced(text: string, name: ListName, { entries }: FullList): readonly ScopeFinding[] {
  const path = pointerOf(listPaths[name]);
  const empty = entries.filter((entry) => entry.kind === 'text' && entry.text.trim() === '');
  const padded = entries.filter(
    (entry) => entry.kind === 'text' && entry.text.trim() !== '' && entry.text.trim() !== entry.text,
  );
  const trimmed = entries.map((entry) =>
    padded.includes(entry) ? JSON.stringify(entry.text.trim()) : entry.source,
  );
  const filled = entries.filter((entry) => !empty.includes(entry)).map(({ source }) => source);
  return [
    ...(empty.length === 0
      ? []
      : [
          scopeFinding('entry-empty', {
            path,
            params: { count: empty.length },
            places: empty,
            fix: { kind: 'remove', value: '', text: changeList(text, name, filled) },
          }),
        ]),
    ...(padded.length === 0
      ? []
      : [
          scopeFinding('entry-spaces', {
            path,
            params: named(padded.map((entry) => entry.text)),
            places: padded,
            fix: { kind: 'trim', value: '', text: changeList(text, name, trimmed) },
          }),
        ]),
  ];
}

/** What is odd about the entries of any list: their kinds, repetitions, white space, or that there are none. */
export function lintEntries(text: string, name: ListName, list: FullList): readonly ScopeFinding[] {
  if (list.entries.length === 0) {
    return [scopeFinding('list-empty', { path: pointerOf(listPaths[name]), places: [list] })];
  }
  return [...wrongKinds(text, name, list), ...spaced(text, name, list), ...repeated(text, name, list)];
}

/** What is odd about texts that should be ids: 64-bit integers in decimal. */
export function lintIds(name: ListName, { entries }: FullList): readonly ScopeFinding[] {
  const path = pointerOf(listPaths[name]);
  const texts = entries.filter((entry) => entry.kind === 'text' && entry.text.trim() !== '');
  const odd = texts.filter((entry) => !isDigits(entry.text.trim()));
  const large = texts.filter((entry) => isBeyondInt64(entry.text.trim()));
  return [
    ...(odd.length === 0
      ? []
      : [
          scopeFinding('id-not-digits', {
            path,
            params: named(odd.map((entry) => entry.text)),
            places: odd,
          }),
        ]),
    ...(large.length === 0
      ? []
      : [
          scopeFinding('id-beyond-64-bit', {
            path,
            params: named(large.map((entry) => entry.text)),
            places: large,
          }),
        ]),
  ];
}
