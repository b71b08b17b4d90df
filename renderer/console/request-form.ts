import type { ConsoleRequest, HttpMethod, TokenSource } from '../../shared/console.ts';
import type { Endpoint, EndpointParameter } from '../../shared/coze/endpoints.ts';
import { type JsonError, parseJson } from '../../shared/json/parse-json.ts';

export interface HeaderRow {
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

/** What stands in the fields of one endpoint's request. */
export interface RequestForm {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: readonly HeaderRow[];
  /** JSON text; null when the endpoint takes no body. */
  readonly body: string | null;
}

const methods: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

function isMethod(text: string): text is HttpMethod {
  return (methods as readonly string[]).includes(text);
}

/** Why an endpoint cannot be sent from the form; null when it can. */
export function unsendable(endpoint: Endpoint): 'callback' | 'websocket' | 'multipart' | 'other-host' | null {
  if (endpoint.streaming === 'ws') return 'websocket';
  if (endpoint.streaming === 'multipart') return 'multipart';
  if (endpoint.host !== null) return 'other-host';
  return isMethod(endpoint.method) ? null : 'callback';
}

/** The body to start from. A stream cannot be shown as it comes yet, so that `stream` starts as false. */
export function exampleBody(endpoint: Endpoint): string | null {
  if (endpoint.body === null || endpoint.streaming === 'multipart') return null;
  const example = endpoint.body.example;
  if (typeof example !== 'object' || example === null) return '{}';
  const start = 'stream' in example && example.stream === true ? { ...example, stream: false } : example;
  return JSON.stringify(start, null, 2);
}

export function startingForm(endpoint: Endpoint): RequestForm {
  return { path: {}, query: {}, headers: [], body: exampleBody(endpoint) };
}

export interface FormState {
  /** Names of required path and query parameters that are empty. */
  readonly missing: readonly string[];
  readonly bodyError: JsonError | null;
  /** `<…>` that still stand in the body's strings. */
  readonly placeholders: readonly string[];
}

const largeBody = { depth: 256, members: 200_000 };

function isEmpty(value: string | undefined): boolean {
  return value === undefined || value.trim() === '';
}

/** What keeps the form from being sent. */
export function checkForm(endpoint: Endpoint, form: RequestForm): FormState {
  const missing = [
    ...endpoint.pathParams.filter((parameter) => isEmpty(form.path[parameter.name])),
    ...endpoint.query.filter((parameter) => parameter.required && isEmpty(form.query[parameter.name])),
  ].map((parameter) => parameter.name);
  if (form.body === null || form.body.trim() === '') return { missing, bodyError: null, placeholders: [] };
  const parsed = parseJson(form.body, largeBody);
  const placeholders = [
    ...new Set([...form.body.matchAll(/"(<[a-z_ ]{1,40}>)"/g)].map((match) => match[1] ?? '')),
  ];
  return { missing, bodyError: parsed.ok ? null : parsed.error, placeholders };
}

/** The path with its parameters filled in and percent-encoded (RFC 3986 §2.1); an empty one stays `:name`. */
export function filledPath(endpoint: Endpoint, form: RequestForm): string {
  return endpoint.path.replace(/:([A-Za-z_]\w*)/g, (whole, name: string) => {
    const value = form.path[name]?.trim();
    return value ? encodeURIComponent(value) : whole;
  });
}

function pairOf(parameter: EndpointParameter, form: RequestForm): readonly [string, string][] {
  const value = form.query[parameter.name];
  return value === undefined || value === '' ? [] : [[parameter.name, value.trim()]];
}

/** The request as the main process takes it. */
export function requestOf(endpoint: Endpoint, form: RequestForm, source: TokenSource): ConsoleRequest {
  return {
    source,
    method: isMethod(endpoint.method) ? endpoint.method : 'GET',
    path: filledPath(endpoint, form),
    query: endpoint.query.flatMap((parameter) => pairOf(parameter, form)),
    headers: form.headers.filter((row) => row.name.trim() !== '').map((row) => [row.name.trim(), row.value]),
    body: form.body === null || form.body.trim() === '' ? null : form.body,
  };
}
