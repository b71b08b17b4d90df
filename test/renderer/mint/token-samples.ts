import { defaultMintOptions } from '../../../shared/coze/app.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';

export const mintedAt = 1_800_000_000_000;

/** A token of fifteen minutes without anything special about it. */
export function sampleToken(part: Partial<AccessToken> = {}): AccessToken {
  return {
    id: 't1',
    source: 'minted',
    appId: 'a1',
    appName: 'Demo',
    region: { kind: 'cn' },
    mask: 'czs_…',
    options: defaultMintOptions,
    mintedAt,
    expiresAt: mintedAt / 1000 + 900,
    clockOffsetMs: 0,
    logId: null,
    uses: 0,
    lastUsedAt: null,
    autoRenew: false,
    renewal: null,
    replaces: null,
    replacedBy: null,
    ...part,
  };
}

/** The same with a session name. */
export function sampleSession(sessionName: string, part: Partial<AccessToken> = {}): AccessToken {
  return sampleToken({ id: sessionName, options: { ...defaultMintOptions, sessionName }, ...part });
}
