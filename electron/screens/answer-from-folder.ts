import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { contentType } from './content-type.ts';
import { resolveScreenFile } from './resolve-screen-file.ts';

function headersFor(type: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-DNS-Prefetch-Control': 'off',
  };
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: headersFor('text/plain', '') });
}

/** Tells the page its nonce, where CodeMirror's host, react-aria and Vite look for it. */
function withNonce(page: string, nonce: string): string {
  return page.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`);
}

/** Answers a request for the app's page and its parts from the files in `root`: 405, 404, or the file. */
export async function answerFromFolder(root: string, request: Request): Promise<Response> {
  if (request.method !== 'GET') return refuse(405);
  const file = resolveScreenFile(root, request.url);
  const type = file === null ? null : contentType(file);
  if (file === null || type === null) return refuse(404);
  try {
    const bytes = await readFile(file);
    const nonce = randomBytes(16).toString('base64');
    const isPage = type.startsWith('text/html');
    const body = isPage ? withNonce(bytes.toString('utf8'), nonce) : bytes;
    return new Response(body, { headers: headersFor(type, nonce) });
  } catch {
    return refuse(404);
  }
}
