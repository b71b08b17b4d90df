import { ProblemError } from '../../shared/problem.ts';
import { decodeKeyText } from '../keys/decode-key-text.ts';
import { type OauthConfig, readOauthConfig } from '../keys/read-oauth-config.ts';
import { keyInputLimit, type ReadKey } from '../keys/read-private-key.ts';
import type { CommandContext } from './command.ts';
import { readInputFile } from './read-input.ts';
import { readKeyInput } from './read-key-file.ts';

export interface ReadFile<Key> {
  readonly key: Key;
  /** What `coze_oauth_config.json` says; null for a key alone. */
  readonly config: OauthConfig | null;
}

/**
 * Reads a private key file, or a `coze_oauth_config.json` that may have a key in it.
 *
 * @throws UsageError when the file cannot be read
 * @throws ProblemError `key/…`, `app/config-…`; an `AbortError` when the question for the passphrase is left
 */
export async function readImport(path: string, context: CommandContext): Promise<ReadFile<ReadKey | null>> {
  const bytes = await readInputFile(path, keyInputLimit, context.terminal);
  try {
    const text = bytes.length > keyInputLimit ? null : decodeKeyText(bytes);
    const config = text === null ? null : readOauthConfig(text);
    if (config === null) return { key: await readKeyInput(bytes, path, context), config };
    const { privateKey } = config;
    return { key: privateKey === null ? null : await readKeyInput(privateKey, path, context), config };
  } finally {
    bytes.fill(0);
  }
}

/** As {@link readImport}, with a key in any case. @throws ProblemError `key/none-found` */
export async function readConfigOrKey(path: string, context: CommandContext): Promise<ReadFile<ReadKey>> {
  const { key, config } = await readImport(path, context);
  if (key === null) throw new ProblemError('key/none-found');
  return { key, config };
}
