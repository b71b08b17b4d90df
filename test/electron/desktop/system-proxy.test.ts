import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proxyFromPacList } from '../../../electron/desktop/system-proxy.ts';

describe('proxyFromPacList', () => {
  it.each([
    ['DIRECT', null],
    ['', null],
    ['PROXY proxy.local:3128', 'http://proxy.local:3128'],
    ['PROXY proxy.local:3128; DIRECT', 'http://proxy.local:3128'],
    ['DIRECT; PROXY proxy.local:3128', null],
    ['HTTPS secure.local:443;PROXY proxy.local:3128', 'https://secure.local:443'],
    ['SOCKS5 127.0.0.1:1080', 'socks5://127.0.0.1:1080'],
    ['SOCKS 127.0.0.1:1080', 'socks4://127.0.0.1:1080'],
    ['proxy [::1]:8080', 'http://[::1]:8080'],
    ['QUIC quic.local:443; PROXY proxy.local:3128', 'http://proxy.local:3128'],
    ['PROXY ; DIRECT', null],
    ['PROXY a b:c:d', 'http://a'],
    ['PROXY :::', null],
  ])('of "%s" is %s', (list, proxy) => {
    expect(proxyFromPacList(list)).toBe(proxy);
  });

  it('is a URL or nothing for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('PROXY ', 'SOCKS5 ', ''), (text, kind) => {
        const proxy = proxyFromPacList(kind + text);
        expect(proxy === null || URL.canParse(proxy)).toBe(true);
      }),
    );
  });
});
