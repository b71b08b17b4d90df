import { describe, expect, it } from 'vitest';
import { mendProfile } from '../../../electron/engine/mend-profile.ts';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import type { SigningKey } from '../../../shared/coze/key.ts';
import { emptyProfile } from '../../../shared/profile.ts';

const key = (id: string, held: SigningKey['held']): SigningKey => ({
  id,
  held,
  label: id,
  kid: null,
  origin: 'imported',
  createdAt: 1,
  bits: 2048,
  publicKeyPem: '',
  fingerprints: { spki: '', jwkThumbprint: '', pkcs1: '' },
});

const app = (id: string, keyIds: string[], keyInUse: string | null): OAuthApp => ({
  id,
  keyIds,
  keyInUse,
  name: id,
  region: { kind: 'cn' },
  clientId: '1',
  variant: { kind: 'channel' },
  defaults: defaultMintOptions,
  autoRenew: false,
  scopes: [],
});

describe('mendProfile', () => {
  it('marks keys that an earlier run held as gone and keeps the links to them', () => {
    const mended = mendProfile({
      ...emptyProfile,
      keys: [key('k1', 'this-run'), key('k2', 'keychain')],
      apps: [app('a1', ['k1', 'k2'], 'k1')],
      currentAppId: 'a1',
    });
    expect(mended.keys.map(({ held }) => held)).toStrictEqual(['gone', 'keychain']);
    expect(mended.apps[0]).toMatchObject({ keyIds: ['k1', 'k2'], keyInUse: 'k1' });
  });

  it('drops references to what does not exist', () => {
    const mended = mendProfile({
      ...emptyProfile,
      keys: [key('k1', 'keychain')],
      apps: [app('a1', ['k1', 'k1', 'k9'], 'k9')],
      currentAppId: 'a9',
    });
    expect(mended.apps[0]).toMatchObject({ keyIds: ['k1'], keyInUse: null });
    expect(mended.currentAppId).toBe('a1');
  });
});
