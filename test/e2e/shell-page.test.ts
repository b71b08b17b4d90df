import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedElectron, launchElectron } from './electron-launch.ts';

let run: LaunchedElectron;
let server: Server;
let serverUrl: string;
let requests = 0;

beforeAll(async () => {
  server = createServer((_, response) => {
    requests += 1;
    response.setHeader('Access-Control-Allow-Origin', '*').end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // With a microphone, so that its refusal is not its absence.
  run = await launchElectron({ args: ['--use-fake-device-for-media-stream'] });
});

afterAll(async () => {
  await run.close();
  server.closeAllConnections();
  server.close();
});

test('the page comes from app: and sees the bridge, and nothing of Node', async () => {
  const seen = await run.page.evaluate(() => ({
    origin: location.origin,
    isSecure: isSecureContext,
    bridge: Object.keys((window as unknown as { cozeMint: object }).cozeMint),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
  }));
  expect(seen).toEqual({
    origin: 'app://coze-mint',
    isSecure: true,
    bridge: ['call', 'cancel', 'addFile', 'subscribe'],
    node: [],
  });
});

test('the page cannot put another bridge in the place of the real one', async () => {
  const isSame = await run.page.evaluate(() => {
    const holder = window as unknown as { cozeMint: unknown };
    const before = holder.cozeMint;
    try {
      holder.cozeMint = { call: () => 'forged' };
    } catch {
      // Strict code is told; other code is only ignored.
    }
    return holder.cozeMint === before;
  });
  expect(isSame).toBe(true);
});

test('the window is sandboxed, isolated and without Node, webview and spell checker', async () => {
  const preferences = await run.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
  });
  const spellChecks = await run.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled());
  expect(spellChecks).toBe(false);
});

test('every file of the app carries the policy', async () => {
  const headers = await run.page.evaluate(async () =>
    Object.fromEntries((await fetch('/index.html')).headers.entries()),
  );
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='; /,
  );
  expect(headers['content-security-policy']).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
});

describe('code that is not the app’s does not run', () => {
  test('eval and Function are refused', async () => {
    const outcome = await run.page.evaluate(
      () =>
        new Promise<string[]>((resolve) =>
          // Outside of the evaluation itself, in which a debugger may do what a page may not.
          setTimeout(() => {
            const names: string[] = [];
            const note = (thrown: unknown) => names.push(thrown instanceof Error ? thrown.name : 'other');
            try {
              // biome-ignore lint/security/noGlobalEval: the refusal is what is tested
              globalThis.eval('1');
            } catch (thrown) {
              note(thrown);
            }
            try {
              new Function('return 1')();
            } catch (thrown) {
              note(thrown);
            }
            resolve(names);
          }),
        ),
    );
    expect(outcome).toEqual(['EvalError', 'EvalError']);
  });

  test('an inline script, an event attribute and a foreign script are refused', async () => {
    const directives = await run.page.evaluate(
      (url) =>
        new Promise<string[]>((resolve) => {
          const refused: string[] = [];
          document.addEventListener('securitypolicyviolation', (event) => {
            refused.push(event.effectiveDirective);
            if (refused.length === 3) resolve(refused.toSorted());
          });
          const inline = document.createElement('script');
          inline.textContent = 'window.ran = true';
          const foreign = document.createElement('script');
          foreign.src = `${url}/script.js`;
          const holder = document.createElement('div');
          holder.innerHTML = '<button onclick="window.ran = true">x</button>';
          document.body.append(inline, foreign, holder);
          holder.querySelector('button')?.click();
          holder.remove();
        }),
      serverUrl,
    );
    expect(directives).toEqual(['script-src-attr', 'script-src-elem', 'script-src-elem']);
    expect(await run.page.evaluate(() => 'ran' in window)).toBe(false);
  });

  test('a style without the nonce is refused, and one with it applies', async () => {
    const widths = await run.page.evaluate(() => {
      const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
      const probe = document.createElement('i');
      document.body.append(probe);
      return ['', nonce].map((value) => {
        const style = document.createElement('style');
        style.nonce = value;
        style.textContent = 'i { position: absolute; width: 123px }';
        document.head.append(style);
        const width = getComputedStyle(probe).width;
        style.remove();
        return width === '123px';
      });
    });
    expect(widths).toEqual([false, true]);
  });
});

