import { membersOf } from '../../shared/json/json-members.ts';
import { minifyJson } from '../../shared/json/minify-json.ts';
import { parseJson } from '../../shared/json/parse-json.ts';
import { isSigningAlgorithm, type SigningAlgorithm } from '../../shared/jwt/signing-algorithms.ts';
import { ProblemError } from '../../shared/problem.ts';

/** What a JWS signature is made over, and how. */
export interface SigningInput {
  readonly algorithm: SigningAlgorithm;
  /** `BASE64URL(header).BASE64URL(payload)`, ASCII (RFC 7515 §5.1). */
  readonly text: string;
  /** Names of the payload's members. */
  readonly names: readonly string[];
}

/** A surrogate without its other half: such text has no UTF-8 and would be signed as something else. */
const loneSurrogate = /\p{Surrogate}/u;

type Members = Readonly<Record<string, unknown>>;

function readObject(text: string, segment: 'header' | 'payload'): Members {
  const refused = (cause?: unknown) => new ProblemError('sign/not-an-object', { params: { segment }, cause });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refused(cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused();
  if (loneSurrogate.test(text)) throw new ProblemError('sign/not-utf8', { params: { segment } });
  return value as Members;
}

function algorithmOf({ alg }: Members): SigningAlgorithm {
  if (typeof alg === 'string' && isSigningAlgorithm(alg)) return alg;
  const reason = alg === undefined ? 'missing' : typeof alg === 'string' ? 'other' : 'not-text';
  const params = { reason, alg: typeof alg === 'string' ? alg.slice(0, 40) : '' };
  throw new ProblemError('sign/alg-unsupported', { params });
}

/** Verifiers disagree on which of two counts (RFC 7515 §4): what one of them reads is not what was meant. */
function refuseDuplicates(header: string): void {
  const parsed = parseJson(header);
  const names = parsed.ok ? membersOf(parsed.tree).map(({ name }) => name) : [];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ProblemError('sign/duplicate-parameter', { params: { name: twice.slice(0, 40) } });
  }
}

function encode(text: string): string {
  return Buffer.from(minifyJson(text), 'utf8').toString('base64url');
}

/**
 * Makes the signing input of a JWT (RFC 7515 §7.1) out of the JSON texts of its header and payload. Only white space
 * between tokens is left out: a parser in between would round long integers and drop duplicates.
 *
 * @throws ProblemError `sign/not-an-object`, `sign/not-utf8` (params segment), `sign/duplicate-parameter` (params name),
 *   `sign/alg-unsupported` (params alg, reason), `sign/b64-unsupported`
 */
export function signingInput(header: string, payload: string): SigningInput {
  const members = readObject(header, 'header');
  refuseDuplicates(header);
  const algorithm = algorithmOf(members);
  if (members['b64'] === false) throw new ProblemError('sign/b64-unsupported');
  const names = Object.keys(readObject(payload, 'payload'));
  return { algorithm, text: `${encode(header)}.${encode(payload)}`, names };
}
