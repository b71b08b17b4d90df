import { protocol, type Session } from 'electron';
import { answerFromFolder } from './answer-from-folder.ts';
import { appScheme } from './app-origin.ts';

/** Makes `app:` a scheme like https: with origins, modules, workers and a code cache. Only before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built screens in `root` at `app:`. */
export function serveScreens(session: Session, root: string): void {
  session.protocol.handle(appScheme, (request) => answerFromFolder(root, request));
}
