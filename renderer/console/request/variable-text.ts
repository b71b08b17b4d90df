/** The name of a variable, as a set of variables may hold it. */
const name = String.raw`[\p{L}_][\p{L}\p{N}_.-]{0,63}`;
const variable = new RegExp(String.raw`\{\{\s*(${name})\s*\}\}`, 'gu');

/** A piece of a text: itself, or what a variable stands for. */
export interface TextPiece {
  readonly text: string;
  /** Null for a piece that is no `{{variable}}`. */
  readonly variable: string | null;
}

/** The text in pieces, in order and without gaps. */
export function piecesOf(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(variable)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), variable: null });
    pieces.push({ text: match[0], variable: match[1] ?? '' });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), variable: null });
  return pieces;
}

/** Names of the variables in `text`, each once. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(variable)].map((match) => match[1] ?? ''))];
}

/** The text with `change` applied to everything but its variables. */
export function aroundVariables(text: string, change: (piece: string) => string): string {
  return piecesOf(text)
    .map((piece) => (piece.variable === null ? change(piece.text) : piece.text))
    .join('');
}
