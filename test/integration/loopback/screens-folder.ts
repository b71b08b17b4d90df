import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Screens that consist of a page and a script, with a file beside them that nobody may read. */
export async function writeScreens(folder: string): Promise<string> {
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(
    path.join(folder, 'index.html'),
    '<!doctype html><html><head><title>Screens</title></head></html>',
  );
  await writeFile(path.join(folder, 'assets/main.js'), 'export {};');
  await writeFile(path.join(folder, '../secret.json'), '"outside"');
  return folder;
}
