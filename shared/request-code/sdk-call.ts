import type { MatchedEndpoint } from '../coze/match-endpoint.ts';
import type { FormPart, HttpRequest } from '../curl/http-request.ts';
import type { SentRequest } from '../curl/write-curl.ts';
import { type CodeMember, type CodeValue, readMembers } from '../jwt/code/code-value.ts';

/** What an SDK takes for a parameter; each language writes it in its own way. */
export type SdkShape =
  | 'text'
  | 'int'
  | 'number'
  | 'bool'
  | 'texts'
  | 'textMap'
  | 'anyMap'
  | 'file'
  | 'role'
  | 'contentType'
  | 'audioFormat'
  | 'documentFormat'
  | 'messages'
  | 'toolOutputs'
  | 'variables';

export interface SdkParameter {
  /** As the API calls it. */
  readonly wire: string;
  /** As the SDK calls it; null for the language's own spelling of `wire`. */
  readonly name: string | null;
  readonly shape: SdkShape;
  /** True where Go has a pointer. */
  readonly isPointer: boolean;
  /** True where the SDK cannot be called without it, though the API can. */
  readonly isRequired: boolean;
}

/** What a call gives back, and so what the program does with it. */
export type SdkResult = 'value' | 'page' | 'events' | 'bytes';

/** A method of an SDK: its path from the client, in Go and Java the type of its request, and its parameters. */
export interface SdkCall {
  readonly method: string;
  readonly type: string | null;
  readonly parameters: readonly SdkParameter[];
  readonly result: SdkResult;
}

/** The calls of an SDK by the endpoint's id; `<id>#stream` where a body with `"stream": true` goes by another call. */
export type SdkCalls = Readonly<Record<string, string>>;

const written = /^(\S+?)(?: ([A-Z]\w*))?\(([^)]*)\)(?: (page|events|bytes))?$/;
const writtenParameter = /^(\w+)(?:=(\w+))?(?::(\w+))?([?!])?$/;

function readParameter(text: string): SdkParameter {
  const [, wire = '', name = null, shape = 'text', mark] = writtenParameter.exec(text) ?? [];
  return { wire, name, shape: shape as SdkShape, isPointer: mark === '?', isRequired: mark === '!' };
}

/**
 * Reads an entry of a table: `method(wire=name:shape, …) result`, with the type of the request before the bracket; `?` after
 * a parameter makes it a pointer, `!` required.
 */
export function readCall(text: string): SdkCall {
  const [, method = '', type = null, parameters = '', result = 'value'] = written.exec(text) ?? [];
  const list = parameters === '' ? [] : parameters.split(', ').map(readParameter);
  return { method, type, parameters: list, result: result as SdkResult };
}

/** What a request gives to a call: JSON, the text of a path, a query or a form, or a file. */
export type SdkArgument =
  | { readonly wire: string; readonly kind: 'json'; readonly value: CodeValue }
  | { readonly wire: string; readonly kind: 'text'; readonly text: string }
  | { readonly wire: string; readonly kind: 'file'; readonly path: string };

/** Headers that every SDK sets as it needs them. */
const ownHeaders = new Set(['accept', 'user-agent', 'agw-js-conv']);

/** No SDK call takes the type of a part, or another name for its file. */
function hasOwnHead(part: FormPart): boolean {
  return part.contentType !== null || (part.kind === 'file' && part.fileName !== null);
}

function bodyArguments({ body }: HttpRequest): readonly SdkArgument[] | null {
  if (body === null) return [];
  if (body.kind === 'json') {
    const members = body.text.trim() === '' ? [] : readMembers(body.text);
    return members?.map(({ name, value }: CodeMember) => ({ wire: name, kind: 'json', value })) ?? null;
  }
  if (body.kind !== 'form' || body.parts.some(hasOwnHead)) return null;
  return body.parts.map((part) =>
    part.kind === 'text'
      ? { wire: part.name, kind: 'text', text: part.text }
      : { wire: part.name, kind: 'file', path: part.path },
  );
}

/** All that the request gives, in the order of path, query and body; null for what no SDK call takes. */
export function sdkArguments(
  { request, hasToken }: SentRequest,
  { endpoint, pathParams }: MatchedEndpoint,
): readonly SdkArgument[] | null {
  const body = bodyArguments(request);
  if (!hasToken || body === null) return null;
  const takesForm = endpoint.body?.contentType === 'multipart/form-data';
  if (request.body !== null && (request.body.kind === 'form') !== takesForm) return null;
  if (request.headers.some(([name]) => !ownHeaders.has(name.toLowerCase()))) return null;
  const given: readonly SdkArgument[] = [
    ...[...pathParams, ...request.query].map(([wire, text]): SdkArgument => ({ wire, kind: 'text', text })),
    ...body,
  ];
  return new Set(given.map(({ wire }) => wire)).size === given.length ? given : null;
}

