import type { KeyObject } from 'node:crypto';
import type { Normalisation } from '../../shared/coze/key.ts';
import { ProblemError } from '../../shared/problem.ts';
import { type CleanText, cleanLineEnds, replaceOddCharacters, resolveEscapes } from './clean-key-text.ts';
import { decryptLegacyPem } from './decrypt-legacy-pem.ts';
import { findBareBase64 } from './find-bare-base64.ts';
import { findPemBlocks, type PemBlock } from './find-pem-blocks.ts';
import { readDerKey, requirePassphrase } from './read-der-key.ts';
import { findJwk, readJwk } from './read-jwk.ts';

export interface TextKey {
  readonly key: KeyObject;
  /** In any order, perhaps with repetitions. */
  readonly done: readonly Normalisation[];
}

/**
 * Finds and loads the private key in a text. Of several PEM blocks the first private one counts.
 *
 * @throws ProblemError as `readPrivateKey` does
 */
export function readKeyText(original: string, passphrase: string | null): TextKey {
  const lines = cleanLineEnds(original);
  if (lines.text.trim() === '') throw new ProblemError('key/empty');
  const unwrapped = unwrapJsonString(lines.text);
  const jwk = findJwk(unwrapped.text);
  if (jwk !== null) {
    const around: Normalisation[] = jwk.isAlone ? [] : ['surrounding-text'];
    return { key: readJwk(jwk.value), done: [...lines.done, ...unwrapped.done, ...around, 'jwk'] };
  }
  const inner = decodeDoubleBase64(unwrapped.text);
  const escapes = resolveEscapes(inner.text);
  const done = [...lines.done, ...unwrapped.done, ...inner.done, ...escapes.done];
  const read =
    readBlock(escapes.text, passphrase) ?? readForeign(escapes.text) ?? readBare(escapes.text, passphrase);
  return { key: read.key, done: [...done, ...read.done] };
}

/** Undoes one pair of quotation marks with JSON escapes inside, as from a JSON file or a logged value. */
function unwrapJsonString(text: string): CleanText {
  const trimmed = text.trim();
  if (!trimmed.startsWith('"') || !trimmed.endsWith('"')) return { text, done: [] };
  try {
    const value: unknown = JSON.parse(trimmed);
    if (typeof value !== 'string') return { text, done: [] };
    const { text: inner, done } = cleanLineEnds(value);
    const hadNewlines = trimmed.includes('\\n') || trimmed.includes('\\r');
    return {
      text: inner,
      done: [...done, 'quotes', ...(hadNewlines ? (['literal-newlines'] as const) : [])],
    };
  } catch {
    return { text, done: [] };
  }
}

/** `-----BEGIN` in base64: how secrets of Kubernetes and CI systems carry a PEM. */
const encodedBegin = /LS0tLS1CRUdJTi[A-Za-z0-9+/=\s]+/;

function decodeDoubleBase64(text: string): CleanText {
  const encoded = encodedBegin.exec(text)?.[0];
  if (encoded === undefined) return { text, done: [] };
  const { text: decoded, done } = cleanLineEnds(Buffer.from(encoded, 'base64').toString('utf8'));
  return { text: decoded, done: ['double-base64', ...done] };
}

function readBlock(text: string, passphrase: string | null): TextKey | null {
  const odd = replaceOddCharacters(text);
  const block = chooseBlock(findPemBlocks(odd.text));
  if (block === null) return null;
  const isOdd = odd.done.length > 0 && chooseBlock(findPemBlocks(text))?.raw !== block.raw;
  const { key, done } = readPemBlock(block, passphrase);
  return { key, done: [...block.done, ...(isOdd ? odd.done : []), ...done] };
}

function chooseBlock(blocks: readonly PemBlock[]): PemBlock | null {
  return blocks.find(({ label }) => label.includes('PRIVATEKEY')) ?? blocks[0] ?? null;
}

function readPemBlock(block: PemBlock, passphrase: string | null): TextKey {
  const { label, bytes, encryption } = block;
  if (label.startsWith('OPENSSH')) throw foreignFormat('openssh');
  if (label.startsWith('PGP')) throw foreignFormat('pgp');
  if (label.startsWith('PKCS7')) throw foreignFormat('pkcs7');
  if (/CERTIFICATEREQUEST|PUBLICKEY/.test(label)) throw new ProblemError('key/public');
  if (/CERTIFICATE/.test(label)) throw new ProblemError('key/certificate');
  if (bytes === null) throw new ProblemError('key/unreadable', { params: { reason: 'base64' } });
  const otherType = /^(EC|DSA)PRIVATEKEY$/.exec(label)?.[1];
  if (otherType !== undefined) throw new ProblemError('key/not-rsa', { params: { type: otherType } });
  if (!label.includes('PRIVATEKEY')) throw new ProblemError('key/none-found');
  if (encryption === null) return readDerKey(bytes, passphrase);
  const decrypted = decryptLegacyPem(bytes, encryption, requirePassphrase(passphrase));
  return readDecrypted(decrypted);
}

/** A wrong passphrase passes the padding check now and then; what comes out is then no key. */
function readDecrypted(bytes: Uint8Array): TextKey {
  try {
    const { key, done } = readDerKey(bytes, null);
    return { key, done: [...done, 'decrypted'] };
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code !== 'key/unreadable') throw error;
    throw new ProblemError('key/passphrase-wrong', { remedies: ['enter-passphrase'] });
  } finally {
    bytes.fill(0);
  }
}

function readForeign(text: string): null {
  if (/^\s*PuTTY-User-Key-File-/.test(text)) throw foreignFormat('putty');
  if (/\b(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-[\w.@]+) AAAA/.test(text))
    throw new ProblemError('key/public');
  return null;
}

function readBare(text: string, passphrase: string | null): TextKey {
  const plain = findBareBase64(text);
  const odd = replaceOddCharacters(text);
  const bare = plain.state === 'found' ? plain : findBareBase64(odd.text);
  switch (bare.state) {
    case 'found': {
      const { key, done } = readDerKey(bare.bytes, passphrase);
      return { key, done: [...bare.done, ...(bare === plain ? [] : odd.done), ...done] };
    }
    case 'damaged':
      throw new ProblemError('key/unreadable', { params: { reason: 'truncated' } });
    case 'none':
      throw new ProblemError('key/none-found');
  }
}

function foreignFormat(format: string): ProblemError {
  return new ProblemError('key/unreadable', { params: { reason: 'format', format } });
}
