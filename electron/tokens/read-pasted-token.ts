import { decodeToken } from '../../shared/jwt/decode-token.ts';
import { ProblemError } from '../../shared/problem.ts';

/** What stands around a token where it was copied from: straight and typographic quotes, the name of its scheme. */
const before = /^(?:["'`“”‘’\s]|(?:authorization\s*:\s*)?bearer(?=\s|$))+/iu;
const after = /(?<!["'`“”‘’;,\s])["'`“”‘’;,\s]+$/u;

/** Header, payload and signature; a JWE has five parts. */
const dotted = /^[\w-]+(?:\.[\w-]*){2,4}$/;

function isJwt(text: string): boolean {
  if (!dotted.test(text)) return false;
  const { format, header } = decodeToken(text);
  return format !== 'broken' || header.tree !== null;
}

/**
 * Reads an access token that a person pasted: what stands around it (`Bearer`, `Authorization:`, quotes, white space) is
 * left out. Coze's access tokens are opaque, so nothing else about it is judged.
 *
 * @throws ProblemError `paste/empty`, `paste/is-key` for PEM, `paste/is-jwt`, `paste/white-space`, `paste/characters` for
 *   what no `Authorization` header can carry (RFC 9110 §5.5)
 */
export function readPastedToken(text: string): string {
  const token = text.replace(after, '').replace(before, '');
  if (token === '') throw new ProblemError('paste/empty');
  if (/-----BEGIN [A-Z0-9 ]+-----/.test(token)) throw new ProblemError('paste/is-key');
  if (isJwt(token)) throw new ProblemError('paste/is-jwt');
  if (/\s/u.test(token)) throw new ProblemError('paste/white-space');
  if (!/^[\x21-\x7e]+$/.test(token)) throw new ProblemError('paste/characters');
  return token;
}
