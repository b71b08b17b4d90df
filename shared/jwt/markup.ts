import { isWholeToken } from './expected-shape.ts';

/** Emphasis as chats and Markdown write it. More asterisks than this are a mask. */
const emphasis = '[*_]{1,3}';
const opensHere = new RegExp(`(?<![A-Za-z0-9_\\-+.*])${emphasis}$`);
const opensBefore = new RegExp(`(?<![A-Za-z0-9_\\-+.*])${emphasis}(?=[^\\s*_])`, 'g');
/** Words such as `Bearer` between the emphasis and the token. */
const longestLead = 200;

function mirrored(markup: string): string {
  return markup.split('').reverse().join('');
}

function lineBefore(source: string, at: number): string {
  const before = source.slice(Math.max(0, at - longestLead), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/**
 * How many characters at the end of `text`, the token found at `at`, close an emphasis that opens before it on its line.
 * Where other words stand between the two, only what follows a token that is whole is taken for that, because `_` is
 * base64url too and `*` may mask the rest. Never throws.
 */
export function markupAtEnd(source: string, at: number, text: string): number {
  const line = lineBefore(source, at);
  const own = opensHere.exec(line)?.[0];
  if (own !== undefined) return text.endsWith(mirrored(own)) ? own.length : 0;
  const openers = (line.match(opensBefore) ?? []).map(mirrored);
  const closing = openers.find(
    (closer) => text.endsWith(closer) && isWholeToken(text.slice(0, -closer.length)),
  );
  return closing === undefined || isWholeToken(text) ? 0 : closing.length;
}
