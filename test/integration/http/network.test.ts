import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../electron/http/client.ts';
import { createNetwork } from '../../../electron/http/network.ts';
import { defaultNetwork, type NetworkSettings } from '../../../shared/network-settings.ts';
import { toProblem } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { exampleRoot, expired, forOther, vouchedFor } from './certificates.ts';
import { startHostileServer } from './hostile-server.ts';
import { selfSigned } from './self-signed.ts';

const clock = { now: () => epochMilliseconds(Date.now()) };
const cleanups: (() => unknown)[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-network-'));
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  await rm(folder, { recursive: true, force: true });
});

function traffic(settings: Partial<NetworkSettings> = {}, password = '') {
  const network = createNetwork({ systemProxy: async () => null, proxyPassword: async () => password });
  const use = (changes: Partial<NetworkSettings>) => network.use({ ...defaultNetwork, ...changes });
  use(settings);
  const client = createHttpClient({ clock, network });
  cleanups.push(client.close);
  const get = async (url: string) => {
    const answer = await client.send({
      method: 'GET',
      url,
      headers: [],
      body: null,
      signal: new AbortController().signal,
      timeoutMs: 5000,
      maxBytes: 1000,
    });
    return { status: answer.status, text: new TextDecoder().decode(answer.body) };
  };
  const problem = (url: string) =>
    get(url).then(
      () => Promise.reject(new Error('the request succeeded')),
      (thrown: unknown) => toProblem(thrown),
    );
  return { network, use, get, problem };
}

async function secure(certificate: { readonly cert: string; readonly key: string }) {
  const server = createTlsServer({ ...certificate }, (_request, response) => response.end('in confidence'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  cleanups.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `https://localhost:${port}/` };
}

/** A proxy that leads every tunnel to `port`. */
async function proxyTo(port: number, credentials: string | null = null) {
  const asked: string[] = [];
  const proxy = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      const head = bytes.toString();
      asked.push(head.split('\r\n')[0] ?? '');
      const basic = /^proxy-authorization: Basic (\S+)/im.exec(head)?.[1] ?? '';
      if (credentials !== null && Buffer.from(basic, 'base64').toString() !== credentials) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const onward = connect(port, '127.0.0.1');
      onward.on('error', () => socket.destroy());
      socket.on('close', () => onward.destroy());
      socket.pipe(onward).pipe(socket);
    });
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  cleanups.push(() => proxy.close());
  return { asked, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}

