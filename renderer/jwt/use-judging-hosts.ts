import { useMemo } from 'react';
import { hostsOfRegion, type RegionHosts } from '../../shared/coze/region.ts';
import { memberValue } from '../../shared/json/json-members.ts';
import type { DecodedToken } from '../../shared/jwt/decode-token.ts';
import { useAppStore, useCurrentApp } from '../app/app-store.ts';

/**
 * Which Coze a token is judged for: that of the app with the token's `iss`, else that of the current app unless it only
 * practises, else coze.cn.
 */
export function useJudgingHosts({ payload }: DecodedToken): RegionHosts {
  const apps = useAppStore((state) => state.profile.apps);
  const practiceUrl = useAppStore((state) => state.practice.url);
  const current = useCurrentApp();
  const iss: unknown = payload.tree ? memberValue(payload.tree, 'iss')?.value : undefined;
  const real = current?.region.kind === 'practice' ? null : current;
  const app = apps.find((candidate) => candidate.clientId === iss) ?? real;
  return useMemo(() => {
    const isStopped = app?.region.kind === 'practice' && practiceUrl === null;
    return hostsOfRegion(app && !isStopped ? app.region : { kind: 'cn' }, practiceUrl);
  }, [app, practiceUrl]);
}
