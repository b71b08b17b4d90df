import { Readable } from 'node:stream';
import { beginningOf } from '../../shared/text/beginning-of.ts';
import type { OpenBody, OpenedBody } from '../console/open-body.ts';

/** Where the bodies of answers are served, on the origin of the screens. */
export const bodyPath = /^\/body\/([\w-]{1,64})$/;

/** What came from a server is shown and played, and never run or laid out. */
const safety = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Accept-Ranges': 'bytes',
};

/** Of a file, in UTF-16 code units: what NTFS and APFS take. */
const longestName = 255;

function refuse(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...safety, ...headers } });
}

/** RFC 6266 §4.1 with RFC 8187: a name in any script. */
function attachment(name: string): Record<string, string> {
  const encoded = encodeURIComponent(beginningOf(name, longestName)).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return {
    'Content-Disposition': `attachment; filename*=UTF-8''${encoded}`,
    'Content-Type': 'application/octet-stream',
  };
}

function answerOf(body: OpenedBody, headers: Record<string, string>): Response {
  const { span, size, isPart } = body;
  if (span === null) return refuse(416, { 'Content-Range': `bytes */${size}` });
  const length = span.to - span.from + 1;
  const range: Record<string, string> = isPart
    ? { 'Content-Range': `bytes ${span.from}-${span.to}/${size}` }
    : {};
  return new Response(length === 0 ? null : (Readable.toWeb(body.read()) as ReadableStream<Uint8Array>), {
    status: isPart ? 206 : 200,
    headers: { ...safety, 'Content-Type': body.type, ...headers, 'Content-Length': String(length), ...range },
  });
}

/**
 * Answers a request for the body of an answer that the console keeps, as much of it as is there: 404 when it is gone,
 * one range of it (RFC 9110 §14), or all. With `?download=NAME` it is saved under that name by a browser.
 */
export function answerWithBody(openBody: OpenBody, request: Request): Response {
  if (request.method !== 'GET') return refuse(405);
  const url = new URL(request.url);
  const [, bodyId] = bodyPath.exec(url.pathname) ?? [];
  const range = request.headers.get('range');
  const body = bodyId === undefined ? null : openBody(bodyId, range);
  if (body === null) return refuse(404);
  const name = url.searchParams.get('download');
  return answerOf(body, name === null ? {} : attachment(name));
}
