import { writeFile } from 'node:fs/promises';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleRoot, vouchedFor } from '../http/certificates.ts';
import { openBench, type RunBench } from './run-bench.ts';

let bench: RunBench;
const closing: (() => void)[] = [];

beforeEach(async () => {
  bench = await openBench();
});

afterEach(async () => {
  await bench.close();
  for (const close of closing.splice(0)) close();
});

function listening(server: ReturnType<typeof createTcpServer>): Promise<number> {
  closing.push(() => server.close());
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** What stands in for Coze, and a proxy that asks for a password and leads there. */
async function world() {
  const coze = createTlsServer({ ...vouchedFor }, (_request, response) =>
    response.end('{"code":0,"msg":""}'),
  );
  closing.push(() => coze.closeAllConnections());
  const cozePort = await listening(coze);
  const asked: string[] = [];
  const proxy = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      const basic = /^proxy-authorization: Basic (\S+)/im.exec(bytes.toString())?.[1] ?? '';
      asked.push(Buffer.from(basic, 'base64').toString());
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const onward = connect(cozePort, '127.0.0.1');
      onward.on('error', () => socket.destroy());
      socket.on('close', () => onward.destroy());
      socket.pipe(onward).pipe(socket);
    });
  });
  return { asked, proxyUrl: `http://127.0.0.1:${await listening(proxy)}` };
}

const usual = { caFile: null, timeoutSeconds: 180, followRedirects: true } as const;

describe('the network settings', () => {
  it('hold for what the console sends, with the password of the proxy from the keychain', async () => {
    const { asked, proxyUrl } = await world();
    const caFile = path.join(bench.machine.folder, 'ca.pem');
    await writeFile(caFile, exampleRoot);
    await bench.app.call('network.keepPassword', { url: proxyUrl, user: 'me', password: 'hunter2hunter2' });
    const proxy = { kind: 'own', url: proxyUrl, user: 'me' } as const;
    await bench.app.call('settings.change', { network: { ...usual, proxy } });
    const refused = await bench.send('https://api.coze.cn');
    expect(refused.problem).toMatchObject({
      code: 'http/tls',
      params: { certIssuer: 'CN=Example Root, O=Example' },
    });
    await bench.app.call('settings.change', { network: { ...usual, proxy, caFile } });
    expect(await bench.send('https://api.coze.cn')).toMatchObject({ stage: 'done', envelope: { code: 0 } });
    expect(new Set(asked)).toEqual(new Set(['me:hunter2hunter2']));
    expect(await bench.app.call('network.state', null)).toMatchObject({
      certificates: [{ subject: 'CN=Example Root, O=Example' }],
      caProblem: null,
      proxy: proxyUrl,
      hasPassword: true,
    });
    const crossed = [...bench.machine.crossed, ...Object.values(await bench.machine.files())].join('\n');
    expect(crossed).not.toContain('hunter2');
  });

  it('give the password to no other proxy and no other user', async () => {
    const { asked, proxyUrl } = await world();
    await bench.app.call('network.keepPassword', { url: 'http://other:1', user: 'me', password: 'hunter2' });
    const proxy = { kind: 'own', url: proxyUrl, user: 'me' } as const;
    await bench.app.call('settings.change', { network: { ...usual, proxy } });
    await bench.send('https://api.coze.cn');
    expect(asked.join()).not.toContain('hunter2');
    expect(asked.length).toBeGreaterThan(0);
  });

  it.each([
    'http://me:secret@proxy.example:1',
    'ftp://proxy.example',
    'proxy',
    'http://proxy.example/path',
    '',
  ])('refuse %j as the address of a proxy', async (url) => {
    const network = { ...usual, proxy: { kind: 'own', url, user: '' } } as const;
    expect((await bench.app.problem('settings.change', { network })).code).toBe('network/proxy-invalid');
    expect((await bench.app.call('app.snapshot', null)).profile.settings.network.proxy.kind).toBe('system');
  });

  it.each(['relative/ca.pem', '//share/ca.pem', '\\\\share\\ca.pem'])(
    'refuse %j as a CA file',
    async (caFile) => {
      const network = { ...usual, proxy: { kind: 'system', url: '', user: '' }, caFile } as const;
      expect(await bench.app.problem('settings.change', { network })).toMatchObject({
        code: 'network/ca-unreadable',
        params: { reason: 'not-absolute' },
      });
    },
  );
});
