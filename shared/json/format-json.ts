import { endOfString } from './measure-json.ts';

const maxIndentSteps = 64;
const structural = /[[\]{}:,"\s]/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function endOfScalar(text: string, start: number): number {
  let at = start;
  while (at < text.length && !structural.test(text.charAt(at))) at += 1;
  return at;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/**
 * Lays JSON out with `indent` spaces a level. Only white space between tokens changes: every digit, escape, duplicate
 * and the order of members stay. Text that is not JSON comes back as it was. Takes time in proportion to its length
 * at any depth; indentation stops growing at 64 levels.
 */
export function formatJson(text: string, indent = 2): string {
  if (!isJson(text)) return text;
  const parts: string[] = [];
  let depth = 0;
  const breakLine = () => parts.push('\n', ' '.repeat(indent * Math.min(depth, maxIndentSteps)));

  let at = skipSpace(text, 0);
  while (at < text.length) {
    const char = text.charAt(at);
    let end = at + 1;
    if (char === '{' || char === '[') {
      const next = skipSpace(text, end);
      const close = text.charAt(next);
      if (close === '}' || close === ']') {
        parts.push(char, close);
        end = next + 1;
      } else {
        depth += 1;
        parts.push(char);
        breakLine();
      }
    } else if (char === '}' || char === ']') {
      depth -= 1;
      breakLine();
      parts.push(char);
    } else if (char === ',') {
      parts.push(char);
      breakLine();
    } else if (char === ':') {
      parts.push(': ');
    } else {
      end = char === '"' ? endOfString(text, at) + 1 : endOfScalar(text, at);
      parts.push(text.slice(at, end));
    }
    at = skipSpace(text, end);
  }
  return parts.join('');
}
