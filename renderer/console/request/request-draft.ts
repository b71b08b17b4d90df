import type { ConsoleFile } from '../../../shared/console-run.ts';
import type { Endpoint, EndpointParameter } from '../../../shared/coze/endpoints.ts';
import { socketEndpoint } from '../../../shared/coze/socket/socket-endpoints.ts';
import { type HttpMethod, httpMethods } from '../../../shared/http-methods.ts';
import { readBody } from './body-text.ts';

/** One row of a table of names and values. */
export interface PairRow {
  readonly id: number;
  readonly on: boolean;
  readonly name: string;
  readonly value: string;
  /** A parameter of the endpoint: its name stays. */
  readonly known: boolean;
  /** What stands in the place of a secret that was not kept: until it is replaced, the row is not sent. */
  readonly notKept?: string;
}

/** One part of a `multipart/form-data` body. */
export interface PartRow {
  readonly id: number;
  readonly on: boolean;
  readonly name: string;
  readonly kind: 'text' | 'file';
  readonly text: string;
  readonly file: ConsoleFile | null;
  /** The part's own `Content-Type`; empty where it says none. */
  readonly contentType: string;
  /** The name that a file goes under; empty for its own. */
  readonly fileName: string;
  readonly known: boolean;
  /** What stands in the place of a secret that was not kept: until it is replaced, the row is not sent. */
  readonly notKept?: string;
}

export const bodyKinds = ['none', 'json', 'text', 'form', 'file'] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** What stands in each kind of body; only the chosen one is sent. */
export interface BodyDraft {
  readonly kind: BodyKind;
  readonly json: string;
  /** The last `json` that was an object: what the form shows while it is not one. */
  readonly readable: string;
  readonly text: string;
  readonly textType: string;
  readonly parts: readonly PartRow[];
  readonly file: ConsoleFile | null;
  readonly fileType: string;
}

/** A request that is being written. Holds no token and no value of a secret variable. */
export interface RequestDraft {
  /** The entry of the catalogue that it is one of; null for any other request. */
  readonly endpointId: string | null;
  readonly method: HttpMethod;
  /** A path of the API host, with `:name` for its parameters, or a whole URL. */
  readonly address: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly PairRow[];
  readonly headers: readonly PairRow[];
  readonly body: BodyDraft;
  readonly variableSetId: string | null;
  /** A WebSocket: it is connected to, not sent. */
  readonly isSocket?: true;
}

export function isMethod(text: string): text is HttpMethod {
  return (httpMethods as readonly string[]).includes(text);
}

/** An id that no row has. */
export function nextRowId(rows: readonly { readonly id: number }[]): number {
  return rows.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
}

export function pairRow(id: number, name = '', value = ''): PairRow {
  return { id, on: true, name, value, known: false };
}

export function partRow(id: number, name = '', text = ''): PartRow {
  return { id, on: true, name, kind: 'text', text, file: null, contentType: '', fileName: '', known: false };
}

const noBody: BodyDraft = {
  kind: 'none',
  json: '{}',
  readable: '{}',
  text: '',
  textType: 'text/plain; charset=utf-8',
  parts: [],
  file: null,
  fileType: 'application/octet-stream',
};

/** The body with other JSON text, whether or not it can be read. */
export function withJson(body: BodyDraft, json: string): BodyDraft {
  return { ...body, json, readable: readBody(json).isObject ? json : body.readable };
}

/** The members of the catalogue's example of a JSON body. */
export function exampleOf(endpoint: Endpoint): Readonly<Record<string, unknown>> {
  const example = endpoint.body?.example;
  return typeof example === 'object' && example !== null ? { ...example } : {};
}

/** The catalogue's example of a JSON body; placeholders stand in angle brackets. */
export function exampleJson(endpoint: Endpoint): string {
  return JSON.stringify(exampleOf(endpoint), null, 2);
}

function knownPart(parameter: EndpointParameter, index: number, example: unknown): PartRow {
  const isFile = parameter.type === 'file';
  const isPlaceholder = typeof example !== 'string' || example.startsWith('<');
  return {
    ...partRow(index + 1, parameter.name, isFile || isPlaceholder ? '' : example),
    on: parameter.required === true,
    kind: isFile ? 'file' : 'text',
    known: true,
  };
}

function bodyOf(endpoint: Endpoint): BodyDraft {
  if (endpoint.body === null) return noBody;
  if (endpoint.streaming !== 'multipart') return withJson({ ...noBody, kind: 'json' }, exampleJson(endpoint));
  const example = exampleOf(endpoint);
  const parts = endpoint.body.fields.map((field, index) => knownPart(field, index, example[field.name]));
  return { ...noBody, kind: 'form', parts };
}

export function addressOf({ host, path }: Pick<Endpoint, 'host' | 'path'>): string {
  return `${host ?? ''}${path}`;
}

/** The parameters of the query that are known of an entry. */
export function queryOf({ id, query }: Endpoint): readonly EndpointParameter[] {
  return [...query, ...(socketEndpoint(id)?.query ?? [])];
}

/** A request of the catalogue's entry, with its parameters to be filled in. The region alone says where a WebSocket is. */
export function draftOfEndpoint(endpoint: Endpoint): RequestDraft {
  const isSocket = endpoint.streaming === 'ws';
  return {
    endpointId: endpoint.id,
    method: isMethod(endpoint.method) ? endpoint.method : 'GET',
    address: isSocket ? endpoint.path : addressOf(endpoint),
    path: {},
    query: queryOf(endpoint).map(({ name, required }, index) => ({
      ...pairRow(index + 1, name),
      on: required === true,
      known: true,
    })),
    headers: [],
    body: bodyOf(endpoint),
    variableSetId: null,
    ...(isSocket ? { isSocket } : {}),
  };
}

export function freeDraft(): RequestDraft {
  return {
    endpointId: null,
    method: 'GET',
    address: '',
    path: {},
    query: [],
    headers: [],
    body: noBody,
    variableSetId: null,
  };
}

/** About how much room a draft takes, in characters. */
export function sizeOfDraft({ address, query, headers, body }: RequestDraft): number {
  const rows = [...query, ...headers].reduce((sum, row) => sum + row.name.length + row.value.length, 0);
  const parts = body.parts.reduce((sum, { text }) => sum + text.length, 0);
  const readable = body.readable === body.json ? 0 : body.readable.length;
  return address.length + rows + parts + body.json.length + readable + body.text.length;
}
