import { ProblemError } from '../../shared/problem.ts';
import { keyInputLimit, type ReadKey, readPrivateKey } from '../keys/read-private-key.ts';
import { askPassphrase } from './ask-passphrase.ts';
import type { CommandContext } from './command.ts';
import { readInputFile } from './read-input.ts';

function isAskingForPassphrase(thrown: unknown): boolean {
  return thrown instanceof ProblemError && thrown.problem.code === 'key/passphrase-needed';
}

/**
 * Reads a private key file. The passphrase of an encrypted one comes from `COZE_MINT_PASSPHRASE`, or is asked for on
 * the terminal.
 *
 * @throws UsageError when the file cannot be read
 * @throws ProblemError `key/…`; an `AbortError` when the question is left
 */
export async function readKeyFile(path: string, { terminal, say }: CommandContext): Promise<ReadKey> {
  const bytes = await readInputFile(path, keyInputLimit, terminal);
  const fromEnvironment = terminal.env['COZE_MINT_PASSPHRASE'] ?? null;
  try {
    return readPrivateKey(bytes, fromEnvironment);
  } catch (thrown) {
    if (fromEnvironment !== null || !isAskingForPassphrase(thrown)) throw thrown;
    const passphrase = await askPassphrase(say('passphrase.question', { path }));
    if (passphrase === null) throw thrown;
    return readPrivateKey(bytes, passphrase);
  }
}
