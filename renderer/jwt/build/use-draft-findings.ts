import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { RegionHosts } from '../../../shared/coze/region.ts';
import { epochSeconds } from '../../../shared/time.ts';
import { useAppStore } from '../../app/app-store.ts';
import { hostsOfApp } from '../hosts-of-app.ts';
import { keepsSessionsApart, learnedOffset, sentJtis } from '../lint-facts.ts';
import { useMoment } from '../use-moment.ts';
import type { BuildKind } from './build-store.ts';
import type { Draft } from './draft.ts';
import { createJudge, type DraftJudge } from './draft-judge.ts';
import { type DraftQuestion, type JudgedDraft, judgeDraft } from './judge-draft.ts';
import { shortText } from './read-object.ts';

export interface DraftVerdict {
  /** Null until a long draft has been judged for the first time. */
  readonly judged: JudgedDraft | null;
  /** Judging failed. The next change tries again. */
  readonly isBroken: boolean;
  /** The Coze that an assertion is judged for; null while its address is unknown. */
  readonly hosts: RegionHosts | null;
}

/** A longer draft is judged in a worker, and when it changes, not as time goes by. */
function isShort({ header, payload }: Draft): boolean {
  return header.length + payload.length <= shortText;
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

interface Answer {
  readonly kind: BuildKind;
  readonly judged: JudgedDraft;
}

/** What there is to say: of a short draft at once, of a long one what was last said of a draft of its kind. */
function useJudged(question: DraftQuestion): Pick<DraftVerdict, 'judged' | 'isBroken'> {
  const isLong = !isShort(question.draft);
  const { kind } = question;
  const atOnce = useMemo(() => (isLong ? null : judgeDraft(question)), [isLong, question]);
  const [, setAnswer] = useState<Answer | null>(null);
  const last = useRef<Answer | null>(null);
  const [isBroken, setBroken] = useState(false);
  const judge = useRef<DraftJudge | null>(null);
  useEffect(() => {
    judge.current = createJudge({
      onJudged: (judged, of) => {
        last.current = { kind: of.kind, judged };
        setAnswer(last.current);
      },
      onFailure: () => setBroken(true),
    });
    return () => judge.current?.close();
  }, []);
  useEffect(() => {
    setBroken(false);
    if (isLong) judge.current?.judge(question);
  }, [isLong, question]);
  useEffect(() => {
    if (atOnce) last.current = { kind, judged: atOnce };
  }, [kind, atOnce]);
  const known = last.current?.kind === kind && !isBroken ? last.current.judged : null;
  return { judged: atOnce ?? known, isBroken };
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
  const usedJtis = useMemo(() => [...sentJtis(activity)], [activity]);
  const hosts = useMemo(() => hostsOfApp(app, practiceUrl), [app, practiceUrl]);
  const wantsSessions = app !== null && keepsSessionsApart(app, tokens);
  const knownKid = key?.kid ?? null;
  const clientId = app?.clientId ?? null;
  const question = useMemo(
    (): DraftQuestion => ({
      kind,
      draft,
      facts: { hosts, now: epochSeconds(now), knownKid, clientId, wantsSessions, usedJtis },
    }),
    [draft, kind, hosts, now, knownKid, clientId, wantsSessions, usedJtis],
  );
  return { ...useJudged(question), hosts };
}
