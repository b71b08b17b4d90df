import { spawn } from 'node:child_process';

/** What is known of the machine, as `process` gives it. */
export interface BrowserMachine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The command that opens a URL in the person's browser; null where there can be none. Without a display `xdg-open` would
 * start a browser for text in this very terminal.
 */
export function browserCommand(
  { platform, env }: BrowserMachine,
  url: string,
): readonly [command: string, ...args: string[]] | null {
  switch (platform) {
    case 'darwin':
      return ['open', url];
    case 'win32':
      return ['rundll32.exe', 'url.dll,FileProtocolHandler', url];
    default:
      return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : null;
  }
}

/** Opens a URL in the person's browser; where that fails nothing happens, since the link was printed. */
export function openBrowser(machine: BrowserMachine, url: string): void {
  const command = browserCommand(machine, url);
  if (command === null) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsHide: true });
  child.on('error', () => undefined);
  child.unref();
}
