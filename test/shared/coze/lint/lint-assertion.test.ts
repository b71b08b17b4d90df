import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAssertion } from '../../../../shared/coze/assertion.ts';
import { applyFix } from '../../../../shared/coze/lint/apply-fix.ts';
import { lintAssertion } from '../../../../shared/coze/lint/lint-assertion.ts';
import { lintCodes } from '../../../../shared/coze/lint/lint-codes.ts';
import type { Fix, LintFinding } from '../../../../shared/coze/lint/lint-finding.ts';
import { hostsOfRegion, type Region } from '../../../../shared/coze/region.ts';
import { decodeToken } from '../../../../shared/jwt/decode-token.ts';
import { durationSeconds, epochSeconds } from '../../../../shared/time.ts';
import { isSoon } from '../../../fixtures/is-soon.ts';
import {
  claims,
  cn,
  goodHeader,
  goodKid,
  header,
  type WrongAssertion,
  wrongAssertions,
} from '../../../fixtures/jwt/coze-assertions.ts';
import { documentedFields } from '../../../fixtures/jwt/coze-documented-fields.ts';
import { encodeToken } from '../../../fixtures/jwt/encode-token.ts';
import { jweToken } from '../../../fixtures/jwt/rfc-tokens.ts';

const sample = readFileSync(
  new URL('../../../fixtures/jwt/coze-channel-sample.txt', import.meta.url),
  'utf8',
);

function lint(headerText: string, payloadText: string, context = cn): readonly LintFinding[] {
  return lintAssertion(decodeToken(encodeToken(headerText, payloadText)), context);
}

function lintCase({ header = goodHeader, payload = claims(), context }: WrongAssertion) {
  return lint(header, payload, context);
}

function changeOf(fix: Fix | null): string | null {
  if (fix === null) return null;
  return 'remove' in fix ? 'remove' : fix.value;
}

