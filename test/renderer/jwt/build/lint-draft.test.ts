import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, withMembers } from '../../../../renderer/jwt/build/draft.ts';
import { freshAssertion, freshJwt, randomId } from '../../../../renderer/jwt/build/fresh-draft.ts';
import { lintDraft, placeInText } from '../../../../renderer/jwt/build/lint-draft.ts';
import type { OAuthApp } from '../../../../shared/coze/app.ts';
import type { SigningKey } from '../../../../shared/coze/key.ts';
import type { LintContext } from '../../../../shared/coze/lint/lint-context.ts';
import { hostsOfRegion } from '../../../../shared/coze/region.ts';
import { epochSeconds } from '../../../../shared/time.ts';

const hosts = hostsOfRegion({ kind: 'cn' }, null);
const now = epochSeconds(1_760_000_000);
const kid = 'vYwfltTu9fAmkpXXRvtyRdDstN5S3ecEp1jW0zuT2DE';

const app: OAuthApp = {
  id: 'a',
  name: 'Demo',
  region: { kind: 'cn' },
  clientId: '310000000002',
  variant: { kind: 'channel' },
  keyIds: ['k'],
  keyInUse: 'k',
  defaults: {
    durationSeconds: 900,
    sessionName: 'u-1',
    device: { kind: 'device-id', value: 'd' },
    scope: null,
  },
  autoRenew: false,
  scopes: [],
};
const key: SigningKey = {
  id: 'k',
  label: 'prod',
  kid,
  origin: 'imported',
  createdAt: 0,
  held: 'keychain',
  bits: 2048,
  publicKeyPem: '',
  fingerprints: { spki: '', jwkThumbprint: '', pkcs1: '' },
};
const context: LintContext = { hosts, now, knownKid: kid, clientId: app.clientId, usedJtis: () => false };

function draftOf(payload: string, header = `{"alg":"RS256","typ":"JWT","kid":"${kid}"}`): Draft {
  return { header, payload, readableHeader: header, readablePayload: payload, appId: 'a', keyId: 'k' };
}

const codes = (draft: Draft, against: LintContext | null = context) =>
  lintDraft(draft, against).map(({ finding }) => finding.code);

describe('the findings of a draft', () => {
  test('there are none about a fresh one', () => {
    const jti = randomId();
    expect(codes(freshAssertion({ app, key, hosts, now, jti }))).toEqual([]);
    expect(codes(freshJwt({ key, now, jti }), null)).toEqual([]);
  });

  test('there are none about a fresh one of any app, session and device', () => {
    const device = fc.oneof(
      fc.constant({ kind: 'none' } as const),
      fc.record({ kind: fc.constant('device-id' as const), value: fc.uuid() }),
      fc.record({ kind: fc.constant('custom-consumer' as const), value: fc.uuid() }),
    );
    const sessionName = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(sessionName, device, fc.bigInt({ min: 100_000n, max: 10n ** 19n }), (name, at, id) => {
        const own = {
          ...app,
          clientId: String(id),
          defaults: { ...app.defaults, sessionName: name, device: at },
        };
        const draft = freshAssertion({ app: own, key, hosts, now, jti: randomId() });
        expect(codes(draft, { ...context, clientId: own.clientId, wantsSessions: true })).toEqual([]);
      }),
    );
  });

  test('the error of the syntax comes first, and nothing is put right in what cannot be read', () => {
    const findings = lintDraft(draftOf('{"iss":"1",,}'), context);
    expect(findings[0]?.finding.code).toBe('invalid-json');
    expect(findings.every(({ fix }) => fix === null)).toBe(true);
  });

  test('each that has one right value can be put right, and then none is left', () => {
    const bad = draftOf(
      `{"iss":310000000002,"aud":"https://api.coze.cn/","iat":"1760000000","exp":1759999000,"jti":"x","nbf":1860000000}`,
      '{"alg":"HS256","kid":"310000000002"}',
    );
    const fixes = lintDraft(bad, context).flatMap(({ fix }) => (fix ? [fix] : []));
    expect(fixes.map(({ kind }) => kind)).toContain('new-jti');
    expect(fixes.map(({ kind }) => kind)).toContain('from-now');
    const changes = fixes.flatMap((fix) =>
      fix.kind === 'new-jti'
        ? [{ segment: 'payload', path: ['jti'], value: JSON.stringify(randomId()) } as const]
        : fix.changes,
    );
    expect(codes(withMembers(bad, changes))).toEqual([]);
  });

  test('a jti that was sent is told', () => {
    const draft = freshAssertion({ app, key, hosts, now, jti: 'x'.repeat(43) });
    expect(codes(draft, { ...context, usedJtis: (jti) => jti === 'x'.repeat(43) })).toEqual(['jti-used']);
  });
});

describe('the place of a finding', () => {
  test('is the value in the text, also below other objects', () => {
    const draft = draftOf('{"session_context":{"device_info":{"device_id":7}}}');
    const found = { segment: 'payload', path: '/session_context/device_info/device_id', params: {} } as const;
    expect(placeInText(found, draft)).toEqual({ from: 47, to: 48 });
  });

  test('is where the syntax breaks', () => {
    const draft = draftOf('{\n  "a": 1\n  "b": 2\n}');
    const found = { segment: 'payload', path: null, params: { line: 3, column: 3 } } as const;
    expect(placeInText(found, draft)).toEqual({ from: 13, to: 14 });
  });

  test('is nowhere for what is missing', () => {
    expect(placeInText({ segment: 'payload', path: '/jti', params: {} }, draftOf('{}'))).toBeNull();
    expect(placeInText({ segment: 'token', path: null, params: {} }, draftOf('{}'))).toBeNull();
  });
});
