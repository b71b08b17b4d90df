import path from 'node:path';

const folderName = 'Coze Mint';

/** What is known of the machine, as `process` and `os` give it. */
export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

function absolute(folder: string | undefined, rules: path.PlatformPath): string | null {
  return folder !== undefined && rules.isAbsolute(folder) ? folder : null;
}

/**
 * The platform's own folder for the app's data: the one that the desktop app uses, so that the command line sees the
 * same apps. A relative `XDG_CONFIG_HOME` is ignored (XDG Base Directory Specification).
 */
export function dataFolder({ platform, env, home }: Machine): string {
  const { APPDATA, XDG_CONFIG_HOME } = env;
  switch (platform) {
    case 'darwin':
      return path.posix.join(home, 'Library', 'Application Support', folderName);
    case 'win32':
      return path.win32.join(
        absolute(APPDATA, path.win32) ?? path.win32.join(home, 'AppData', 'Roaming'),
        folderName,
      );
    default:
      return path.posix.join(
        absolute(XDG_CONFIG_HOME, path.posix) ?? path.posix.join(home, '.config'),
        folderName,
      );
  }
}
