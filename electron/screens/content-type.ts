import path from 'node:path';

/** Everything that a build of the screens can hold. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** The media type of a file of the app, or null for a kind that screens do not consist of. */
export function contentType(file: string): string | null {
  return types[path.extname(file).toLowerCase()] ?? null;
}
