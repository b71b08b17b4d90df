import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInApp } from '../../../shared/coze/app-findings.ts';

const appId = '1123456789012';
const kid = '_v0VjcMlVdQc3tRTD3jTiwNg9gVRgxabOpHgpyf4aBc';

describe('findInApp', () => {
  it.each([
    [{ clientId: appId, kid }],
    [{ clientId: appId }],
    [{ clientId: '', kid: '' }],
    [{ clientId: ` ${appId}\n`, kid: ` ${kid} ` }],
  ])('has nothing to say about %j', (fields) => {
    expect(findInApp(fields)).toStrictEqual([]);
  });

  it('offers to swap two swapped fields', () => {
    expect(findInApp({ clientId: kid, kid: appId })).toStrictEqual([
      { code: 'app-id-is-kid', severity: 'error', field: 'clientId', fix: 'swap' },
      { code: 'kid-is-app-id', severity: 'error', field: 'kid', fix: 'swap' },
    ]);
  });

  it('offers to move a value into the empty field where it belongs', () => {
    expect(findInApp({ clientId: kid })).toMatchObject([{ code: 'app-id-is-kid', fix: 'swap' }]);
    expect(findInApp({ clientId: '', kid: appId })).toMatchObject([{ code: 'kid-is-app-id', fix: 'swap' }]);
  });

  it('does not swap when only one of the two is wrong', () => {
    expect(findInApp({ clientId: appId, kid: appId })).toStrictEqual([
      { code: 'kid-is-app-id', severity: 'error', field: 'kid' },
    ]);
    expect(findInApp({ clientId: kid, kid })).toStrictEqual([
      { code: 'app-id-is-kid', severity: 'error', field: 'clientId' },
    ]);
  });

  it.each([
    [{ clientId: '3000123456789.app.coze' }, 'app-id-is-client-id', 'error'],
    [{ clientId: '-----BEGIN PRIVATE KEY-----\nMII' }, 'app-id-is-pem', 'error'],
    [{ clientId: 'my app' }, 'app-id-not-digits', 'warning'],
    [{ clientId: appId, kid: '-----BEGIN PUBLIC KEY-----' }, 'kid-is-pem', 'error'],
    [{ clientId: appId, kid: kid.slice(1) }, 'kid-length', 'warning'],
    [{ clientId: appId, kid: `${kid}=` }, 'kid-length', 'warning'],
  ])('says of %j: %s', (fields, code, severity) => {
    expect(findInApp(fields)).toMatchObject([{ code, severity }]);
  });

  it('says at most one thing about a field, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (clientId, typed) => {
        const fields = findInApp({ clientId, kid: typed }).map(({ field }) => field);
        expect(new Set(fields).size).toBe(fields.length);
      }),
    );
  });
});
