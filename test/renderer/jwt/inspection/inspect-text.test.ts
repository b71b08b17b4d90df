import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type InspectionRequest,
  inspectText,
  type JudgingApp,
} from '../../../../renderer/jwt/inspection/inspect-text.ts';
import { hostsOfRegion } from '../../../../shared/coze/region.ts';
import { encodeBase64url } from '../../../../shared/jwt/encode-base64url.ts';

const cn = hostsOfRegion({ kind: 'cn' }, null);
const com = hostsOfRegion({ kind: 'com' }, null);

const app: JudgingApp = {
  id: 'app-1',
  clientId: '310000000002',
  hosts: com,
  kids: ['first', 'second'],
  wantsSessions: true,
  offset: 100,
};

function request(text: string, change: Partial<InspectionRequest> = {}): InspectionRequest {
  const judging = { apps: [app], hosts: cn, now: 1000, usedJtis: ['used'] };
  return { text, chosen: 0, rule: null, other: null, ...judging, ...change };
}

const jwt = (payload: string, header = '{"alg":"RS256","typ":"JWT","kid":"second"}') =>
  `${encodeBase64url(header)}.${encodeBase64url(payload)}.${'A'.repeat(342)}`;

describe('the inspection of a text', () => {
  test('shows the chosen token, and the first where there is no such one', () => {
    const text = `${jwt('{"iss":"a"}')} ${jwt('{"iss":"b"}')}`;
    const issOf = (chosen: number) =>
      inspectText(request(text, { chosen })).token?.payload.rows?.map(({ value }) => value);
    expect([issOf(0), issOf(1), issOf(7)]).toEqual([['a'], ['b'], ['a']]);
    expect(inspectText(request(text)).previews).toHaveLength(2);
    expect(inspectText(request(text)).isCut).toBe(false);
    const lines = Array.from({ length: 1001 }, (_, n) => jwt(`{"n":${n}}`));
    const many = inspectText(request(lines.join('\n')));
    expect([many.isCut, many.previews.length]).toEqual([true, 1000]);
  });

  test('shows the first whole token where none was chosen, and how often each is there', () => {
    const [cut, whole] = [jwt('{"iss":"a"}').slice(0, -9), jwt('{"iss":"b"}')];
    const found = inspectText(request(`${cut}\n${whole}\n${whole}\n`, { chosen: null }));
    expect(found.token?.text).toBe(whole);
    expect([found.chosen, found.previews.map(({ times }) => times)]).toEqual([1, [1, 2]]);
  });

  test('shows the first of tokens that are all cut off', () => {
    const found = inspectText(request(`${jwt('{"iss":"a"}').slice(0, -9)}\n`, { chosen: null }));
    expect([found.chosen, found.previews.length]).toEqual([0, 1]);
  });

  test('judges an assertion by the app that its iss names: its hosts, its keys, its clock, what was sent', () => {
    const payload = '{"iss":"310000000002","aud":"api.coze.com","iat":1090,"exp":1690,"jti":"used"}';
    const { verdict, appId, rule } = inspectText(request(jwt(payload)));
    expect(rule).toBe('coze');
    expect(appId).toBe('app-1');
    expect(verdict?.audience).toBe('api.coze.com');
    expect(verdict?.findings.map(({ code }) => code)).toEqual([
      'kid-unlike-fingerprint',
      'jti-used',
      'session-name-missing',
    ]);
  });

  test('names the key in use to an assertion with a kid of none', () => {
    const found = inspectText(
      request(jwt('{"iss":"310000000002"}', '{"alg":"RS256","typ":"JWT","kid":"x"}')),
    );
    const other = found.verdict?.findings.find(({ code }) => code === 'kid-other-key');
    expect(other?.params['expected']).toBe('first');
  });

  test('judges any other JWT by nothing, unless asked to', () => {
    expect(inspectText(request(jwt('{"sub":"x"}'))).verdict).toBeNull();
    expect(inspectText(request(jwt('{"sub":"x"}'), { rule: 'coze' })).verdict?.audience).toBe('api.coze.cn');
  });

  test('shows what Coze knows inside the session context, row below row', () => {
    const payload = '{"session_context":{"device_info":{"device_id":"d"}},"x":{"y":1}}';
    const rows = inspectText(request(jwt(payload))).token?.payload.rows ?? [];
    expect(rows.map(({ id, depth, value }) => [id, depth, value])).toEqual([
      ['0 /session_context', 0, null],
      ['1 /session_context/device_info', 1, null],
      ['2 /session_context/device_info/device_id', 2, 'd'],
      ['3 /x', 0, '{\n  "y": 1\n}'],
    ]);
    expect(rows[2]?.explanation).not.toBeNull();
  });

  test('dates each of two members with one name by itself', () => {
    const rows = inspectText(request(jwt('{"exp":1,"exp":1700000000}'))).token?.payload.rows ?? [];
    expect(rows.map(({ time }) => time?.at)).toEqual([1, 1_700_000_000]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  test('opens a token inside a token', () => {
    const outer = jwt(jwt('{"iss":"inner"}'), '{"alg":"RS256","cty":"JWT"}');
    expect(inspectText(request(outer)).token?.nested?.payload.rows?.[0]?.value).toBe('inner');
  });

  test('compares with the token of another text', () => {
    const other = `Bearer ${jwt('{"iss":"b"}')}`;
    const { comparison } = inspectText(request(jwt('{"iss":"a"}'), { other }));
    expect(comparison?.members.at(-1)).toMatchObject({ path: '/iss', left: 'a', right: 'b' });
    expect(inspectText(request(jwt('{}'), { other: 'none here' })).comparison).toBeNull();
  });

  test('says what is no token', () => {
    expect(inspectText(request('hello')).kind).toBe('none');
    expect(inspectText(request('pat_abcdefghijkl')).kind).toBe('opaque');
  });

  test('reads any text without failing, and can be sent from a worker', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (garbage, value) => {
        for (const text of [garbage, `eyJ${garbage}`, jwt(JSON.stringify(value)), jwt(garbage, garbage)]) {
          const inspection = inspectText(request(text, { rule: 'coze', other: text }));
          expect(structuredClone(inspection)).toEqual(inspection);
        }
      }),
    );
  });
});
