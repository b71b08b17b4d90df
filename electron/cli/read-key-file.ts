import { ProblemError } from '../../shared/problem.ts';
import { keyInputLimit, type ReadKey, readPrivateKey } from '../keys/read-private-key.ts';
import { askPassphrase } from './ask-passphrase.ts';
import type { CommandContext } from './command.ts';
import { readInputFile } from './read-input.ts';

function isAskingForPassphrase(thrown: unknown): boolean {
  return thrown instanceof ProblemError && thrown.problem.code === 'key/passphrase-needed';
}

/**
 * Reads a private key out of what was in `path`. The passphrase of an encrypted one comes from `COZE_MINT_PASSPHRASE`,
 * or is asked for on the terminal.
 *
 * @throws ProblemError `key/…`; an `AbortError` when the question is left
 */
export async function readKeyInput(
  input: Uint8Array | string,
  path: string,
  { terminal, say }: CommandContext,
): Promise<ReadKey> {
  const fromEnvironment = terminal.env['COZE_MINT_PASSPHRASE'] ?? null;
  try {
    return readPrivateKey(input, fromEnvironment);
  } catch (thrown) {
    if (fromEnvironment !== null || !isAskingForPassphrase(thrown)) throw thrown;
    const passphrase = await askPassphrase(say('passphrase.question', { path }));
    if (passphrase === null) throw thrown;
    return readPrivateKey(input, passphrase);
  }
}

/**
 * Reads a private key file.
 *
 * @throws UsageError when the file cannot be read, and as {@link readKeyInput} does
 */
export async function readKeyFile(path: string, context: CommandContext): Promise<ReadKey> {
  return readKeyInput(await readInputFile(path, keyInputLimit, context.terminal), path, context);
}
