import type { Handlers, ImportResult } from '../../shared/bridge.ts';
import type { KeyDraft } from '../../shared/coze/key.ts';
import { ProblemError } from '../../shared/problem.ts';
import { unlessAborted } from '../http/unless-aborted.ts';
import { decodeKeyText } from '../keys/decode-key-text.ts';
import { generateKey } from '../keys/generate-key.ts';
import { type OauthConfig, readOauthConfig } from '../keys/read-oauth-config.ts';
import { keyInputLimit, readPrivateKey } from '../keys/read-private-key.ts';
import type { EngineContext } from './context.ts';

type ImportCalls = Pick<
  Handlers,
  'import.read' | 'import.pick' | 'keys.generate' | 'keys.unlock' | 'keys.discard'
>;

/** Key material on its way in: read, generated, waiting for a passphrase, thrown away. */
export function importHandlers({ host, drafts }: Pick<EngineContext, 'host' | 'drafts'>): ImportCalls {
  function draftOf(input: Uint8Array | string, fileName: string | null): KeyDraft {
    try {
      return drafts.add(readPrivateKey(input, null), { origin: 'imported', fileName });
    } catch (thrown) {
      if (thrown instanceof ProblemError && thrown.problem.code === 'key/passphrase-needed') {
        return drafts.addLocked(input, fileName);
      }
      throw thrown;
    }
  }

  function ofConfig(config: OauthConfig, fileName: string | null): ImportResult {
    const { clientId, kid, region, privateKey } = config;
    const fields = {
      ...(clientId === null ? {} : { clientId }),
      ...(region === null ? {} : { region }),
    };
    const found = { kind: 'config', fields, kid } as const;
    if (privateKey === null) return { ...found, draft: null, keyProblem: null };
    try {
      return { ...found, draft: draftOf(privateKey, fileName), keyProblem: null };
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      return { ...found, draft: null, keyProblem: thrown.problem };
    }
  }

  function importInput(input: Uint8Array | string, fileName: string | null): ImportResult {
    const size = typeof input === 'string' ? Buffer.byteLength(input) : input.length;
    if (size > keyInputLimit) throw new ProblemError('key/too-large', { params: { limit: keyInputLimit } });
    const text = typeof input === 'string' ? input : decodeKeyText(input);
    const config = text === null ? null : readOauthConfig(text);
    if (config !== null) return ofConfig(config, fileName);
    return { kind: 'key', draft: draftOf(input, fileName) };
  }

  function importBytes(bytes: Uint8Array, fileName: string): ImportResult {
    try {
      return importInput(bytes, fileName === '' ? null : fileName.slice(0, 255));
    } finally {
      bytes.fill(0);
    }
  }

  return {
    'import.read': async (input) =>
      input.kind === 'text'
        ? importInput(input.text, null)
        : importBytes(Buffer.from(input.base64, 'base64'), input.fileName),
    'import.pick': async (_input, { signal }) => {
      const file = await unlessAborted(host.pickFile(keyInputLimit, 'import'), signal);
      return file === null ? null : importBytes(file.bytes, file.name);
    },
    'keys.generate': async ({ bits }, { signal }) => {
      const generated = await generateKey(bits, signal);
      return drafts.add(generated, { origin: 'generated', fileName: null });
    },
    'keys.unlock': async ({ draftId, passphrase }) => drafts.unlock(draftId, passphrase),
    'keys.discard': async ({ draftId }) => {
      drafts.discard(draftId);
      return null;
    },
  };
}
