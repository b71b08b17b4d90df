import { lintAssertion } from '../../../shared/coze/lint/lint-assertion.ts';
import type { LintContext } from '../../../shared/coze/lint/lint-context.ts';
import type { LintFinding } from '../../../shared/coze/lint/lint-finding.ts';
import { notSaidByCoze } from '../../../shared/coze/lint/not-said-by-coze.ts';
import { pathOfPointer } from '../../../shared/json/edit-member.ts';
import { memberValue } from '../../../shared/json/json-members.ts';
import type { JsonNode } from '../../../shared/json/parse-json.ts';
import { decodeToken } from '../../../shared/jwt/decode-token.ts';
import { encodeBase64url } from '../../../shared/jwt/encode-base64url.ts';
import type { Finding } from '../../../shared/jwt/finding.ts';
import { parseRecent } from '../../app/recent-json.ts';
import type { Draft, MemberChange } from './draft.ts';
import { type ReadableDraft, readDraft } from './draft.ts';
import { timesFromNow } from './draft-fields.ts';

/** What a fix button does. */
export type DraftFix =
  | { readonly kind: 'set'; readonly changes: readonly MemberChange[]; readonly value: string }
  | { readonly kind: 'remove'; readonly changes: readonly MemberChange[] }
  | { readonly kind: 'new-jti' }
  | { readonly kind: 'from-now'; readonly changes: readonly MemberChange[] };

export interface DraftFinding {
  readonly finding: Finding | LintFinding;
  readonly fix: DraftFix | null;
}

/** Signing changes what these speak of. */
const aboutSignature = new Set(['signature-empty', 'segments-missing']);

/** The fix of a finding, and those that only a workbench has: a new `jti`, times that begin now. */
export function fixOf(finding: LintFinding, read: ReadableDraft, now: number): DraftFix | null {
  const { fix, code, path, segment } = finding;
  if (fix !== null) {
    const change = { segment: fix.segment, path: pathOfPointer(fix.path) };
    return 'remove' in fix
      ? { kind: 'remove', changes: [{ ...change, value: null }] }
      : { kind: 'set', changes: [{ ...change, value: fix.value }], value: fix.value };
  }
  if (segment !== 'payload') return null;
  if (path === '/jti') return { kind: 'new-jti' };
  const isAboutTime = code === 'expired' || code === 'exp-not-after-iat' || code === 'lifetime-long';
  if (isAboutTime || path === '/exp' || path === '/iat') {
    return { kind: 'from-now', changes: timesFromNow(read, now) };
  }
  return null;
}

/** The draft as it would be sent, without a signature. */
function unsigned({ header, payload }: Draft): string {
  return `${encodeBase64url(header)}.${encodeBase64url(payload)}.`;
}

/**
 * What there is to say about a draft: about any JWT, and with a context what Coze would say. Of two findings about one
 * member Coze's is the one that is heard.
 */
export function lintDraft(draft: Draft, context: LintContext | null): readonly DraftFinding[] {
  const token = decodeToken(unsigned(draft));
  const about = token.findings.filter(({ code }) => !aboutSignature.has(code));
  if (context === null) return about.map((finding) => ({ finding, fix: null }));
  const read = readDraft(draft);
  const verdict = lintAssertion(token, context);
  const isWhole: Readonly<Record<string, boolean>> = {
    header: token.header.tree?.type === 'object',
    payload: token.payload.tree?.type === 'object',
  };
  const others = notSaidByCoze(about, verdict);
  const isBroken = ({ severity, path }: Finding) => severity === 'error' && path === null;
  const plain = (finding: Finding): DraftFinding => ({ finding, fix: null });
  return [
    ...others.filter(isBroken).map(plain),
    ...verdict.map((finding) => ({
      finding,
      fix: isWhole[finding.segment] ? fixOf(finding, read, context.now) : null,
    })),
    ...others.filter((finding) => !isBroken(finding)).map(plain),
  ];
}

/** Where in its text a finding points; null when nothing is there, or the text cannot be read. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

export function placeInText(
  { segment, path, params }: Pick<Finding, 'segment' | 'path' | 'params'>,
  draft: Draft,
): TextRange | null {
  if (segment !== 'header' && segment !== 'payload') return null;
  const text = draft[segment];
  const parsed = parseRecent(text);
  if (!parsed.ok) return placeOfError(text, params);
  if (path === null) return null;
  const node = pathOfPointer(path).reduce<JsonNode | null>((outer, name) => {
    if (outer?.type === 'array') return outer.children?.[Number(name)] ?? null;
    return outer && memberValue(outer, name);
  }, parsed.tree);
  return node && { from: node.offset, to: node.offset + node.length };
}

function placeOfError(text: string, { line, column }: Finding['params']): TextRange | null {
  if (typeof line !== 'number' || typeof column !== 'number') return null;
  const start = text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, row) => sum + row.length + 1, 0);
  const from = Math.min(start + column - 1, Math.max(0, text.length - 1));
  return { from: Math.max(0, from), to: Math.min(from + 1, text.length) };
}