async function caFile(text: string | Uint8Array, name = 'ca.pem') {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

describe('a TLS connection that is refused', () => {
  it('says which certificate is self-signed', async () => {
    const { url } = await secure(selfSigned);
    const { params, remedies } = await traffic().problem(url);
    expect(remedies).toEqual(['add-ca-file', 'retry']);
    expect(params).toMatchObject({
      reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      certSubject: 'CN=localhost',
      certIssuer: 'CN=localhost',
      certTo: '2126-10-29T11:19:50.000Z',
      certFingerprint: expect.stringMatching(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/),
      certDepth: 0,
    });
  });

  it('says which one has expired, and when', async () => {
    const { url } = await secure({ ...expired });
    const file = await caFile(exampleRoot);
    expect((await traffic({ caFile: file }).problem(url)).params).toMatchObject({
      reason: 'CERT_HAS_EXPIRED',
      certSubject: 'CN=localhost',
      certIssuer: 'CN=Example Root, O=Example',
      certFrom: '2020-01-01T00:00:00.000Z',
      certTo: '2021-01-01T00:00:00.000Z',
      certDepth: 0,
    });
  });

  it('says for which names the certificate is, when it is for another host', async () => {
    const { url } = await secure(forOther);
    const file = await caFile(exampleRoot);
    expect((await traffic({ caFile: file }).problem(url)).params).toMatchObject({
      reason: 'ERR_TLS_CERT_ALTNAME_INVALID',
      certSubject: 'CN=other.example',
      certNames: 'DNS:other.example',
    });
  });

  it('says whose authority is unknown, also through a proxy', async () => {
    const { url, port } = await secure(vouchedFor);
    const expected = {
      reason: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      certSubject: 'CN=localhost',
      certIssuer: 'CN=Example Root, O=Example',
      certNames: 'DNS:localhost, DNS:api.coze.cn',
    };
    expect((await traffic().problem(url)).params).toMatchObject(expected);
    const proxy = await proxyTo(port, 'me:p@ss');
    const proxied = traffic({ proxy: { kind: 'own', url: proxy.url, user: 'me' } }, 'p@ss');
    expect((await proxied.problem('https://api.coze.cn/')).params).toMatchObject(expected);
  });

  it('says nothing of a certificate where none was shown', async () => {
    const plain = await startHostileServer((_request, response) => response.end('no TLS'));
    cleanups.push(plain.close);
    const { code, params } = await traffic().problem(
      plain.url.replace('http:', 'https:').replace('127.0.0.1', 'localhost'),
    );
    expect(code).toBe('http/tls');
    expect(Object.keys(params)).not.toContain('certSubject');
  });
});

describe('the own CA file', () => {
  it('makes a server good that it vouches for, from the next request on, and no longer when it is taken out', async () => {
    const { url } = await secure(vouchedFor);
    const { get, use, problem } = traffic();
    expect((await problem(url)).code).toBe('http/tls');
    use({ caFile: await caFile(`what a person wrote\n${exampleRoot}\n`) });
    expect(await get(url)).toEqual({ status: 200, text: 'in confidence' });
    use({ caFile: null });
    expect((await problem(url)).code).toBe('http/tls');
  });

  it('makes it good behind a proxy, too', async () => {
    const { port } = await secure(vouchedFor);
    const proxy = await proxyTo(port);
    const settings = {
      proxy: { kind: 'own', url: proxy.url, user: '' },
      caFile: await caFile(exampleRoot),
    } as const;
    expect((await traffic(settings).get('https://api.coze.cn/v1')).text).toBe('in confidence');
    expect(proxy.asked).toEqual(['CONNECT api.coze.cn:443 HTTP/1.1']);
  });

  it('is read again when it has changed', async () => {
    const { url } = await secure(vouchedFor);
    const file = path.join(folder, 'later.pem');
    const { get, network, problem } = traffic({ caFile: file });
    expect((await problem(url)).params).toMatchObject({ certSubject: 'CN=localhost', caFile: 'ENOENT' });
    await writeFile(file, exampleRoot);
    expect((await get(url)).status).toBe(200);
    expect((await network.certificates()).own).toMatchObject([
      { subject: 'CN=Example Root, O=Example', validTo: '2120-01-01T00:00:00.000Z', isAuthority: true },
    ]);
  });

  it.each([
    ['is a folder', () => folder, 'no-file'],
    ['is not there', () => path.join(folder, 'none'), 'ENOENT'],
    [
      'holds none',
      () => caFile('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'),
      'no-certificate',
    ],
    ['holds a key', () => caFile(vouchedFor.key), 'no-certificate'],
    ['is empty', () => caFile(''), 'no-certificate'],
    ['is huge', () => caFile(Buffer.alloc(5_000_000)), 'too-large'],
  ])('that %s is told, and requests go on without it', async (_what, make, reason) => {
    const plain = await startHostileServer((_request, response) => response.end('there'));
    cleanups.push(plain.close);
    const file = await make();
    const { get, network } = traffic({ caFile: file });
    expect((await network.certificates()).problem).toMatchObject({
      code: 'network/ca-unreadable',
      params: { file, reason },
    });
    expect((await get(plain.url)).text).toBe('there');
  });

  it('may be DER', async () => {
    const { url } = await secure(vouchedFor);
    const der = Buffer.from(exampleRoot.replace(/-----[A-Z ]+-----/g, ''), 'base64');
    expect((await traffic({ caFile: await caFile(der, 'ca.der') }).get(url)).status).toBe(200);
  });
});

describe('the own proxy', () => {
  it('is given user and password, and says so when they are wrong', async () => {
    const { port } = await secure(vouchedFor);
    const proxy = await proxyTo(port, 'me:p@ss:w/rd');
    const settings = {
      proxy: { kind: 'own', url: proxy.url, user: 'me' },
      caFile: await caFile(exampleRoot),
    } as const;
    expect((await traffic(settings, 'p@ss:w/rd').get('https://api.coze.cn/')).status).toBe(200);
    expect(await traffic(settings, 'wrong').problem('https://api.coze.cn/')).toMatchObject({
      code: 'http/unreachable',
      params: { reason: 'proxy-answer', proxyStatus: 407 },
    });
  });

  it('is named by the failure, without what it is given, with the setting that names it', async () => {
    const dead = 'http://127.0.0.1:1';
    const { problem, use } = traffic({ proxy: { kind: 'own', url: dead, user: 'me' } }, 'p@ss');
    const { params } = await problem('https://api.coze.cn/');
    expect(params).toMatchObject({ reason: 'proxy-refused', proxy: dead, proxySource: 'own' });
    expect(JSON.stringify(params)).not.toMatch(/me|p(?:@|%40)ss/);
    use({ proxy: { kind: 'own', url: 'ftp://127.0.0.1', user: '' } });
    expect((await problem('https://api.coze.cn/')).params).toMatchObject({
      reason: 'proxy-kind',
      proxy: 'ftp://127.0.0.1',
      proxySource: 'own',
    });
  });

  it('is told apart from the one of the system and that of the environment', async () => {
    for (const systemSource of ['system', 'environment'] as const) {
      const network = createNetwork({ systemProxy: async () => 'http://127.0.0.1:1', systemSource });
      expect(await network.proxyFor(new URL('https://api.coze.cn/'))).toStrictEqual({
        url: 'http://127.0.0.1:1',
        source: systemSource,
      });
    }
  });

  it('is not asked while none is wanted, and never for this machine', async () => {
    const { port, url } = await secure(vouchedFor);
    const proxy = await proxyTo(port);
    const file = await caFile(exampleRoot);
    const { get, network, use } = traffic({ proxy: { kind: 'own', url: proxy.url, user: '' }, caFile: file });
    await get(url);
    use({ proxy: { kind: 'none', url: proxy.url, user: '' } });
    expect(await network.proxyFor(new URL('https://api.coze.cn/'))).toBeNull();
    expect(proxy.asked).toEqual([]);
  });
});

describe('redirects and time', () => {
  it('hands a redirect back when none is to be followed', async () => {
    const server = await startHostileServer((request, response) => {
      if (request.url === '/old') response.writeHead(302, { Location: '/new' }).end('moved');
      else response.end('there');
    });
    cleanups.push(server.close);
    const { get, use } = traffic();
    expect(await get(`${server.url}/old`)).toEqual({ status: 200, text: 'there' });
    use({ followRedirects: false });
    expect(await get(`${server.url}/old`)).toEqual({ status: 302, text: 'moved' });
  });

  it('gives up after the time that the settings give', async () => {
    const server = await startHostileServer(() => undefined);
    cleanups.push(server.close);
    const { problem, use } = traffic();
    use({ timeoutSeconds: 0.05 });
    expect(await problem(server.url)).toMatchObject({ code: 'http/timeout', params: { phase: 'answer' } });
  });
});
