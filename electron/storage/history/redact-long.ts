import { redact } from '../../../shared/redact.ts';

/** Characters that are looked at together, and the most of them where the text nowhere can be cut. */
const usualPiece = 64 * 1024;
const longestPiece = 1024 * 1024;

/** Without one of these, in any case, only a key or a JWT can be in a text. One pattern is looked for in one go. */
const clue =
  /private|authorization|bearer|access_token|refresh_token|client_secret|assertion|code_|cz[su]_|[ps]at_|"(?:d[pq]?|p|qi?|k)["\\]/i;

/** Where a bare key or a JWT can begin: at the beginning of a word, or after an escape. */
const wordClue = /(?:\b|%[0-9A-Fa-f]{2}|\\[bfnrt]|\\u[0-9A-Fa-f]{4})(?:MII[C-J]|eyJ)/;

function mayHoldSecret(piece: string): boolean {
  if (clue.test(piece)) return true;
  return (piece.includes('MII') || piece.includes('eyJ')) && wordClue.test(piece);
}

/** Where a value of JSON has ended: no secret goes on behind that. */
const seams = ['",', '},', '],'] as const;
/** The same of a line that is no line of base64. */
const lineSeam = /[^A-Za-z0-9+/=_-]\n/g;

/** Where the last seam of the text ends; 0 when it has none. */
function lastSeam(text: string): number {
  const last = Math.max(...seams.map((seam) => text.lastIndexOf(seam)));
  if (last >= 0) return last + 2;
  const lines = [...text.matchAll(lineSeam)];
  return (lines.at(-1)?.index ?? -2) + 2;
}

/** Where a PEM begins that does not end in the text; its length when there is none. */
function startOfOpenPem(text: string): number {
  const opened = text.lastIndexOf('-----BEGIN');
  return opened === -1 || text.includes('-----END', opened) ? text.length : opened;
}

/** Length of the first piece of `text` from `from` on. */
function pieceLength(text: string, from: number): number {
  for (let length = usualPiece; length < longestPiece; length *= 2) {
    if (from + length >= text.length) return text.length - from;
    const piece = text.slice(from, from + length);
    const cut = lastSeam(piece.slice(0, startOfOpenPem(piece)));
    if (cut > 0) return cut;
  }
  return Math.min(longestPiece, text.length - from);
}

/**
 * The same as {@link redact} for a text of megabytes: piece by piece, and so that other work gets its turn between two
 * pieces. A piece ends where no secret can go on.
 */
export async function redactLong(text: string): Promise<string> {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const piece = text.slice(at, at + pieceLength(text, at));
    pieces.push(mayHoldSecret(piece) ? redact(piece) : piece);
    at += piece.length;
    if (at < text.length) await new Promise(setImmediate);
  }
  return pieces.join('');
}
