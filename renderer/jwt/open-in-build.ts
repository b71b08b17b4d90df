import type { LintFinding } from '../../shared/coze/lint/lint-finding.ts';
import { changeMembers, serverNow, takeOver, useBuildStore } from './build/build-store.ts';
import { type ReadableDraft, readDraft } from './build/draft.ts';
import { changesOf } from './build/draft-fix.ts';
import { type DraftFix, fixOf } from './build/lint-draft.ts';
import type { Inspection } from './inspection/inspect-text.ts';
import type { TokenView } from './inspection/token-view.ts';
import { useJwtStore } from './jwt-store.ts';

type Origin = Pick<Inspection, 'rule' | 'appId'>;

/** Takes the token over into Build, where it can be changed and signed anew. */
export function openInBuild({ header, payload, kid }: TokenView, of: Origin | null): void {
  takeOver(of?.rule ?? 'any', header.pretty ?? header.text ?? '', payload.pretty ?? payload.text ?? '', {
    appId: of?.appId ?? null,
    kid,
  });
  useJwtStore.setState({ mode: 'build' });
}

function readToken({ header, payload }: TokenView): ReadableDraft {
  const texts = { readableHeader: header.text ?? '', readablePayload: payload.text ?? '' };
  return readDraft({ header: '', payload: '', ...texts, appId: null, keyId: null });
}

/** How Build can put right what Coze would reject in the token; null when it takes more than a button. */
export function fixInBuild(token: TokenView, finding: LintFinding, of: Origin): DraftFix | null {
  const isWhole = token.header.rows !== null && token.payload.rows !== null;
  if (token.format !== 'jws' || !isWhole) return null;
  return fixOf(finding, readToken(token), serverNow(of.appId));
}

/** Takes the token over into Build with one finding put right, which is a step of its own there. */
export function openFixed(token: TokenView, finding: LintFinding, of: Origin): void {
  openInBuild(token, of);
  const { kind, histories } = useBuildStore.getState();
  const draft = histories?.[kind].present;
  const fix = draft && fixOf(finding, readDraft(draft), serverNow(draft.appId));
  if (fix) changeMembers('fix', changesOf(fix));
}
