import { protocol, type Session } from 'electron';
import { answerFromFolder } from '../screens/answer-from-folder.ts';
import { appHost, appScheme } from './app-origin.ts';

/** Makes `app:` a scheme like https: with origins, modules, workers and a code cache. Only before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built screens in `root` at `app:`, under the app's own name and no other. */
export function serveScreens(session: Session, root: string): void {
  session.protocol.handle(appScheme, async (request) =>
    new URL(request.url).host === appHost
      ? answerFromFolder(root, request)
      : new Response(null, { status: 404 }),
  );
}
