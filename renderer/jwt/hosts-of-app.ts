import type { OAuthApp } from '../../shared/coze/app.ts';
import { hostsOfRegion, type RegionHosts } from '../../shared/coze/region.ts';

/** The hosts of an app's Coze, those of coze.cn without an app; null while they are unknown, as practice Coze is not running. */
export function hostsOfApp(app: OAuthApp | null, practiceUrl: string | null): RegionHosts | null {
  if (app?.region.kind === 'practice' && practiceUrl === null) return null;
  return hostsOfRegion(app?.region ?? { kind: 'cn' }, practiceUrl);
}

/** Hosts to judge by while they are unknown: whatever audience is given counts as right. */
export function unknownHosts(audience: string): RegionHosts {
  return { api: '', audience, www: null, ws: null };
}