/** A call with the arguments that it is given, in the order of its parameters. */
export interface ChosenCall {
  readonly call: SdkCall;
  readonly given: readonly { readonly parameter: SdkParameter; readonly argument: SdkArgument }[];
}

function isTrue(argument: SdkArgument | undefined): boolean {
  return argument?.kind === 'json' && argument.value.kind === 'word' && argument.value.word === 'true';
}

/** The call for an endpoint; null where the SDK has none, or none that takes all that is given. */
export function chooseCall(
  calls: SdkCalls,
  endpointId: string,
  given: readonly SdkArgument[],
): ChosenCall | null {
  const stream = given.find(({ wire }) => wire === 'stream');
  const plain = Object.hasOwn(calls, endpointId) ? calls[endpointId] : undefined;
  const streamed = Object.hasOwn(calls, `${endpointId}#stream`) ? calls[`${endpointId}#stream`] : undefined;
  const entry = isTrue(stream) ? (streamed ?? plain) : plain;
  if (entry === undefined) return null;
  const call = readCall(entry);
  const isByCall = streamed !== undefined && !call.parameters.some(({ wire }) => wire === 'stream');
  const rest = isByCall ? given.filter(({ wire }) => wire !== 'stream') : given;
  const known = new Map(rest.map((argument) => [argument.wire, argument]));
  if (rest.some(({ wire }) => !call.parameters.some((parameter) => parameter.wire === wire))) return null;
  if (call.parameters.some(({ wire, isRequired }) => isRequired && !known.has(wire))) return null;
  return {
    call,
    given: call.parameters.flatMap((parameter) => {
      const argument = known.get(parameter.wire);
      return argument === undefined ? [] : [{ parameter, argument }];
    }),
  };
}

function jsonOf(argument: SdkArgument): CodeValue | null {
  if (argument.kind === 'json') return argument.value;
  return argument.kind === 'text' ? { kind: 'text', text: argument.text } : null;
}

function isInteger(value: CodeValue): boolean {
  return value.kind === 'number' && /^-?\d{1,9}$/.test(value.source);
}

function isTextMap(value: CodeValue): boolean {
  return value.kind === 'object' && value.members.every((member) => member.value.kind === 'text');
}

function areObjects(value: CodeValue, textNames: readonly string[], mapNames: readonly string[]): boolean {
  return (
    value.kind === 'array' &&
    value.items.every(
      (item) =>
        item.kind === 'object' &&
        item.members.every(
          ({ name, value: inner }) =>
            (textNames.includes(name) && inner.kind === 'text') ||
            (mapNames.includes(name) && isTextMap(inner)),
        ),
    )
  );
}

/** Text of a query as the number, truth value or list that it stands for. */
function typed(value: CodeValue, shape: SdkShape): CodeValue {
  if (value.kind !== 'text') return value;
  const { text } = value;
  if ((shape === 'int' || shape === 'documentFormat') && /^\d{1,9}$/.test(text))
    return { kind: 'number', source: text };
  if (shape === 'bool' && (text === 'true' || text === 'false')) return { kind: 'word', word: text };
  if (shape === 'texts')
    return { kind: 'array', items: text.split(',').map((item) => ({ kind: 'text', text: item })) };
  return value;
}

function fits(value: CodeValue, shape: SdkShape): boolean {
  switch (shape) {
    case 'text':
    case 'role':
    case 'contentType':
    case 'audioFormat':
      return value.kind === 'text';
    case 'int':
    case 'documentFormat':
      return isInteger(value);
    case 'number':
      return value.kind === 'number' && Number.isFinite(Number(value.source));
    case 'bool':
      return value.kind === 'word' && value.word !== 'null';
    case 'texts':
      return value.kind === 'array' && value.items.every(({ kind }) => kind === 'text');
    case 'textMap':
      return isTextMap(value);
    case 'anyMap':
      return value.kind === 'object';
    case 'messages':
      return areObjects(value, ['role', 'type', 'content', 'content_type'], ['meta_data']);
    case 'toolOutputs':
      return areObjects(value, ['tool_call_id', 'output'], []);
    case 'variables':
      return areObjects(value, ['keyword', 'value'], []);
    case 'file':
      return false;
  }
}

/** The value that a parameter of this shape takes; null for a value of another kind, and for a file. */
export function valueFor(argument: SdkArgument, shape: SdkShape): CodeValue | null {
  const json = jsonOf(argument);
  if (json === null) return null;
  const value = typed(json, shape);
  return fits(value, shape) ? value : null;
}
