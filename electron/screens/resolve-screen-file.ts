import path from 'node:path';

/** Decodes percent-escapes once; null for escapes that are not UTF-8. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * The file below `root` that the path of a URL names, or null for every URL that names none: a path that leaves `root`
 * (also by escapes or backslashes), an escape that does not decode. The host is not looked at, and neither are links
 * inside `root`; the folder is the app's own.
 *
 * @param root - an absolute folder
 */
export function resolveScreenFile(root: string, url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { pathname } = new URL(url);
  const decoded = decode(pathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\') || decoded.includes(':'))
    return null;
  const relative = decoded === '/' ? 'index.html' : decoded.replace(/^\/+/, '');
  const file = path.resolve(root, relative);
  const inside = path.relative(root, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}
