import type { HttpRequest } from './http-request.ts';
import type { WordPiece } from './quote-word.ts';
import type { Shell } from './split-command.ts';

/** Why no command line can carry a request; the texts stand in the screens' `request:copyAs.impossible`. */
export type CurlObstacle =
  /** A header over several lines. */
  | 'header-lines'
  /** `=` in the name of a part. */
  | 'part-name'
  /** A quote or a `;` of its own in the type of a part. */
  | 'part-type'
  | 'zero'
  /** Half a surrogate pair. */
  | 'half-pair'
  | 'carriage-return'
  | 'too-long'
  /** The versions of PowerShell would pass it on differently, however it is written. */
  | 'quotes';

/** Linux takes no argument of 128 KiB or more (execve(2), MAX_ARG_STRLEN); cmd no line of more than 8191 characters. */
const longestArgument: Readonly<Record<Shell, number>> = { posix: 131_000, cmd: 8191, powershell: 32_767 };

/** What of a request curl itself has no option for. */
export function requestObstacle({ headers, body }: HttpRequest): CurlObstacle | null {
  const parts = body?.kind === 'form' ? body.parts : [];
  if (headers.some(([, value]) => /[\r\n]/.test(value))) return 'header-lines';
  if (parts.some(({ name }) => name.includes('='))) return 'part-name';
  const isOdd = (type: string | null) => /[";]/.test(type?.split(/;\s*\w+=/)[0] ?? '');
  return parts.some(({ contentType }) => isOdd(contentType)) ? 'part-type' : null;
}

/** What of the arguments the shell cannot hand on. */
export function argumentObstacle(pieces: readonly WordPiece[], shell: Shell): CurlObstacle | null {
  const texts = pieces.filter((piece) => typeof piece === 'string');
  if (texts.some((text) => text.includes('\0'))) return 'zero';
  if (texts.some((text) => /\p{Cs}/u.test(text))) return 'half-pair';
  // There is no need to quote anything to know that it is too long.
  if (texts.some((text) => text.length > longestArgument[shell])) return 'too-long';
  // cmd's prompt ends a line at each, whatever stands before it.
  return shell === 'cmd' && texts.some((text) => text.includes('\r')) ? 'carriage-return' : null;
}

/** Whether the shell takes no command of these lines. */
export function isTooLong(lines: readonly string[], command: string, shell: Shell): boolean {
  const isOver = (line: string) => new TextEncoder().encode(line).length > longestArgument[shell];
  return shell === 'cmd' ? isOver(command) : lines.some(isOver);
}