describe('lintAssertion', () => {
  test('has nothing to say about a good assertion', () => {
    expect(lint(goodHeader, claims())).toEqual([]);
  });

  test('has nothing to say about the claims of the documentation’s own program', () => {
    const payload =
      '{"iat": 1735689600, "exp": 1735690200, "jti": "16fd2706-8baf-433b-82eb-8c7fada847da", "aud": "api.coze.cn", "iss": "1127900106117"}';
    const headerText = '{"alg":"RS256","kid":"_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4","typ":"JWT"}';
    expect(lint(headerText, payload)).toEqual([]);
  });

  test.each(wrongAssertions.map((wrong) => [wrong.name, wrong] as const))('finds: %s', (_, wrong) => {
    const found = lintCase(wrong);
    expect(found.map(({ code, path, fix }) => [code, path, changeOf(fix)])).toEqual(wrong.expected);
    for (const { code, severity, source } of found) expect({ severity, source }).toEqual(lintCodes[code]);
  });

  test('every code but that of encrypted tokens is in the corpus', () => {
    const seen = new Set(wrongAssertions.flatMap(({ expected }) => expected.map(([code]) => code)));
    expect(Object.keys(lintCodes).filter((code) => !seen.has(code as LintFinding['code']))).toEqual([
      'not-a-signed-token',
      'claims-nested',
    ]);
  });

  test.each(wrongAssertions.map((wrong) => [wrong.name, wrong] as const))(
    'a fix ends what it was offered for: %s',
    (_, wrong) => {
      for (const { code, path, fix } of lintCase(wrong)) {
        if (fix === null) continue;
        const before = { header: wrong.header ?? goodHeader, payload: wrong.payload ?? claims() };
        const after = { ...before, [fix.segment]: applyFix(before[fix.segment], fix) };
        const left = lint(after.header, after.payload, wrong.context);
        expect(left.filter((found) => found.code === code && found.path === path)).toEqual([]);
        expect(left.filter(({ severity }) => severity === 'error')).toEqual([]);
      }
    },
  );

  test('points at the value in the segment’s base64url', () => {
    const payload = '{"名":1,"aud":"https://api.coze.cn"}';
    const [found] = lint(goodHeader, payload).filter(({ path }) => path === '/aud');
    const bytesBefore = Buffer.byteLength('{"名":1,"aud":');
    expect(found).toMatchObject({ segment: 'payload', offset: Math.floor((bytesBefore * 4) / 3) });
    expect(lint(header({ kid: null }), claims())).toMatchObject([{ segment: 'header', offset: null }]);
  });

  test('points into a payload that is not base64url', () => {
    const payload = claims({ aud: '"coze"' });
    const headerPart = Buffer.from(header({ b64: 'false', crit: '["b64"]' })).toString('base64url');
    const found = lintAssertion(decodeToken(`${headerPart}.${payload.replaceAll('.', '')}.AAAA`), cn);
    const aud = found.find(({ path }) => path === '/aud');
    expect(aud).toMatchObject({ offset: payload.indexOf('"coze"') });
  });

  test('judges the last of several members with one name', () => {
    const payload = claims().replace('"aud"', '"aud":"api.coze.com","aud"');
    expect(lint(goodHeader, payload)).toEqual([]);
  });

  test('quotes no key, and nothing at length', () => {
    const key = `-----BEGIN PRIVATE KEY-----${'A'.repeat(4000)}`;
    const found = lint(
      header({ kid: JSON.stringify(key) }),
      claims({ iss: JSON.stringify(key), aud: JSON.stringify('x'.repeat(5000)) }),
    );
    expect(found.map(({ code }) => code)).toEqual(['kid-is-pem', 'iss-is-pem', 'aud-not-api-host']);
    expect(JSON.stringify(found)).not.toContain('BEGIN');
    for (const { params } of found) expect(JSON.stringify(params).length).toBeLessThan(200);
  });

  test('finds the region in the documentation’s masked sample, and calls nothing missing there', () => {
    const found = lintAssertion(decodeToken(sample), cn);
    expect(found.map(({ code, severity, path, fix }) => [code, severity, path, fix])).toEqual([
      ['aud-other-region', 'error', '/aud', null],
      ['lifetime-long', 'warning', '/exp', null],
    ]);
    expect(found[0]?.offset).toBe(Math.floor(('{"iss":"310000000002","aud":'.length * 4) / 3));
  });

  test('the sample is one of the other region’s', () => {
    const hosts = hostsOfRegion({ kind: 'com' }, null);
    expect(lintAssertion(decodeToken(sample), { ...cn, hosts }).map(({ code }) => code)).toEqual([
      'lifetime-long',
    ]);
  });

  test('an encrypted token is none that Coze takes', () => {
    expect(lintAssertion(decodeToken(jweToken), cn)).toMatchObject([
      { code: 'not-a-signed-token', severity: 'error', segment: 'token', offset: null, fix: null },
    ]);
  });

  test('a token around the claims is none that Coze takes', () => {
    expect(lint(goodHeader, encodeToken(goodHeader, '{}'))).toMatchObject([
      { code: 'claims-nested', severity: 'error', segment: 'token', offset: null, fix: null },
    ]);
  });

  test('calls nothing missing where the token ends before its payload', () => {
    const headerPart = Buffer.from(goodHeader).toString('base64url');
    expect(lintAssertion(decodeToken(`${headerPart}.`), cn)).toEqual([]);
    expect(lintAssertion(decodeToken(headerPart), cn)).toEqual([]);
  });

  test('says nothing about a payload that is no object', () => {
    expect(lint(goodHeader, '["iss"]')).toEqual([]);
    expect(lint(goodHeader, 'hello')).toEqual([]);
  });

  test('counts at most 20 unknown members of one object', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, '1']));
    expect(lint(goodHeader, claims(many))).toHaveLength(20);
  });
});

describe('every documented field', () => {
  const whole = {
    header: JSON.parse(goodHeader) as Record<string, unknown>,
    payload: {
      ...(JSON.parse(claims()) as Record<string, unknown>),
      session_name: 'user-1',
      session_context: { device_info: { device_id: 'd-1' } },
    },
  };
  const wrongTypes = {
    String: [7, null, [], {}, true, ''],
    Integer: ['x', null, [], {}, false, 1.5],
    Object: [7, null, [], 'x', {}],
  };

  function withValue(
    outer: Readonly<Record<string, unknown>>,
    names: readonly string[],
    value: unknown,
  ): object {
    const [first = '', ...rest] = names;
    const inner = (outer[first] ?? {}) as Readonly<Record<string, unknown>>;
    return { ...outer, [first]: rest.length === 0 ? value : withValue(inner, rest, value) };
  }

  function lintWith(segment: 'header' | 'payload', names: readonly string[], value: unknown) {
    const changed = { ...whole, [segment]: withValue(whole[segment], names, value) };
    return lint(JSON.stringify(changed.header), JSON.stringify(changed.payload), {
      ...cn,
      wantsSessions: true,
    });
  }

  test('together are fine', () => {
    expect(lint(goodHeader, JSON.stringify(whole.payload))).toEqual([]);
  });

  test.each(documentedFields.map((field) => [field.names.join('.'), field] as const))(
    '%s is found when it is missing or of another type',
    (_, { segment, names, type, required }) => {
      const path = `/${names.join('/')}`;
      for (const value of wrongTypes[type]) {
        const found = lintWith(segment, names, value).filter((one) => one.path === path);
        expect([value, found.length]).toEqual([value, 1]);
      }
      const missing = lintWith(segment, names, undefined).filter((one) => one.path === path);
      if (required) expect(missing).toMatchObject([{ code: 'required-missing', severity: 'error' }]);
      if (path === '/session_name') expect(missing).toMatchObject([{ code: 'session-name-missing' }]);
    },
  );
});

