import type { FormPart, HttpBody, HttpRequest } from '../curl/http-request.ts';
import { urlOf } from '../curl/http-request.ts';
import { headerVariable, type SentRequest, tokenVariable } from '../curl/write-curl.ts';
import { secretHeader } from '../secret-names.ts';

/** A header as a program sets it: text, or text before the value of an environment variable. */
export interface PlainHeader {
  readonly name: string;
  readonly text: string;
  /** Null for a value that is text alone. */
  readonly variable: string | null;
}

/** A request in the shape in which programs by plain HTTP are written; credentials are environment variables. */
export interface PlainRequest {
  readonly method: HttpRequest['method'];
  readonly url: string;
  readonly headers: readonly PlainHeader[];
  readonly body: HttpBody | null;
  readonly answer: SentRequest['answer'];
}

function plainHeader(name: string, value: string): PlainHeader {
  return secretHeader.test(name)
    ? { name, text: '', variable: headerVariable(name) }
    : { name, text: value, variable: null };
}

/** Headers of one name as one, as all the libraries take them (RFC 9110 §5.3). */
function joined(headers: readonly PlainHeader[]): readonly PlainHeader[] {
  const byName = new Map<string, PlainHeader>();
  for (const header of headers) {
    const key = header.name.toLowerCase();
    const before = byName.get(key);
    const isText = before !== undefined && before.variable === null && header.variable === null;
    byName.set(key, isText ? { ...before, text: `${before.text}, ${header.text}` } : header);
  }
  return [...byName.values()];
}

/** Percent-encodes what URL parsers let stand and others refuse (RFC 3986 §3.3). */
function strictUrl(url: string): string {
  return url.replace(/[^\w\-.~!$&'()*+,;=:@/?%]/g, encodeURIComponent);
}

/** As the console sends them: the type of a form names its boundary; of another body, a header of the request goes first. */
function typedHeaders(headers: HttpRequest['headers'], body: HttpBody | null): HttpRequest['headers'] {
  if (body === null) return headers;
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  if (body.kind === 'form') return others;
  return others.length < headers.length || body.contentType === null
    ? headers
    : [...headers, ['Content-Type', body.contentType]];
}

/** The request of which every secret was taken out already, as a program sends it by plain HTTP. */
export function plainRequest({ request, hasToken, answer }: SentRequest): PlainRequest {
  const { method, headers, body } = request;
  return {
    method,
    url: strictUrl(urlOf(request)),
    headers: joined([
      ...(hasToken ? [{ name: 'Authorization', text: 'Bearer ', variable: tokenVariable }] : []),
      ...typedHeaders(headers, body).map(([name, value]) => plainHeader(name, value)),
    ]),
    body,
    answer,
  };
}

/** The name that a file part is sent under. */
export function fileNameOf(part: Extract<FormPart, { kind: 'file' }>): string {
  return part.fileName ?? part.path.split(/[/\\]/).at(-1) ?? part.path;
}

/** A name inside a part's head (HTML Living Standard, "multipart/form-data encoding algorithm"). */
function quotedName(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}

/** The `Content-Disposition` of a part. */
export function dispositionOf(part: FormPart): string {
  const file = part.kind === 'file' ? `; filename="${quotedName(fileNameOf(part))}"` : '';
  return `form-data; name="${quotedName(part.name)}"${file}`;
}

/** The `Content-Type` of a part as the console sends it; empty for none. */
export function partTypeOf(part: FormPart): string {
  const given = (part.contentType ?? '').replace(/\p{Cc}+/gu, ' ').trim();
  return given === '' && part.kind === 'file' ? 'application/octet-stream' : given;
}
