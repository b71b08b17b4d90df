import { redact } from '../../shared/redact.ts';

function describe(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.stack ?? `${thrown.name}: ${thrown.message}`;
  return typeof thrown;
}

/** One line of standard error for something nobody caught; secrets taken out. */
export function crashLine(kind: string, thrown: unknown): string {
  return `coze-mint: ${kind}: ${redact(describe(thrown))}\n`;
}

/**
 * Writes what nobody caught to standard error and goes on: the window and the keys that are held for this run are
 * worth more than a clean end. There is no crash report and no upload.
 */
export function reportCrashes(): void {
  // A closed pipe behind standard error must not raise the next exception.
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', (thrown) => process.stderr.write(crashLine('uncaught exception', thrown)));
  process.on('unhandledRejection', (thrown) =>
    process.stderr.write(crashLine('unhandled rejection', thrown)),
  );
}
