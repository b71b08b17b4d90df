import { redact } from '../../../shared/redact.ts';

/** Characters that are looked at together, and the most of them where the text nowhere can be cut. */
const usualPiece = 64 * 1024;
const longestPiece = 1024 * 1024;

/** Without one of these, in lower case, only a key or a JWT can be in a text. */
const clues: readonly string[] = [
  'private',
  'authorization',
  'bearer',
  'access_token',
  'refresh_token',
  'client_secret',
  'assertion',
  'code_',
  'czs_',
  'czu_',
  'pat_',
  'sat_',
  ...['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].flatMap((name) => [`"${name}"`, `"${name}\\`]),
];

/** Where a bare key or a JWT can begin: at the beginning of a word, or after an escape. */
const wordClue = /(?:\b|%[0-9A-Fa-f]{2}|\\[bfnrt]|\\u[0-9A-Fa-f]{4})(?:MII[C-J]|eyJ)/;

function mayHoldSecret(piece: string): boolean {
  const lower = piece.toLowerCase();
  return clues.some((clue) => lower.includes(clue)) || wordClue.test(piece);
}

/** Where a value of JSON has ended, or a line that is no line of base64: no secret goes on behind that. */
const seam = /["}\]],|[^A-Za-z0-9+/=_-]\n/g;
const begin = /-----BEGIN[A-Z0-9+% ]{1,60}PRIVATE/g;

function lastMatch(pattern: RegExp, text: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  for (const match of text.matchAll(pattern)) last = match;
  return last;
}

/** Length of the first piece of `text` from `from` on. */
function pieceLength(text: string, from: number): number {
  for (let length = usualPiece; length < longestPiece; length *= 2) {
    if (from + length >= text.length) return text.length - from;
    const piece = text.slice(from, from + length);
    const opened = lastMatch(begin, piece);
    const isOpen = opened !== null && !piece.includes('-----END', opened.index);
    const cut = lastMatch(seam, isOpen ? piece.slice(0, opened.index) : piece);
    if (cut !== null) return cut.index + cut[0].length;
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
