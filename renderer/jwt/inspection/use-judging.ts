import { useMemo } from 'react';
import { useAppStore, useCurrentApp } from '../../app/app-store.ts';
import { hostsOfApp, unknownHosts } from '../hosts-of-app.ts';
import { keepsSessionsApart, learnedOffset, sentJtis } from '../lint-facts.ts';
import type { InspectionRequest, JudgingApp } from './inspect-text.ts';

/**
 * What tokens are judged by: the apps that are known, for the tokens of none of them the Coze of the current app unless
 * it only practises, and what was sent in this run.
 */
export function useJudging(): Pick<InspectionRequest, 'apps' | 'hosts' | 'usedJtis'> {
  const { apps, keys } = useAppStore((state) => state.profile);
  const practiceUrl = useAppStore((state) => state.practice.url);
  const tokens = useAppStore((state) => state.tokens);
  const activity = useAppStore((state) => state.activity);
  const current = useCurrentApp();
  return useMemo(() => {
    const kidOf = (keyId: string) => keys.find(({ id }) => id === keyId)?.kid ?? '';
    const judging = apps.map((app): JudgingApp => {
      const others = app.keyIds.filter((keyId) => keyId !== app.keyInUse);
      const keyIds = app.keyInUse === null ? others : [app.keyInUse, ...others];
      return {
        id: app.id,
        clientId: app.clientId,
        hosts: hostsOfApp(app, practiceUrl),
        kids: keyIds.map(kidOf).filter((kid) => kid !== ''),
        wantsSessions: keepsSessionsApart(app, tokens),
        offset: learnedOffset(tokens, app.id),
      };
    });
    const real = current?.region.kind === 'practice' ? null : current;
    return {
      apps: judging,
      hosts: hostsOfApp(real, practiceUrl) ?? unknownHosts(''),
      usedJtis: [...sentJtis(activity)],
    };
  }, [apps, keys, practiceUrl, tokens, activity, current]);
}
