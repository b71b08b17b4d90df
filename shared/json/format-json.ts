import { isJson } from './is-json.ts';
import { endOfString } from './measure-json.ts';

const maxIndentSteps = 64;

function endsScalar(code: number): boolean {
  return code <= 0x20 || code === 0x2c || code === 0x5d || code === 0x7d; // , ] }
}

function endOfScalar(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !endsScalar(text.charCodeAt(at))) at += 1;
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
  const lineBreaks = Array.from(
    { length: maxIndentSteps + 1 },
    (_, step) => `\n${' '.repeat(indent * step)}`,
  );
  let depth = 0;
  let laidOut = '';
  const lineBreak = () => lineBreaks[Math.min(depth, maxIndentSteps)] ?? '';

  let at = skipSpace(text, 0);
  while (at < text.length) {
    const char = text.charAt(at);
    let end = at + 1;
    if (char === '{' || char === '[') {
      const next = skipSpace(text, end);
      const close = text.charAt(next);
      if (close === '}' || close === ']') {
        laidOut += char + close;
        end = next + 1;
      } else {
        depth += 1;
        laidOut += char + lineBreak();
      }
    } else if (char === '}' || char === ']') {
      depth -= 1;
      laidOut += lineBreak() + char;
    } else if (char === ',') {
      laidOut += char + lineBreak();
    } else if (char === ':') {
      laidOut += ': ';
    } else {
      end = char === '"' ? endOfString(text, at) + 1 : endOfScalar(text, at);
      laidOut += text.slice(at, end);
    }
    at = skipSpace(text, end);
  }
  return laidOut;
}
