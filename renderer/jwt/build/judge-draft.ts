import type { LintContext } from '../../../shared/coze/lint/lint-context.ts';
import type { RegionHosts } from '../../../shared/coze/region.ts';
import { formatJson } from '../../../shared/json/format-json.ts';
import { unknownHosts } from '../hosts-of-app.ts';
import type { BuildKind } from './build-store.ts';
import { type Draft, memberText, readDraft, type SegmentName } from './draft.ts';
import { type DraftFinding, lintDraft, placeInText, type TextRange } from './lint-draft.ts';

/** A draft and what it is judged by. Plain data: it may go to a worker. */
export interface DraftQuestion {
  readonly kind: BuildKind;
  readonly draft: Draft;
  /** What an assertion is judged by; `hosts` is null while the address of its Coze is unknown. */
  readonly facts: Omit<LintContext, 'hosts' | 'usedJtis'> & {
    readonly hosts: RegionHosts | null;
    readonly usedJtis: readonly string[];
  };
}

export interface JudgedFinding extends DraftFinding {
  readonly place: TextRange | null;
}

export interface JudgedDraft {
  readonly findings: readonly JudgedFinding[];
  /** True for the segments that laying out would not change. */
  readonly isLaidOut: Readonly<Record<SegmentName, boolean>>;
}

/** Lints a draft, and finds out where its findings stand in the text and whether that is laid out. */
export function judgeDraft({ kind, draft, facts }: DraftQuestion): JudgedDraft {
  const used = new Set(facts.usedJtis);
  const context: LintContext = {
    ...facts,
    hosts: facts.hosts ?? unknownHosts(memberText(readDraft(draft), 'payload', ['aud']).text),
    usedJtis: (jti) => used.has(jti),
  };
  const { header, payload } = draft;
  return {
    findings: lintDraft(draft, kind === 'coze' ? context : null).map((found) => ({
      ...found,
      place: placeInText(found.finding, draft),
    })),
    isLaidOut: { header: header === formatJson(header), payload: payload === formatJson(payload) },
  };
}
