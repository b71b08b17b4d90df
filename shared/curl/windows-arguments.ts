/** One argument, and the range of the command line that it was made of. */
export interface Argument {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isOpen: boolean;
}

const token = /(\\*)"|[^ \t"\\]+|\\+|[ \t]+/y;

/**
 * Takes a command line apart as the C runtime of Windows does ("Parsing C command-line arguments"): backslashes are
 * special only before a quote, and `""` between quotes is one.
 */
export function windowsArguments(line: string): readonly Argument[] {
  const found: Argument[] = [];
  let pieces: string[] | null = null;
  let start = 0;
  let inQuotes = false;
  const add = (text: string, at: number) => {
    if (pieces === null) start = at;
    pieces ??= [];
    pieces.push(text);
  };
  const close = (end: number) => {
    if (pieces !== null) found.push({ text: pieces.join(''), start, end, isOpen: inQuotes });
    pieces = null;
  };

  token.lastIndex = 0;
  while (token.lastIndex < line.length) {
    const at = token.lastIndex;
    const [piece = '', backslashes] = token.exec(line) ?? [line.slice(at)];
    if (backslashes !== undefined) {
      const isCharacter = backslashes.length % 2 === 1;
      const isDoubled = !isCharacter && inQuotes && line[at + piece.length] === '"';
      add('\\'.repeat(backslashes.length >> 1) + (isCharacter || isDoubled ? '"' : ''), at);
      if (isDoubled) token.lastIndex += 1;
      else if (!isCharacter) inQuotes = !inQuotes;
    } else if (/^[ \t]/.test(piece) && !inQuotes) {
      close(at);
    } else {
      add(piece, at);
    }
  }
  close(line.length);
  return found;
}
