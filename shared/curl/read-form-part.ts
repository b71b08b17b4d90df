import type { FormPart } from './http-request.ts';

export interface ReadPart {
  readonly parts: readonly FormPart[];
  /** Names of what was said about the part and is not taken over, such as `headers`. */
  readonly notTaken: readonly string[];
  /** The file that the text of the part would be read from, `-` for what curl is fed; null for none. */
  readonly textFile: string | null;
}

interface Cursor {
  readonly text: string;
  at: number;
}

const quotedText = /"((?:[^"\\]+|\\[\s\S])*)"[^;,]*/y;

/** A value up to one of `ends`; between double quotes `\"` and `\\` are escapes, and `ends` are characters. */
function readValue(cursor: Cursor, ends: string): string {
  const blanks = /[ \t]*/y;
  blanks.lastIndex = cursor.at;
  const from = cursor.at + (blanks.exec(cursor.text)?.[0].length ?? 0);
  quotedText.lastIndex = from;
  const quoted = cursor.text[from] === '"' ? quotedText.exec(cursor.text) : null;
  if (quoted !== null) {
    cursor.at = from + quoted[0].length;
    return (quoted[1] ?? '').replace(/\\(["\\])/g, '$1');
  }
  let end = cursor.at;
  while (end < cursor.text.length && !ends.includes(cursor.text.charAt(end))) end += 1;
  const value = cursor.text.slice(cursor.at, end);
  cursor.at = end;
  return value;
}

interface Attributes {
  readonly contentType: string | null;
  readonly fileName: string | null;
  readonly notTaken: readonly string[];
}

function readAttributes(cursor: Cursor, ends: string): Attributes {
  let contentType: string | null = null;
  let fileName: string | null = null;
  const notTaken: string[] = [];
  while (cursor.text[cursor.at] === ';') {
    cursor.at += 1;
    const name = readValue(cursor, `=;${ends}`).trim();
    const hasValue = cursor.text[cursor.at] === '=';
    if (hasValue) cursor.at += 1;
    const value = hasValue ? readValue(cursor, `;${ends}`) : '';
    if (name === 'type') contentType = value.trim();
    else if (name === 'filename') fileName = value;
    else if (contentType !== null && hasValue && fileName === null && /^(?:charset|boundary)$/i.test(name))
      contentType += `; ${name}=${value}`;
    else if (name !== '') notTaken.push(name.slice(0, 40));
  }
  return { contentType, fileName, notTaken };
}

function readFiles(name: string, cursor: Cursor): ReadPart {
  const parts: FormPart[] = [];
  const notTaken: string[] = [];
  do {
    cursor.at += 1;
    const path = readValue(cursor, ';,');
    const { contentType, fileName, notTaken: more } = readAttributes(cursor, ',');
    parts.push({ kind: 'file', name, path, fileName, contentType });
    notTaken.push(...more);
  } while (cursor.text[cursor.at] === ',');
  return { parts, notTaken, textFile: null };
}

/**
 * Reads the value of `-F`: `name=text`, `name=@file`, `name=<file`, with `;type=` and `;filename=` behind it (curl
 * manual, `--form`). Null for what is no part. A text that curl would read from a file is empty, and the file named.
 */
export function readFormPart(text: string): ReadPart | null {
  const equals = text.indexOf('=');
  if (equals < 1) return null;
  const name = text.slice(0, equals);
  const cursor = { text, at: equals + 1 };
  if (text[cursor.at] === '@') return readFiles(name, cursor);
  const isRead = text[cursor.at] === '<';
  if (isRead) cursor.at += 1;
  const value = readValue(cursor, ';');
  const { contentType, fileName, notTaken } = readAttributes(cursor, '');
  return {
    parts: [{ kind: 'text', name, text: isRead ? '' : value, contentType }],
    notTaken: fileName === null ? notTaken : [...notTaken, 'filename'],
    textFile: isRead ? value : null,
  };
}
