const longInteger = /\d{16}/;
const stringOrNumber = /"(?:[^"\\]+|\\[\s\S]?)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON like `JSON.parse`, except that integers of more than 15 digits become strings of those digits: an id of 64
 * bits stays what it was.
 *
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseExact(text: string): unknown {
  if (!longInteger.test(text)) return JSON.parse(text);
  const quoted = text.replace(stringOrNumber, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token));
  return JSON.parse(quoted);
}
