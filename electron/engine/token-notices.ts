import type { AccessToken } from '../../shared/coze/token.ts';
import { formatCountdown } from '../../shared/format-countdown.ts';
import { describeProblem } from '../../shared/i18n/describe-problem.ts';
import { fillText } from '../../shared/i18n/fill-text.ts';
import { noticeTextsEn } from '../../shared/i18n/notice-texts.en.ts';
import { noticeTextsZh } from '../../shared/i18n/notice-texts.zh.ts';
import type { Settings } from '../../shared/profile.ts';
import type { Clock, EpochMilliseconds } from '../../shared/time.ts';
import { dueNotice } from '../tokens/notice-plan.ts';
import { type HeldToken, millisecondsLeft, type TokenStore } from '../tokens/token-store.ts';
import type { HostServices } from './host-services.ts';

/** Says before a token ends that it does, at the times that the settings name. */
export interface TokenNotices {
  readonly tick: () => void;
}

export interface TokenNoticesOptions {
  readonly host: Pick<HostServices, 'info' | 'notify' | 'dismissNotice'>;
  readonly tokens: Pick<TokenStore, 'all' | 'find'>;
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly renew: (tokenId: string) => void;
  /** Opens the screen of the tokens: all that a click can ask for where the system shows no buttons. */
  readonly show: () => void;
}

interface Due {
  readonly token: HeldToken;
  readonly leftMs: number;
}

/** More notices than this within {@link together} milliseconds are one. */
const mostAtOnce = 3;
const together = 60_000;
/** The one for many is shown anew after this many milliseconds at the earliest. */
const manyPause = 20_000;
const manyId = 'tokens';

export function createTokenNotices(options: TokenNoticesOptions): TokenNotices {
  const { host, tokens, clock } = options;
  const told = new Map<string, number>();
  /** When each notice was shown. */
  const shown = new Map<string, number>();
  /** The tokens that the notice for many stands for. */
  const many = new Set<string>();
  let manyJoinedAt = Number.NEGATIVE_INFINITY;
  let manyShownAt = Number.NEGATIVE_INFINITY;
  let isManyBehind = false;

  function language(): 'zh' | 'en' {
    const chosen = options.settings().language;
    return chosen === 'system' ? host.info.systemLanguage : chosen;
  }
  const texts = () => (language() === 'zh' ? noticeTextsZh : noticeTextsEn);

  function reasonLine({ renewal }: AccessToken): string {
    const { endsPlain, endsUnused, endsFailing, endsStopped } = texts();
    const reason = renewal?.problem ? describeProblem(renewal.problem, language()).title : '';
    switch (renewal?.state) {
      case 'idle-unused':
        return endsUnused;
      case 'backing-off':
        return fillText(endsFailing, { reason });
      case 'stopped':
        return fillText(endsStopped, { reason });
      default:
        return endsPlain;
    }
  }

  const countdown = (leftMs: number) => formatCountdown(Math.ceil(leftMs / 1000));

  function show({ token: { view }, leftMs }: Due): void {
    const { endsSoon, session, renew } = texts();
    const { sessionName } = view.options;
    const lines = [
      ...(sessionName === '' ? [] : [fillText(session, { session: sessionName.slice(0, 80) })]),
      ...(view.source === 'pasted' ? [] : [reasonLine(view)]),
    ];
    shown.set(view.id, clock.now());
    host.notify({
      id: view.id,
      title: fillText(endsSoon, { name: view.appName, left: countdown(leftMs) }),
      body: lines.join('\n'),
      actions: view.source === 'pasted' ? [] : [{ id: 'renew', label: renew }],
      onAction: (actionId) => {
        if (actionId === 'renew') options.renew(view.id);
        else options.show();
      },
    });
  }

  function takeAway(id: string): void {
    if (shown.delete(id)) host.dismissNotice(id);
  }

  function join(due: readonly Due[], recent: readonly string[], now: EpochMilliseconds): void {
    for (const id of [...recent, ...due.map(({ token }) => token.view.id)]) {
      takeAway(id);
      many.add(id);
    }
    manyJoinedAt = now;
    isManyBehind = true;
  }

  function showMany(now: EpochMilliseconds): void {
    const { manyEndSoon, manyEnd } = texts();
    const left = [...many].flatMap((id) => {
      const token = tokens.find(id);
      const leftMs = token === null ? 0 : millisecondsLeft(token.view, now);
      return leftMs > 0 ? [leftMs] : [];
    });
    isManyBehind = false;
    if (left.length === 0) return;
    const first = Math.min(...left);
    manyShownAt = now;
    host.notify({
      id: manyId,
      title: fillText(manyEndSoon, { count: left.length }),
      body: fillText(manyEnd, { left: countdown(first) }),
      actions: [],
      onAction: options.show,
    });
  }

  function isNews(id: string): boolean {
    const token = tokens.find(id);
    return token !== null && token.view.replacedBy === null;
  }

  function takeAwayStale(): void {
    for (const id of [...shown.keys()]) if (!isNews(id)) takeAway(id);
    const hadMany = many.size > 0;
    for (const id of [...many]) if (!isNews(id)) many.delete(id);
    if (hadMany && many.size === 0) {
      host.dismissNotice(manyId);
      manyShownAt = Number.NEGATIVE_INFINITY;
      isManyBehind = false;
    }
    for (const id of told.keys()) if (tokens.find(id) === null) told.delete(id);
  }

  return {
    tick: () => {
      const now = clock.now();
      takeAwayStale();
      const { notifyBeforeSeconds } = options.settings();
      const due: Due[] = [];
      for (const token of tokens.all()) {
        const { view, lifetimeMs } = token;
        const leftMs = millisecondsLeft(view, now);
        const facts = { view, leftMs, lifetimeMs, told: told.get(view.id) ?? null };
        const seconds = dueNotice(facts, notifyBeforeSeconds);
        if (seconds === null) continue;
        told.set(view.id, seconds);
        due.push({ token, leftMs });
      }
      const isRecent = (at: number) => Math.abs(now - at) < together;
      const recent = [...shown].filter(([, at]) => isRecent(at)).map(([id]) => id);
      const all = new Set([...recent, ...due.map(({ token }) => token.view.id)]);
      const isMany = all.size > mostAtOnce || (many.size > 0 && isRecent(manyJoinedAt));
      if (due.length > 0 && isMany) join(due, recent, now);
      else due.forEach(show);
      if (isManyBehind && Math.abs(now - manyShownAt) >= manyPause) showMany(now);
    },
  };
}
