import { app, dialog } from 'electron';
import type { HostInfo } from '../../shared/bridge.ts';
import { describeProblem } from '../../shared/i18n/describe-problem.ts';
import { toProblem } from '../../shared/problem.ts';

/** Says why the app cannot start, in a box of the system, and ends the process; never settles. */
export function endUnstarted(thrown: unknown, language: HostInfo['systemLanguage']): Promise<never> {
  const { title, why, todo } = describeProblem(toProblem(thrown), language);
  dialog.showErrorBox(title, [why, todo].filter((text) => text !== '').join('\n\n'));
  app.exit(1);
  return new Promise(() => undefined);
}
