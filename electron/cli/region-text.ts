import type { Region } from '../../shared/coze/region.ts';

/** The region as the command line writes it: `cn`, `com`, `practice` or a base URL. */
export function regionText(region: Region): string {
  return region.kind === 'custom' ? region.baseUrl : region.kind;
}
