import { type CodeMember, readMembers, valueNamed } from './code-value.ts';
import { renewClaims } from './renew-claims.ts';

/** The algorithms that an RSA key signs with (RFC 7518 §3.3 and §3.5). */
const signingAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** A JWT as a person built it, and what it is for. */
export interface SigningRecipe {
  /** JSON text of an object; its `alg` is RS256, RS384, RS512, PS256, PS384 or PS512. */
  readonly header: string;
  /** JSON text of an object. */
  readonly payload: string;
  /** The signed token, when there is one. */
  readonly jwt: string | null;
  /** Where the assertion is exchanged, and the JSON text of the token request; null for a JWT for something else. */
  readonly exchange: { readonly url: string; readonly body: string } | null;
}

/** A recipe that was found good, in the shape in which programs are written. */
export interface ReadRecipe {
  readonly algorithm: SigningAlgorithm;
  /** All of the header, `alg` too. */
  readonly header: readonly CodeMember[];
  /** As a program claims them when it runs, see `renewClaims`. */
  readonly claims: readonly CodeMember[];
  readonly jwt: string | null;
  readonly exchange: ReadExchange | null;
}

export interface ReadExchange {
  readonly url: string;
  readonly body: readonly CodeMember[];
  /** The body as JSON text without white space. */
  readonly bodyText: string;
}

const compactJws = /^[\w-]+\.[\w-]+\.[\w-]+$/;

function signingAlgorithm(header: readonly CodeMember[]): SigningAlgorithm | null {
  const alg = valueNamed(header, 'alg');
  if (alg?.kind !== 'text') return null;
  return signingAlgorithms.find((algorithm) => algorithm === alg.text) ?? null;
}

/** Percent-encodes what the WHATWG parser lets stand and others refuse or expand (RFC 3986 §2). */
function plainUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, origin, href } = new URL(text);
  if ((protocol !== 'https:' && protocol !== 'http:') || !href.startsWith(`${origin}/`)) return null;
  return origin + href.slice(origin.length).replace(/[^\w\-.~!$&()*+,;=:@/?#%]/g, encodeURIComponent);
}

function readExchange(exchange: NonNullable<SigningRecipe['exchange']>): ReadExchange | null {
  const url = plainUrl(exchange.url);
  const body = readMembers(exchange.body);
  if (url === null || body === null) return null;
  const bodyText = exchange.body.replace(/("(?:[^"\\]+|\\.)*")|\s+/g, '$1');
  return /\p{Cs}/u.test(bodyText) ? null : { url, body, bodyText };
}

/**
 * Null for what no program can sign or send: a header or payload that is no JSON object, an `alg` that no RSA key
 * signs with, a `b64` parameter (RFC 7797 §7 forbids it in a JWT), a `jwt` that is no compact JWS, an exchange that is
 * not by http or has no JSON object as its body.
 */
export function readRecipe(recipe: SigningRecipe): ReadRecipe | null {
  const header = readMembers(recipe.header);
  const claims = readMembers(recipe.payload);
  if (header === null || claims === null) return null;
  const algorithm = signingAlgorithm(header);
  const exchange = recipe.exchange === null ? null : readExchange(recipe.exchange);
  if (algorithm === null || valueNamed(header, 'b64') !== null) return null;
  if (recipe.jwt !== null && !compactJws.test(recipe.jwt)) return null;
  if (recipe.exchange !== null && exchange === null) return null;
  return { algorithm, header, claims: renewClaims(claims), jwt: recipe.jwt, exchange };
}

/** The header without the members called `names`. */
export function headerWithout(
  header: readonly CodeMember[],
  names: readonly string[],
): readonly CodeMember[] {
  return header.filter(({ name }) => !names.includes(name));
}
