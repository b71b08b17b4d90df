import { describe, expect, it } from 'vitest';
import { envProxy } from '../../../electron/http/env-proxy.ts';

const coze = new URL('https://api.coze.cn/v1');

describe('envProxy', () => {
  it.each([
    [{}, null],
    [{ HTTPS_PROXY: 'http://p:1' }, 'http://p:1'],
    [{ https_proxy: 'http://low:1', HTTPS_PROXY: 'http://up:1' }, 'http://low:1'],
    [{ HTTPS_PROXY: 'p:1' }, 'http://p:1'],
    [{ HTTP_PROXY: 'http://p:1' }, null],
    [{ ALL_PROXY: 'socks5://p:1' }, 'socks5://p:1'],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'example.com, coze.cn' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '.coze.cn' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '*.coze.cn' }, null],
    [{ HTTPS_PROXY: 'http://p:1', no_proxy: 'API.COZE.CN:443' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'api.coze.cn:8443' }, 'http://p:1'],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'oze.cn' }, 'http://p:1'],
  ])('reads %j as %s', async (env, expected) => {
    expect(await envProxy(env)(coze)).toBe(expected);
  });
});
