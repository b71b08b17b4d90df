import { createPublicKey } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import { generateKey } from '../keys/generate-key.ts';
import { publicHalfOf } from '../keys/public-half.ts';
import { makeFolder } from '../storage/make-folder.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The app that practice Coze knows, and the file with its private key. */
export interface PracticeKey {
  readonly clientId: string;
  readonly kid: string;
  readonly publicKeyPem: string;
  readonly privateKeyFile: string;
  /** Removes what was made for this run only. */
  readonly remove: () => Promise<void>;
}

const stateVersion = 1;

function newClientId(terminal: Terminal): string {
  const digits = Buffer.from(terminal.randomBytes(6)).readUIntBE(0, 6) % 10 ** 11;
  return `31${String(digits).padStart(11, '0')}`;
}

async function writeKey(file: string, signal: AbortSignal) {
  const { pkcs8, publicHalf } = await generateKey(2048, signal);
  const lines =
    Buffer.from(pkcs8)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  const pem = `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' });
  return publicHalf;
}

/** A key and an app for one run, in a folder of their own that only this user can enter. */
export async function makePracticeKey(terminal: Terminal): Promise<PracticeKey> {
  const folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-practice-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const privateKeyFile = path.join(folder, 'private_key.pem');
    const { publicKeyPem, fingerprints } = await writeKey(privateKeyFile, terminal.interruption());
    return { clientId: newClientId(terminal), kid: fingerprints.spki, publicKeyPem, privateKeyFile, remove };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}

interface State {
  readonly client_id: string;
}

function parseState(text: string, stateFile: string): State {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null;
    if (isObject && 'version' in value && value.version === stateVersion && 'client_id' in value) {
      return { client_id: String(value.client_id) };
    }
  } catch {
    // said below
  }
  throw new UsageError('practice.state-unreadable', { path: stateFile });
}

async function readState(stateFile: string): Promise<State | null> {
  try {
    return parseState(await readFile(stateFile, 'utf8'), stateFile);
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return null;
    if (thrown instanceof UsageError) throw thrown;
    throw new UsageError('practice.state-unreadable', { path: stateFile });
  }
}

/**
 * The key and the app that `stateFile` remembers; made and written on the first run. The key stands beside it, in
 * `FILE.private_key.pem`.
 *
 * @throws UsageError when the files cannot be read, belong to something else, or cannot be written
 */
export async function keepPracticeKey(stateFile: string, terminal: Terminal): Promise<PracticeKey> {
  const privateKeyFile = path.resolve(`${stateFile}.private_key.pem`);
  const remove = async () => {};
  const state = await readState(stateFile);
  try {
    if (state !== null) {
      const half = publicHalfOf(createPublicKey(await readFile(privateKeyFile)));
      const { publicKeyPem, fingerprints } = half;
      return { clientId: state.client_id, kid: fingerprints.spki, publicKeyPem, privateKeyFile, remove };
    }
    const clientId = newClientId(terminal);
    await makeFolder(path.dirname(path.resolve(stateFile)));
    const { publicKeyPem, fingerprints } = await writeKey(privateKeyFile, terminal.interruption());
    const text = JSON.stringify(
      { version: stateVersion, client_id: clientId, kid: fingerprints.spki },
      null,
      2,
    );
    await writeFile(stateFile, `${text}\n`, { mode: 0o600, flag: 'wx' });
    return { clientId, kid: fingerprints.spki, publicKeyPem, privateKeyFile, remove };
  } catch (thrown) {
    terminal.interruption().throwIfAborted();
    throw new UsageError('practice.state-unusable', { path: privateKeyFile, reason: errorCode(thrown) });
  }
}
