import { create } from 'zustand';
import type { OAuthApp } from '../../../shared/coze/app.ts';
import type { SigningKey } from '../../../shared/coze/key.ts';
import { type EpochSeconds, epochSeconds } from '../../../shared/time.ts';
import { useAppStore } from '../../app/app-store.ts';
import { beginHistory, type EditHistory, edit, isMoreThanAKey, redo, undo } from '../../app/edit-history.ts';
import { hostsOfApp } from '../hosts-of-app.ts';
import { learnedOffset } from '../lint-facts.ts';
import {
  type Draft,
  type MemberChange,
  memberText,
  readDraft,
  type SegmentName,
  withMembers,
  withText,
} from './draft.ts';
import { freshAssertion, freshJwt, randomId } from './fresh-draft.ts';

/** An assertion for Coze, or a JWT for anything. */
export type BuildKind = 'coze' | 'any';

interface BuildState {
  readonly kind: BuildKind;
  /** Null until Build is opened for the first time. */
  readonly histories: Readonly<Record<BuildKind, EditHistory<Draft>>> | null;
}

export const useBuildStore = create<BuildState>()(() => ({
  kind: 'coze',
  histories: null,
}));

/** The time of the app's server, as far as it is known. */
export function serverNow(appId: string | null): EpochSeconds {
  return epochSeconds(Date.now() / 1000 + learnedOffset(useAppStore.getState().tokens, appId));
}

function canSign(key: SigningKey | undefined): key is SigningKey {
  return key !== undefined && key.held !== 'gone';
}

function freshDraft(kind: BuildKind, app: OAuthApp | null): Draft {
  const { profile, practice } = useAppStore.getState();
  const ofApp = profile.keys.find(({ id }) => id === app?.keyInUse);
  const key = (canSign(ofApp) ? ofApp : profile.keys.find(canSign)) ?? null;
  const common = { now: serverNow(app?.id ?? null), jti: randomId() };
  if (kind === 'any') return freshJwt({ key, ...common });
  return freshAssertion({
    app,
    key: app === null ? null : (ofApp ?? null),
    hosts: hostsOfApp(app, practice.url),
    ...common,
  });
}

function currentApp(): OAuthApp | null {
  const { apps, currentAppId } = useAppStore.getState().profile;
  return apps.find(({ id }) => id === currentAppId) ?? null;
}

/** Makes the drafts when there are none, and makes those anew that nobody has touched nor made use of. */
export function openBuild(isInUse: (kind: BuildKind) => boolean = () => false): void {
  const { histories } = useBuildStore.getState();
  const renewed = (kind: BuildKind): EditHistory<Draft> => {
    const history = histories?.[kind];
    const isTouched =
      history !== undefined && (history.past.length + history.future.length > 0 || isInUse(kind));
    return isTouched ? history : beginHistory(freshDraft(kind, currentApp()));
  };
  useBuildStore.setState({ histories: { coze: renewed('coze'), any: renewed('any') } });
}

function step(change: (history: EditHistory<Draft>) => EditHistory<Draft>): void {
  useBuildStore.setState(({ kind, histories }) =>
    histories === null ? {} : { histories: { ...histories, [kind]: change(histories[kind]) } },
  );
}

function sizeOf({ header, payload }: Draft): number {
  return header.length + payload.length;
}

let isComposing = false;

/** While an input method composes, what it writes and replaces is one step. */
export function setComposing(composing: boolean): void {
  isComposing = composing;
}

/**
 * Changes the draft in sight. `place` names what was edited: changes there without a pause are one step, unless
 * `isWhole` says that this one is a step of its own.
 */
export function changeDraft(
  place: string,
  change: (draft: Draft) => Draft,
  isWhole: (before: Draft, after: Draft) => boolean = () => false,
): void {
  step((history) => {
    const { present } = history;
    const next = change(present);
    if (next === present) return history;
    return edit(history, next, place, Date.now(), sizeOf, !isComposing && isWhole(present, next));
  });
}

export function typeText(segment: SegmentName, text: string): void {
  changeDraft(
    segment,
    (draft) => (draft[segment] === text ? draft : withText(draft, segment, text)),
    (before) => isMoreThanAKey(before[segment], text),
  );
}

export function changeMembers(place: string, changes: readonly MemberChange[]): void {
  const [only, ...others] = changes;
  changeDraft(
    place,
    (draft) => withMembers(draft, changes),
    (...drafts) => {
      if (only === undefined || others.length > 0) return false;
      const [before, after] = drafts.map((draft) => memberText(readDraft(draft), only.segment, only.path));
      return before?.kind === 'text' && after?.kind === 'text' && isMoreThanAKey(before.text, after.text);
    },
  );
}

export function removeClaim(name: string): void {
  changeMembers(name, [{ segment: 'payload', path: [name], value: null }]);
}

/** Takes away the text of a field that could not be taken over into the JSON; null when there is none. */
let refusedText: (() => void) | null = null;

export function setRefusedText(discard: (() => void) | null): void {
  refusedText = discard;
}

/** Takes the last step back. Text that a field holds and the JSON does not is the last step. */
export function undoEdit(): void {
  if (refusedText === null) step(undo);
  else refusedText();
}

export function redoEdit(): void {
  step(redo);
}

/** Puts a fresh draft in the place of the one in sight; it can be taken back. */
export function startOver(): void {
  changeDraft('start over', ({ appId }) => {
    const { kind } = useBuildStore.getState();
    const app = useAppStore.getState().profile.apps.find(({ id }) => id === appId) ?? currentApp();
    return freshDraft(kind, app);
  });
}

/** Makes the assertion one of `app`: its id, its region's audience, its key. What else it says stays. */
export function chooseApp(app: OAuthApp): void {
  const { profile, practice } = useAppStore.getState();
  const key = profile.keys.find(({ id }) => id === app.keyInUse);
  changeDraft('app', (draft) => ({
    ...withMembers(draft, [
      { segment: 'header', path: ['kid'], value: JSON.stringify(key?.kid ?? '') },
      { segment: 'payload', path: ['iss'], value: JSON.stringify(app.clientId) },
      {
        segment: 'payload',
        path: ['aud'],
        value: JSON.stringify(hostsOfApp(app, practice.url)?.audience ?? ''),
      },
    ]),
    appId: app.id,
    keyId: key?.id ?? null,
  }));
}

/** Signs with `key` from now on; the header names it. */
export function chooseKey(key: SigningKey): void {
  const value = key.kid === null ? null : JSON.stringify(key.kid);
  changeDraft('key', (draft) => ({
    ...withMembers(draft, [{ segment: 'header', path: ['kid'], value }]),
    keyId: key.id,
  }));
}

/** Where a token comes from, as far as that is known. */
export interface TokenOrigin {
  readonly appId: string | null;
  readonly kid: string | null;
}

/** Takes header and payload over as a draft of `kind`, laid out; the one that was there can be brought back. */
export function takeOver(kind: BuildKind, header: string, payload: string, of: TokenOrigin): void {
  if (useBuildStore.getState().histories === null) openBuild();
  useBuildStore.setState({ kind });
  const { apps, keys } = useAppStore.getState().profile;
  const app = apps.find(({ id }) => id === of.appId);
  const key = keys.find(({ kid, held }) => kid !== null && kid === of.kid && held !== 'gone');
  changeDraft('take over', (draft) => ({
    ...withText(withText(draft, 'header', header), 'payload', payload),
    appId: app?.id ?? null,
    keyId: key?.id ?? app?.keyInUse ?? draft.keyId,
  }));
}
