import { protocol, type Session } from 'electron';
import type { OpenBody } from '../console/open-body.ts';
import { answerWithBody, bodyPath } from '../screens/answer-body.ts';
import { answerFromFolder } from '../screens/answer-from-folder.ts';
import { appHost, appScheme } from './app-origin.ts';

/** Makes `app:` a scheme like https: with origins, modules, workers, media and a code cache. Only before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built screens in `root` at `app:`, and the bodies of answers beside them, under the app's own name and no
 * other.
 */
export function serveScreens(session: Session, root: string, openBody: Promise<OpenBody>): void {
  session.protocol.handle(appScheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== appHost) return new Response(null, { status: 404 });
    if (bodyPath.test(pathname)) return answerWithBody(await openBody, request);
    return answerFromFolder(root, request);
  });
}
