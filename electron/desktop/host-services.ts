import path from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  type OpenDialogOptions,
  type SaveDialogOptions,
  shell,
} from 'electron';
import type { HostInfo } from '../../shared/bridge.ts';
import type { MenuTexts } from '../../shared/i18n/menu-texts.en.ts';
import { checkExternalLink } from '../engine/external-links.ts';
import type { HostServices, PickedFile, PickPurpose } from '../engine.ts';
import { readAtMost } from './read-at-most.ts';
import { systemLanguage } from './system-language.ts';
import { systemNotices } from './system-notices.ts';

const extensions: Readonly<Record<PickPurpose, readonly string[]>> = {
  import: ['pem', 'key', 'der', 'p8', 'pk8', 'json', 'jwk', 'txt'],
  'check-signature': ['pem', 'pub', 'crt', 'cer', 'der', 'key', 'json', 'jwk', 'jwks', 'txt'],
};

function platformName(): HostInfo['platform'] {
  switch (process.platform) {
    case 'darwin':
      return 'mac';
    case 'win32':
      return 'windows';
    default:
      return 'linux';
  }
}

/** The one file that the person chose; null when the dialog was closed without one. */
async function chooseFile(options: OpenDialogOptions): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows();
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

async function pickFile(
  texts: MenuTexts,
  limitBytes: number,
  purpose: PickPurpose,
): Promise<PickedFile | null> {
  const options: OpenDialogOptions = {
    title: purpose === 'import' ? texts.pickKeyTitle : texts.pickCheckKeyTitle,
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: texts.pickKeyFiles, extensions: [...extensions[purpose]] },
      { name: texts.pickAllFiles, extensions: ['*'] },
    ],
  };
  const file = await chooseFile(options);
  if (file === null) return null;
  return { name: path.basename(file), bytes: await readAtMost(file, limitBytes) };
}

/** Asks for a file of any kind and size, which is not read here. */
function pickPath(): Promise<string | null> {
  return chooseFile({ properties: ['openFile', 'dontAddToRecent'] });
}

async function pickPlace(name: string): Promise<string | null> {
  const options: SaveDialogOptions = {
    defaultPath: path.join(app.getPath('downloads'), path.basename(name)),
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  };
  const [window] = BrowserWindow.getAllWindows();
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

/**
 * Opens a page in the system's browser.
 *
 * @throws ProblemError `http/url-refused` for every URL that is not on the allow-list
 */
export async function openInBrowser(url: string): Promise<void> {
  await shell.openExternal(checkExternalLink(url));
}

/**
 * What a desktop offers to the engine. Only after `ready`.
 *
 * @param texts - the texts in the language of the moment
 * @param openWindow - brings the window before the person who clicked on a notice
 */
export function desktopHost(texts: () => MenuTexts, openWindow: () => void): HostServices {
  return {
    info: {
      version: app.getVersion(),
      platform: platformName(),
      systemLanguage: systemLanguage(app.getPreferredSystemLanguages()),
      dataFolder: app.getPath('userData'),
      canPickFiles: true,
      copiesInPage: false,
      noticesInPage: false,
    },
    pickFile: (limitBytes, purpose) => pickFile(texts(), limitBytes, purpose),
    pickPath,
    pickPlace,
    readClipboard: async () => clipboard.readText(),
    writeClipboard: async (text) => clipboard.writeText(text),
    openExternal: openInBrowser,
    ...systemNotices(openWindow),
  };
}
