import { findIn } from '../../shared/jwt/find-in.ts';
import type { FoundTokens } from '../../shared/jwt/find-tokens.ts';
import { readStdin, textOfBytes } from './read-input.ts';
import type { Terminal } from './terminal.ts';

/** True when the text with the tokens is to come from standard input: none was given, or `-`. */
export function isFromStdin(positionals: readonly string[]): boolean {
  return positionals.length === 0 || (positionals.length === 1 && positionals[0] === '-');
}

/**
 * The tokens in the text that was given, or in standard input.
 *
 * @throws UsageError when standard input is a terminal, or too long
 */
export async function readTokens(positionals: readonly string[], terminal: Terminal): Promise<FoundTokens> {
  const text = isFromStdin(positionals) ? textOfBytes(await readStdin(terminal)) : positionals.join(' ');
  const found = findIn(text);
  return found.kind === 'tokens' ? found : { tokens: [], isCut: false };
}
