import type { AccessToken } from '../../shared/coze/token.ts';
import { formatCountdown } from '../../shared/format-countdown.ts';
import { describeProblem } from '../../shared/i18n/describe-problem.ts';
import { fillText } from '../../shared/i18n/fill-text.ts';
import { noticeTextsEn } from '../../shared/i18n/notice-texts.en.ts';
import { noticeTextsZh } from '../../shared/i18n/notice-texts.zh.ts';
import type { Settings } from '../../shared/profile.ts';
import type { Clock } from '../../shared/time.ts';
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
}

interface Due {
  readonly token: HeldToken;
  readonly leftMs: number;
}

/** More notices than this at the same moment are one. */
const mostAtOnce = 3;
const manyId = 'tokens';

export function createTokenNotices(options: TokenNoticesOptions): TokenNotices {
  const { host, tokens, clock } = options;
  const told = new Map<string, number>();
  const shown = new Set<string>();

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
    shown.add(view.id);
    host.notify({
      id: view.id,
      title: fillText(endsSoon, { name: view.appName, left: countdown(leftMs) }),
      body: lines.join('\n'),
      actions: view.source === 'pasted' ? [] : [{ id: 'renew', label: renew }],
      onAction: (actionId) => {
        if (actionId === 'renew') options.renew(view.id);
      },
    });
  }

  function showMany(due: readonly Due[]): void {
    const { manyEndSoon, manyEnd } = texts();
    const first = Math.min(...due.map(({ leftMs }) => leftMs));
    host.notify({
      id: manyId,
      title: fillText(manyEndSoon, { count: due.length }),
      body: fillText(manyEnd, { left: countdown(first) }),
      actions: [],
      onAction: () => undefined,
    });
  }

  function takeAwayStale(): void {
    for (const id of [...shown]) {
      const token = tokens.find(id);
      if (token !== null && token.view.replacedBy === null) continue;
      shown.delete(id);
      host.dismissNotice(id);
    }
    for (const id of told.keys()) if (tokens.find(id) === null) told.delete(id);
  }

  return {
    tick: () => {
      takeAwayStale();
      const { notifyBeforeSeconds } = options.settings();
      const now = clock.now();
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
      if (due.length > mostAtOnce) showMany(due);
      else due.forEach(show);
    },
  };
}
