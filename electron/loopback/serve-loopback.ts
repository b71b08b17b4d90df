import { randomBytes } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import type { BridgeEvent, HostInfo } from '../../shared/bridge.ts';
import { createDispatcher } from '../bridge-dispatch.ts';
import type { SecretStore } from '../keys/secret-store.ts';
import { settleWithin } from '../settle-within.ts';
import { startEngine } from '../start-engine.ts';
import { systemSteadyClock, systemTimers, type Timers } from '../tokens/timers.ts';
import { createBrowserSessions } from './browser-sessions.ts';
import { createConnectionGuard } from './connection-guard.ts';
import { listenOnLoopback } from './listen.ts';
import { createLoopbackHost } from './loopback-host.ts';
import { loopbackRoutes } from './loopback-routes.ts';
import { noticeSleep } from './notice-sleep.ts';
import { createOneTimeLinks } from './one-time-links.ts';
import { createPage, type Page } from './page.ts';
import { keepPort, usualPort } from './usual-port.ts';

export interface LoopbackOptions {
  /** The folder of the built screens. */
  readonly screens: string;
  readonly dataFolder: string;
  readonly keychain: SecretStore;
  readonly version: string;
  /** The language of the terminal. */
  readonly language: HostInfo['systemLanguage'];
  /** 0 for the one of last time, as a page keeps its drafts under it, or for any free one where that is taken. */
  readonly port: number;
  /** A browser has used a link. */
  readonly onBrowser?: () => void;
  readonly timers?: Timers;
  /** Milliseconds that a page may be without its connection before its calls end. */
  readonly graceMs?: number;
}

/** The screens at loopback. */
export interface Loopback {
  readonly port: number;
  /** A link that lets one browser in, once. */
  readonly newLink: () => string;
  /** Tells the pages, ends what runs as the desktop app does, and stops to listen. */
  readonly close: () => Promise<void>;
}

/** A key that is being written gets this long at the end. */
const longestClose = 3000;

/**
 * Serves the screens and the engine's handlers to browsers on this machine until it is closed.
 *
 * @throws ProblemError `storage/in-use` while another process works on the data folder
 * @throws Error as node:net gives it when the port cannot be had
 */
export async function serveLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { timers = systemTimers, graceMs = 30_000 } = options;
  const sessions = createBrowserSessions(randomBytes);
  const links = createOneTimeLinks(randomBytes);
  const guard = createConnectionGuard(timers);
  const pages = () => sessions.all().flatMap((session) => [...session.pages.values()]);
  const tell = (event: BridgeEvent) => {
    const json = JSON.stringify(event);
    for (const page of pages()) page.tell(json);
  };

  const host = createLoopbackHost({ ...options, emit: tell });
  const engine = await startEngine({ host, keychain: options.keychain });
  engine.subscribe(tell);
  let port = 0;
  const linkTo = (at: string, secret: string) => `http://${at}/#${secret}`;
  const routes = loopbackRoutes({
    screens: options.screens,
    sessions,
    links,
    linkTo,
    dispatch: createDispatcher(engine.handlers),
    openBody: engine.openBody,
    addUpload: engine.addUpload,
    cookieName: () => `coze-mint-${port}`,
    newPage: (session, id) => {
      const page: Page = createPage({
        count: randomBytes(9).toString('base64url'),
        timers,
        graceMs,
        onGone: () => {
          if (session.pages.get(id) === page) session.pages.delete(id);
          page.end();
        },
      });
      session.pages.set(id, page);
      return page;
    },
    trust: (c) => guard.trust(c.env.incoming.socket),
    onPage: host.preferLanguages,
    onBrowser: () => options.onBrowser?.(),
  });
  const answer = getRequestListener(routes.fetch, { overrideGlobalObjects: false });
  const listen = (at: number) => listenOnLoopback((...both) => void answer(...both), guard, at);
  const usual = options.port === 0 ? await usualPort(options.dataFolder) : 0;
  const listening = await (usual === 0 ? listen(options.port) : listen(usual).catch(() => listen(0))).catch(
    async (thrown) => {
      await engine.close();
      throw thrown;
    },
  );
  port = listening.port;
  if (options.port === 0) await keepPort(options.dataFolder, port);
  const stopNoticing = noticeSleep({ timers, steady: systemSteadyClock, onWake: engine.woke });

  return {
    port,
    newLink: () => linkTo(`127.0.0.1:${port}`, links.issue()),
    close: async () => {
      stopNoticing();
      for (const page of pages()) page.sayEnd();
      await settleWithin(engine.close(), longestClose);
      await listening.close();
    },
  };
}
