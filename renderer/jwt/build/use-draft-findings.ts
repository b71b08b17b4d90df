import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { LintContext } from '../../../shared/coze/lint/lint-context.ts';
import type { RegionHosts } from '../../../shared/coze/region.ts';
import { epochSeconds } from '../../../shared/time.ts';
import { useAppStore } from '../../app/app-store.ts';
import { hostsOfApp, unknownHosts } from '../hosts-of-app.ts';
import { keepsSessionsApart, learnedOffset, sentJtis } from '../lint-facts.ts';
import { useMoment } from '../use-moment.ts';
import type { BuildKind } from './build-store.ts';
import { type Draft, memberText, readDraft } from './draft.ts';
import { type DraftFinding, lintDraft } from './lint-draft.ts';

export interface DraftVerdict {
  readonly findings: readonly DraftFinding[];
  /** The Coze that an assertion is judged for; null while its address is unknown. */
  readonly hosts: RegionHosts | null;
}

/** A longer draft is judged when it changes, not as time goes by. */
const judgedLive = 16_384;

function isShort({ header, payload }: Draft): boolean {
  return header.length + payload.length <= judgedLive;
}

/** Milliseconds without a change after which a long draft is judged. */
const pause = 300;

/** A short draft as soon as there is time, a long one when typing rests; never one of the other kind. */
function useSettled(kind: BuildKind, newest: Draft): Draft {
  const both = useMemo(() => ({ kind, draft: newest }), [kind, newest]);
  const deferred = useDeferredValue(both);
  const [rested, setRested] = useState(both);
  useEffect(() => {
    const timer = setTimeout(() => setRested(both), pause);
    return () => clearTimeout(timer);
  }, [both]);
  const settled = isShort(newest) ? deferred : rested;
  return settled.kind === kind ? settled.draft : newest;
}

/** What there is to say about the draft now: against the chosen app and key, the server's clock, and what was sent. */
export function useDraftFindings(kind: BuildKind, newest: Draft): DraftVerdict {
  const draft = useSettled(kind, newest);
  const { apps, keys } = useAppStore((state) => state.profile);
  const tokens = useAppStore((state) => state.tokens);
  const activity = useAppStore((state) => state.activity);
  const practiceUrl = useAppStore((state) => state.practice.url);
  const app = apps.find(({ id }) => id === draft.appId) ?? null;
  const key = keys.find(({ id }) => id === draft.keyId) ?? null;
  const now = useMoment(draft, isShort(draft)) + learnedOffset(tokens, draft.appId);
  const used = useMemo(() => sentJtis(activity), [activity]);
  const hosts = useMemo(() => hostsOfApp(app, practiceUrl), [app, practiceUrl]);
  const wantsSessions = app !== null && keepsSessionsApart(app, tokens);
  const knownKid = key?.kid ?? null;
  const clientId = app?.clientId ?? null;
  const findings = useMemo(() => {
    const context: LintContext = {
      hosts: hosts ?? unknownHosts(memberText(readDraft(draft), 'payload', ['aud']).text),
      now: epochSeconds(now),
      knownKid,
      clientId,
      wantsSessions,
      usedJtis: (jti) => used.has(jti),
    };
    return lintDraft(draft, kind === 'coze' ? context : null);
  }, [draft, kind, hosts, now, knownKid, clientId, wantsSessions, used]);
  return { findings, hosts };
}
