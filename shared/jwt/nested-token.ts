import { memberValue } from '../json/json-members.ts';
import { type Finding, finding } from './finding.ts';
import { type TokenParts, takeApart } from './take-apart.ts';

/** `cty` when it says that the content is a JWT: "JWT" in any case, "application/" before it or not (RFC 7515 §4.1.10). */
function jwtContentType({ header }: TokenParts): string | null {
  const cty: unknown = header.tree === null ? null : memberValue(header.tree, 'cty')?.value;
  return typeof cty === 'string' && /^(?:application\/)?jwt$/i.test(cty) ? cty : null;
}

/** Also of a header that is masked or damaged further on. */
function beginsAnObject({ header }: TokenParts): boolean {
  return header.text !== null && /^\s*\{/.test(header.text);
}

/**
 * The JWT that is the payload of `outer` (RFC 7519 §5.2), or null. Where `cty` does not announce one, it has to be
 * whole: as many segments as its header asks for. What is inside an encrypted token cannot be known. Never throws.
 */
export function nestedIn(outer: TokenParts): TokenParts | null {
  const { kind, text } = outer.payload;
  if (outer.format !== 'jws' || kind !== 'text' || text === null) return null;
  const inner = takeApart(text);
  const isToken = jwtContentType(outer) === null ? inner.format !== 'broken' : beginsAnObject(inner);
  return isToken ? inner : null;
}

function aboutNesting(token: TokenParts, inner: TokenParts | null, code: Finding['code']): Finding[] {
  const cty = jwtContentType(token);
  const path = '/cty';
  if (inner !== null) {
    const note = finding(code, 'note', 'payload');
    if (cty !== null) return [note];
    const isOther = token.header.tree !== null && memberValue(token.header.tree, 'cty') !== null;
    return [finding('cty-not-jwt', 'warning', 'header', isOther ? { path } : {}), note];
  }
  if (cty === null) return [];
  if (token.format === 'jwe') return [finding('nested-encrypted', 'note', 'header', { path })];
  if (token.format !== 'jws' || token.payload.text === null) return [];
  return [finding('cty-without-nested', 'warning', 'header', { path, params: { cty } })];
}

/** The findings of `token`, with what its nesting adds to them and takes from them, `code` for a nested token in it. */
export function findingsOnNesting(
  token: TokenParts,
  inner: TokenParts | null,
  code: Extract<Finding['code'], 'nested-jwt' | 'nested-not-opened'>,
): readonly Finding[] {
  const added = aboutNesting(token, inner, code);
  if (added.length === 0) return token.findings;
  const kept = token.findings.filter((found) => inner === null || found.code !== 'payload-not-json');
  const place = kept.findIndex(({ segment }) => segment === 'payload' || segment === 'signature');
  return place === -1 ? [...kept, ...added] : kept.toSpliced(place, 0, ...added);
}
