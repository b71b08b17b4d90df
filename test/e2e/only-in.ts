/**
 * The files whose tests run in one host only, with the reason. All others run in both: in Electron, and in Chromium before
 * `coze-mint serve`.
 */
export const onlyIn = {
  electron: {
    'command-line.test.ts': 'the commands of the installed app’s own executable',
    'shell-bridge.test.ts': 'who may speak on the channels between the processes',
    'shell-page.test.ts': 'what the window’s page, origin and session may do',
    'shell-tokens.test.ts': 'the system’s notices, and its waking up',
    'shell-window.test.ts': 'window, menu, single instance, and the end of the process',
  },
  browser: {
    'serve.test.ts': 'links, several browsers, a lost connection, and what the page does in the host’s place',
  },
} as const;

/** What the run for `host` leaves out, as paths from the project’s own folder. */
export function notFor(host: keyof typeof onlyIn): string[] {
  const other = host === 'electron' ? 'browser' : 'electron';
  return Object.keys(onlyIn[other]).map((name) => `test/e2e/${name}`);
}
