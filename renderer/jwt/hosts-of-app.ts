import type { OAuthApp } from '../../shared/coze/app.ts';
import { hostsOfRegion, type RegionHosts } from '../../shared/coze/region.ts';

/** The hosts of an app's Coze; those of coze.cn without an app, and while practice Coze is not running. */
export function hostsOfApp(app: OAuthApp | null, practiceUrl: string | null): RegionHosts {
  const isStopped = app?.region.kind === 'practice' && practiceUrl === null;
  return hostsOfRegion(app && !isStopped ? app.region : { kind: 'cn' }, practiceUrl);
}
