import { describe, expect, it } from 'vitest';
import { type AppForm, emptyAppForm } from '../../../renderer/keys/app-form.ts';
import {
  baseUrlProblem,
  fieldsOf,
  missingIn,
  swapIds,
  withConfig,
  withKey,
  withoutKey,
} from '../../../renderer/keys/app-form-state.ts';

const filled: AppForm = { ...emptyAppForm, name: ' Demo ', clientId: ' 1133457890123 ' };

describe('fieldsOf', () => {
  it('trims what was typed', () => {
    expect(fieldsOf(filled)).toMatchObject({
      name: 'Demo',
      clientId: '1133457890123',
      region: { kind: 'cn' },
    });
  });

  it('keeps of a base URL only its origin', () => {
    const form: AppForm = { ...filled, regionKind: 'custom', baseUrl: ' https://api.example.com/ ' };
    expect(fieldsOf(form)?.region).toEqual({ kind: 'custom', baseUrl: 'https://api.example.com' });
  });

  it('is null while the id of the variant is missing', () => {
    expect(fieldsOf({ ...filled, variantKind: 'enterprise' })).toBeNull();
    expect(missingIn({ ...filled, variantKind: 'enterprise' }).variantId).toBe(true);
    expect(fieldsOf({ ...filled, variantKind: 'cross-account', accountId: '210' })?.variant).toEqual({
      kind: 'cross-account',
      accountId: '210',
    });
  });
});

describe('baseUrlProblem', () => {
  it.each([
    ['', 'not-a-url'],
    ['ftp://a', 'scheme'],
    ['http://example.com', 'http-not-loopback'],
    ['https://u:p@example.com', 'credentials'],
    ['https://example.com/api', 'path'],
    ['http://127.0.0.1:8080', null],
    ['http://[::1]:8080', null],
  ])('of %j is %s', (baseUrl, reason) => {
    expect(baseUrlProblem({ ...filled, regionKind: 'custom', baseUrl })).toBe(reason);
  });
});

describe('keys of a form', () => {
  const one = withKey(filled, 'k1', 'kid-1');

  it('signs with the first key', () => {
    expect(one).toMatchObject({ keyIds: ['k1'], keyInUse: 'k1', kids: { k1: 'kid-1' } });
  });

  it('takes three at most', () => {
    const four = ['k2', 'k3', 'k4'].reduce((form, id) => withKey(form, id, ''), one);
    expect(four.keyIds).toEqual(['k1', 'k2', 'k3']);
  });

  it('signs with another one when the one in use is taken out', () => {
    expect(withoutKey(withKey(one, 'k2', ''), 'k1')).toMatchObject({ keyIds: ['k2'], keyInUse: 'k2' });
    expect(withoutKey(one, 'k1').keyInUse).toBeNull();
  });

  it('swaps app id and kid', () => {
    const swapped = swapIds({ ...one, clientId: 'kid-1', kids: { k1: '1133457890123' } });
    expect(swapped).toMatchObject({ clientId: '1133457890123', kids: { k1: 'kid-1' } });
  });
});

describe('withConfig', () => {
  const config = { clientId: '1190000000137', region: { kind: 'com' } } as const;

  it('fills an empty form', () => {
    expect(withConfig(emptyAppForm, config)).toMatchObject({ clientId: '1190000000137', regionKind: 'com' });
  });

  it('leaves alone a form that has an app id', () => {
    expect(withConfig(filled, config)).toEqual(filled);
  });
});
