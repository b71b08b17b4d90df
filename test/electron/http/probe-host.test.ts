import { describe, expect, it } from 'vitest';
import { probeHost } from '../../../electron/http/probe-host.ts';

const options = { signal: new AbortController().signal, timeoutMs: 2000 };

describe('probeHost', () => {
  it('takes a proxy that is no URL for a proxy that fails', async () => {
    const { failure } = await probeHost(new URL('https://api.coze.cn'), 'not a url', options);
    expect(failure).toEqual({ step: 'proxy', code: 'ERR_INVALID_URL' });
  });

  it('rejects with an AbortError when it is cancelled, before and while it runs', async () => {
    const before = AbortSignal.abort();
    await expect(
      probeHost(new URL('http://127.0.0.1:9'), null, { ...options, signal: before }),
    ).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    const during = new AbortController();
    const probing = probeHost(new URL('http://127.0.0.1:9'), null, { ...options, signal: during.signal });
    during.abort();
    await expect(probing).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it('looks no name up where the host is an address', async () => {
    const { addresses, failure } = await probeHost(new URL('http://[::1]:9'), null, options);
    expect(addresses).toEqual([]);
    expect(failure?.step).toBe('tcp');
  });
});