describe('nothing leaves the page', () => {
  test('requests of every kind are refused before they reach a server', async () => {
    const outcome = await run.page.evaluate(async (url) => {
      const failed = (work: Promise<unknown>) =>
        work.then(
          () => false,
          () => true,
        );
      const event = (target: EventTarget, good: string) =>
        new Promise<boolean>((resolve) => {
          target.addEventListener('error', () => resolve(true));
          target.addEventListener(good, () => resolve(false));
        });
      const image = new Image();
      const imageFailed = event(image, 'load');
      image.src = `${url}/image.png`;
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}/a.css` });
      const linkFailed = event(link, 'load');
      document.head.append(link);
      const socket = await failed(
        new Promise((resolve, reject) => {
          const opened = new WebSocket(url.replace('http', 'ws'));
          opened.onopen = resolve;
          opened.onerror = reject;
        }),
      );
      navigator.sendBeacon(`${url}/beacon`, 'x');
      return {
        loopback: await failed(fetch(url)),
        remote: await failed(fetch('https://api.coze.cn/')),
        file: await failed(fetch('file:///etc/hostname')),
        image: await imageFailed,
        style: await linkFailed,
        socket,
      };
    }, serverUrl);
    expect(outcome).toEqual({
      loopback: true,
      remote: true,
      file: true,
      image: true,
      style: true,
      socket: true,
    });
    expect(requests).toBe(0);
  });

  test('even a page without a policy reaches no server', async () => {
    const outcome = await run.app.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false });
      const loaded = await window.loadURL(url).then(
        () => 'loaded',
        (error: { code?: string }) => error.code,
      );
      await window.loadURL('data:text/html,<p>x</p>');
      const fetched = await window.webContents.executeJavaScript(
        `fetch(${JSON.stringify(url)}).then(() => 'reached', (error) => error.name)`,
      );
      window.destroy();
      return [loaded, fetched];
    }, serverUrl);
    expect(outcome).toEqual(['ERR_BLOCKED_BY_CLIENT', 'TypeError']);
    expect(requests).toBe(0);
  });

  test('a download is refused', async () => {
    await run.app.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (event) => {
        Object.assign(globalThis, { downloadRefused: event.defaultPrevented });
      });
    });
    await run.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
    });
    await expect
      .poll(() =>
        run.app.evaluate(() => (globalThis as unknown as { downloadRefused?: boolean }).downloadRefused),
      )
      .toBe(true);
  });
});

describe('the page stays where it is', () => {
  test('no navigation by script, link or form', async () => {
    await run.app.evaluate(({ BrowserWindow }) => {
      const refused: string[] = [];
      Object.assign(globalThis, { refused });
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
        if (event.defaultPrevented) refused.push(new URL(event.url).pathname);
      });
    });
    await run.page.evaluate((url) => {
      location.href = `${url}/script`;
    }, serverUrl);
    const refused = () =>
      run.app.evaluate(() => (globalThis as unknown as { refused: readonly string[] }).refused);
    await expect.poll(refused).toEqual(['/script']);
    await run.page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: `${url}/link` });
      document.body.append(link);
      link.click();
      link.remove();
    }, serverUrl);
    await expect.poll(refused).toEqual(['/script', '/link']);
    const formRefused = await run.page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          const form = Object.assign(document.createElement('form'), {
            action: `${url}/form`,
            method: 'post',
          });
          document.body.append(form);
          form.submit();
          form.remove();
        }),
      serverUrl,
    );
    expect(formRefused).toBe('form-action');
    expect(run.page.url()).toBe('app://coze-mint/index.html');
    expect(requests).toBe(0);
  });

  test('no new window, no webview, no page in a frame', async () => {
    const opened = await run.page.evaluate((url) => {
      const webview = document.createElement('webview');
      webview.setAttribute('src', url);
      const frame = Object.assign(document.createElement('iframe'), { src: url });
      document.body.append(webview, frame);
      return [window.open(url), window.open('about:blank'), window.open('app://coze-mint/index.html')];
    }, serverUrl);
    expect(opened).toEqual([null, null, null]);
    expect(await run.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    expect(requests).toBe(0);
  });

  test('an empty frame has no bridge', async () => {
    const found = await run.page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const has = frame.contentWindow !== null && 'cozeMint' in frame.contentWindow;
      frame.remove();
      return has;
    });
    expect(found).toBe(false);
  });
});

test('every permission is denied', async () => {
  const outcome = await run.page.evaluate(async () => {
    const nameOf = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        (error: Error) => error.name,
      );
    const position = new Promise<number>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve(0),
        (error) => resolve(error.code),
      ),
    );
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = names.map(async (name) => {
      const status = await navigator.permissions.query({ name: name as PermissionName });
      return status.state;
    });
    return {
      notifications: await Notification.requestPermission(),
      position: await position,
      microphone: await nameOf(navigator.mediaDevices.getUserMedia({ audio: true })),
      clipboardRead: await nameOf(navigator.clipboard.readText()),
      clipboardWrite: await nameOf(navigator.clipboard.writeText('x')),
      states: [...new Set(await Promise.all(states))],
    };
  });
  expect(outcome).toEqual({
    notifications: 'denied',
    position: 1,
    microphone: 'NotAllowedError',
    clipboardRead: 'NotAllowedError',
    clipboardWrite: 'NotAllowedError',
    states: ['denied'],
  });
});

test('no path leads out of the folder of the screens', async () => {
  const statuses = await run.page.evaluate(async () => {
    const paths = [
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '//etc/hostname',
      '/%2fetc%2fhostname',
      '/%00',
      '/%ff',
      '/missing.js',
    ];
    return Promise.all(paths.map(async (path) => (await fetch(`app://coze-mint${path}`)).status));
  });
  expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 404, 404, 404, 404]);
});

test('the page can only be read, and only at its own host', async () => {
  const outcome = await run.page.evaluate(async () => [
    (await fetch('/index.html', { method: 'POST' })).status,
    await fetch('app://other/index.html').then(
      () => 'reached',
      (error: Error) => error.name,
    ),
  ]);
  expect(outcome).toEqual([405, 'TypeError']);
});
