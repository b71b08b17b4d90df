/**
 * What the app's page may load and run; all else is refused.
 *
 * - `style-src` takes a nonce, because CodeMirror and react-aria add style elements of their own; both read it from
 *   `<meta property="csp-nonce">`.
 * - Style attributes stay forbidden: React and CodeMirror set styles through the object model, which no policy governs.
 *   What the browser's own editing would write into an editable element as an attribute is refused without harm.
 * - `media-src 'self'` and `img-src 'self'` play and show what an API call answered, from `/body/ID`; `blob:` and `data:`
 *   what stood in a text of it.
 *
 * @param nonce - fresh for every answer
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The policy under the development server, which writes inline scripts and styles and talks over a WebSocket.
 *
 * @param server - the server's URL
 */
export function developmentPolicy(server: string): string {
  const { host } = new URL(server);
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self' ws://${host}`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
