import path from 'node:path';
import { appHost } from './app-origin.ts';

/** Decodes percent-escapes once; null for escapes that are not UTF-8. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * The file below `root` that an `app:` URL names, or null for every URL that names none: another host, a path that
 * leaves `root` (also by escapes or backslashes), an escape that does not decode. Links inside `root` are not looked
 * at; the folder is the app's own.
 *
 * @param root - an absolute folder
 */
export function resolveAppPath(root: string, url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { host, pathname } = new URL(url);
  if (host !== appHost) return null;
  const decoded = decode(pathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\') || decoded.includes(':'))
    return null;
  const relative = decoded === '/' ? 'index.html' : decoded.replace(/^\/+/, '');
  const file = path.resolve(root, relative);
  const inside = path.relative(root, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}