const fingerprint = fc.stringMatching(/^[A-Za-z0-9_-]{42}[A-Za-z_-]$/);
const region: fc.Arbitrary<Region> = fc.oneof(
  fc.constant<Region>({ kind: 'cn' }),
  fc.constant<Region>({ kind: 'com' }),
  fc
    .integer({ min: 1, max: 65_535 })
    .map((port): Region => ({ kind: 'custom', baseUrl: `https://coze.example:${port}` })),
);
const words = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .filter((text) => text.trim() !== '');
const ownId = fc.oneof(fc.stringMatching(/^u-[a-z0-9]{1,30}$/), fc.uuid());

describe('lintAssertion, for any input', () => {
  test('has nothing to say about what buildAssertion builds', () => {
    const fields = fc.record({
      clientId: fc.stringMatching(/^[1-9]\d{5,18}$/),
      kid: fingerprint,
      region,
      now: fc.integer({ min: 0, max: 4_102_444_800 }),
      lifetime: fc.integer({ min: 1, max: 3600 }),
      jti: fc.stringMatching(/^[A-Za-z0-9_-]{33,86}$/),
      sessionName: words,
      device: fc.oneof(
        fc.constant({ kind: 'none' as const }),
        ownId.map((value) => ({ kind: 'device-id' as const, value })),
        ownId.map((value) => ({ kind: 'custom-consumer' as const, value })),
      ),
    });
    fc.assert(
      fc.property(fields, ({ region, now, lifetime, ...rest }) => {
        const hosts = hostsOfRegion(region, null);
        const built = buildAssertion({
          ...rest,
          audience: hosts.audience,
          now: epochSeconds(now),
          lifetimeSeconds: durationSeconds(lifetime),
        });
        const context = {
          hosts,
          now: epochSeconds(now),
          knownKid: rest.kid,
          clientId: rest.clientId,
          usedJtis: () => false,
          wantsSessions: true,
        };
        expect(lint(JSON.stringify(built.header), JSON.stringify(built.claims), context)).toEqual([]);
      }),
    );
  });

  test('never throws, and places each finding inside its segment', () => {
    const value = fc.oneof(
      fc.json(),
      fc.string().map((text) => JSON.stringify(text)),
      fc.constantFrom('1e400', '-0', '9'.repeat(400)),
    );
    const name = fc.oneof(
      fc.constantFrom(
        ...documentedFields.map(({ names }) => names.at(-1) ?? ''),
        'nbf',
        'scope',
        '__proto__',
        'constructor',
      ),
      fc.string(),
    );
    const object = fc
      .array(fc.tuple(name, value), { maxLength: 12 })
      .map((members) => `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`);
    const cut = fc.tuple(object, fc.nat(400)).map(([text, length]) => text.slice(0, length));
    const segment = fc.oneof(object, cut, fc.string());
    fc.assert(
      fc.property(segment, segment, (headerText, payloadText) => {
        const token = decodeToken(encodeToken(headerText, payloadText));
        for (const { segment, offset, fix } of lintAssertion(token, {
          ...cn,
          knownKid: goodKid,
          wantsSessions: true,
        })) {
          if (segment !== 'header' && segment !== 'payload') continue;
          if (offset !== null) expect(offset).toBeLessThan(token[segment].raw.length);
          if (fix !== null) expect(() => JSON.parse(applyFix(token[segment].text ?? '', fix))).not.toThrow();
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is quick with a large token', () => {
    const filler = Array.from({ length: 9000 }, (_, index) => `"x${index}":"${'y'.repeat(60)}"`).join(',');
    const payload = claims({ aud: '"coze"' }).replace('{', `{${filler},`);
    const token = decodeToken(encodeToken(goodHeader, payload));
    const work = () => {
      expect(lintAssertion(token, cn)).toHaveLength(21);
    };
    expect(isSoon(work)).toBe(true);
  });
});
