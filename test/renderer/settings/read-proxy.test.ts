import { describe, expect, it } from 'vitest';
import { readProxy } from '../../../renderer/settings/read-proxy.ts';

describe('readProxy', () => {
  it.each([
    ['proxy.example:3128', 'http://proxy.example:3128', null, null],
    [' http://proxy.example:3128/ ', 'http://proxy.example:3128', null, null],
    ['https://me:p%40ss@proxy.example', 'https://proxy.example', 'me', 'p@ss'],
    ['socks5://me@10.0.0.1:1080', 'socks5://10.0.0.1:1080', 'me', null],
    ['me:secret@proxy.example:3128', 'http://proxy.example:3128', 'me', 'secret'],
    ['http://%zz@proxy.example', 'http://proxy.example', '%zz', null],
    ['not a proxy', 'not a proxy', null, null],
    ['', '', null, null],
  ])('reads %j', (typed, url, user, password) => {
    expect(readProxy(typed)).toEqual({ url, user, password });
  });
});
