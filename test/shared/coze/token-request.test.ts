import { describe, expect, it } from 'vitest';
import { tokenPath, tokenRequestBody } from '../../../shared/coze/token-request.ts';

describe('tokenPath', () => {
  it('is the plain path for developer and channel apps', () => {
    expect(tokenPath({ kind: 'developer' })).toBe('/api/permission/oauth2/token');
    expect(tokenPath({ kind: 'channel' })).toBe('/api/permission/oauth2/token');
  });

  it('carries the account or enterprise id', () => {
    expect(tokenPath({ kind: 'cross-account', accountId: '7412345678901234567' })).toBe(
      '/api/permission/oauth2/account/7412345678901234567/token',
    );
    expect(tokenPath({ kind: 'enterprise', enterpriseId: 'volcano_2101954321' })).toBe(
      '/api/permission/oauth2/enterprise_id/volcano_2101954321/token',
    );
  });

  it('percent-encodes an id so that it stays one segment', () => {
    expect(tokenPath({ kind: 'cross-account', accountId: '../a b?c#d' })).toBe(
      '/api/permission/oauth2/account/..%2Fa%20b%3Fc%23d/token',
    );
  });

  it.each(['.', '..'])('refuses the id %s, which a URL would resolve away', (enterpriseId) => {
    expect(() => tokenPath({ kind: 'enterprise', enterpriseId })).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'input/invalid', params: { path: 'variant.enterpriseId' } }),
      }),
    );
  });
});

describe('tokenRequestBody', () => {
  it('leaves a null scope out', () => {
    expect(tokenRequestBody({ durationSeconds: 900, scope: null })).toBe(
      '{"grant_type":"urn:ietf:params:oauth:grant-type:jwt-bearer","duration_seconds":900}',
    );
  });

  it('passes a scope through, unknown members too', () => {
    const scope = {
      account_permission: { permission_list: ['Connector.botChat'] },
      workspace_permission: { workspace_id_list: ['7412345678901234567'] },
    };
    expect(JSON.parse(tokenRequestBody({ durationSeconds: 1, scope })).scope).toStrictEqual(scope);
  });

  it.each([1, 900, 86_399])('takes %d seconds', (durationSeconds) => {
    expect(JSON.parse(tokenRequestBody({ durationSeconds, scope: null })).duration_seconds).toBe(
      durationSeconds,
    );
  });

  it.each([0, -1, 86_400, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d seconds',
    (durationSeconds) => {
      expect(() => tokenRequestBody({ durationSeconds, scope: null })).toThrow(
        expect.objectContaining({
          problem: expect.objectContaining({
            code: 'mint/duration-invalid',
            params: { value: String(durationSeconds), max: 86_399 },
          }),
        }),
      );
    },
  );
});
