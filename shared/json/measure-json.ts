export interface JsonMeasure {
  /** Deepest nesting of objects and arrays. */
  readonly depth: number;
  /** Upper bound of members and elements together. */
  readonly members: number;
}

const quote = 0x22;
const backslash = 0x5c;

/** Index of the quotation mark that ends the string opened at `open`, or `text.length` when none does. */
export function endOfString(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    at += code === backslash ? 2 : 1;
  }
  return text.length;
}

/** Measures JSON text in one pass without recursion, so that a parser that recurses can be spared. Never throws. */
export function measureJson(text: string): JsonMeasure {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        members += 1;
        if (depth > deepest) deepest = depth;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        break;
      case 0x2c: // ,
        members += 1;
        break;
    }
  }
  return { depth: deepest, members };
}
