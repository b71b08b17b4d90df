import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwnHost, isOwnRequest, type RequestFacts } from '../../../electron/loopback/is-own-request.ts';

const host = '127.0.0.1:8080';
const origin = `http://${host}`;
const get = (headers: RequestFacts['headers'], target = '/'): RequestFacts => ({
  method: 'GET',
  target,
  headers: { host, ...headers },
});
const post = (headers: RequestFacts['headers']): RequestFacts => ({
  ...get(headers, '/bridge/call'),
  method: 'POST',
});

describe('isOwnHost', () => {
  it.each(['127.0.0.1', '127.0.0.1:1', 'localhost:65535', '[::1]', '[::1]:8080'])('takes %s', (name) => {
    expect(isOwnHost(name)).toBe(true);
  });

  it.each([
    '',
    'LOCALHOST.',
    'localhost.',
    '127.0.0.2',
    '::1',
    '[::1',
    '127.0.0.1:',
    '127.0.0.1:123456',
    ' 127.0.0.1',
  ])('refuses "%s"', (name) => {
    expect(isOwnHost(name)).toBe(false);
  });

  it('refuses whatever is put around its names', () => {
    const some = fc.string({ minLength: 1 }).filter((text) => !/^:\d{1,5}$/.test(text));
    fc.assert(
      fc.property(fc.constantFrom('127.0.0.1', 'localhost', '[::1]'), some, (name, more) => {
        expect(isOwnHost(name + more)).toBe(false);
        expect(isOwnHost(more + name)).toBe(false);
      }),
    );
  });
});

describe('isOwnRequest', () => {
  it('takes what a page of this host sends, and what a person opens', () => {
    expect(isOwnRequest(get({}))).toBe(true);
    expect(isOwnRequest(get({ 'sec-fetch-site': 'none' }))).toBe(true);
    expect(isOwnRequest(get({ 'sec-fetch-site': 'same-origin' }, '/assets/a.js'))).toBe(true);
    expect(isOwnRequest(post({ origin, 'sec-fetch-site': 'same-origin' }))).toBe(true);
  });

  it('refuses what is sent without an origin, or from another one', () => {
    expect(isOwnRequest(post({}))).toBe(false);
    expect(isOwnRequest(post({ origin: 'http://127.0.0.1:8081' }))).toBe(false);
    expect(isOwnRequest(post({ origin: 'http://localhost:8080' }))).toBe(false);
    expect(isOwnRequest(post({ origin: `${origin}, https://evil.example` }))).toBe(false);
    expect(isOwnRequest(get({ origin: 'https://evil.example' }))).toBe(false);
    expect(isOwnRequest(post({ origin, 'sec-fetch-site': 'none' }))).toBe(false);
    expect(isOwnRequest(post({ origin, 'sec-fetch-site': 'same-site' }))).toBe(false);
  });

  it('lets another site link to the page and do nothing else, whatever it says of itself', () => {
    const words = fc.constantFrom('navigate', 'cors', 'no-cors', 'document', 'iframe', 'script', 'x', '');
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom('/', '/assets/a.js', '/bridge/events'),
        (mode, dest, target) => {
          const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode, 'sec-fetch-dest': dest };
          const isLink = mode === 'navigate' && dest === 'document' && target === '/';
          expect(isOwnRequest(get(headers, target))).toBe(isLink);
        },
      ),
    );
  });

  it('refuses a target that is no path', () => {
    expect(isOwnRequest(get({}, 'http://127.0.0.1:8080/'))).toBe(false);
    expect(isOwnRequest(get({}, '*'))).toBe(false);
    expect(isOwnRequest({ ...get({}), target: undefined })).toBe(false);
  });
});
