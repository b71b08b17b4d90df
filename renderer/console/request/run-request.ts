import type { ConsoleBody, FormPart, RequestTarget, RunRequest } from '../../../shared/console-run.ts';
import type { Endpoint, EndpointBody } from '../../../shared/coze/endpoints.ts';
import { isLoopbackHostname } from '../../../shared/coze/region.ts';
import type { TokenSource } from '../../../shared/token-source.ts';
import { type AddressReading, fillPath, pathNames, readAddress, splitAddress } from './address.ts';
import { type FieldText, fieldText, isOfType } from './body-field.ts';
import { bareVariablesIn, placeholdersIn, readBody } from './body-text.ts';
import { isPairLost, isPartLost, lostIn } from './not-kept.ts';
import {
  type BodyDraft,
  exampleOf,
  type PairRow,
  type PartRow,
  queryOf,
  type RequestDraft,
} from './request-draft.ts';
import { variablesIn } from './variable-text.ts';

/** Why a request cannot be sent as it stands. */
export type Obstacle =
  | { readonly kind: 'address-empty' }
  | { readonly kind: 'address-scheme' }
  | { readonly kind: 'address-socket' }
  /** A `:name` of the address has no value. */
  | { readonly kind: 'path-missing'; readonly names: readonly string[] }
  | { readonly kind: 'json-broken'; readonly line: number; readonly column: number }
  /** Fields whose text is no JSON of their type, so that it would be left behind. */
  | { readonly kind: 'field-refused'; readonly names: readonly string[] }
  | { readonly kind: 'file-missing'; readonly names: readonly string[] }
  | { readonly kind: 'variables-unresolved'; readonly names: readonly string[] }
  /** A WebSocket of another host than the region's. */
  | { readonly kind: 'socket-elsewhere'; readonly origin: string };

/** What is odd about a request that can be sent. */
export type Oddity =
  /** Secrets that were not kept; `*` for some in the body. */
  | { readonly kind: 'not-kept'; readonly names: readonly string[] }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  /** Members of the JSON, each with the type that is documented. */
  | { readonly kind: 'other-type'; readonly names: readonly string[] }
  /** `{{names}}` in the body that no set of variables is chosen for. */
  | { readonly kind: 'as-written'; readonly names: readonly string[] }
  | { readonly kind: 'placeholders'; readonly names: readonly string[] };

function isSent(row: PairRow): boolean {
  if (!row.on || row.name.trim() === '' || isPairLost(row)) return false;
  return !row.known || row.value !== '';
}

const pairsOf = (rows: readonly PairRow[]): [string, string][] =>
  rows.filter(isSent).map(({ name, value }) => [name.trim(), value]);

/** Whether a part goes with the form: it is on, and a documented one has something in it. */
export function isPartSent(part: PartRow): boolean {
  const { on, name, kind, text, file, known } = part;
  if (!on || name.trim() === '' || isPartLost(part)) return false;
  return kind === 'file' ? file !== null : !known || text !== '';
}

function partOf({ name, kind, text, file, contentType, fileName }: PartRow): FormPart {
  const typed = { name, ...(contentType.trim() === '' ? {} : { contentType: contentType.trim() }) };
  if (kind !== 'file' || file === null) return { ...typed, text };
  return { ...typed, fileId: file.fileId, ...(fileName.trim() === '' ? {} : { fileName }) };
}

/** What of a part is sent and may hold variables, but for its text. */
function partHead({ name, kind, contentType, fileName }: PartRow): readonly string[] {
  return kind === 'text' ? [name, contentType] : [name, contentType, fileName];
}

function bodyOf(body: BodyDraft): ConsoleBody {
  switch (body.kind) {
    case 'none':
      return { kind: 'none' };
    case 'json':
      return body.json.trim() === ''
        ? { kind: 'none' }
        : { kind: 'text', text: body.json, contentType: 'application/json' };
    case 'text':
      return { kind: 'text', text: body.text, contentType: body.textType.trim() };
    case 'form':
      return {
        kind: 'form',
        parts: body.parts.filter(isPartSent).map(partOf),
      };
    case 'file':
      return body.file === null
        ? { kind: 'none' }
        : { kind: 'file', fileId: body.file.fileId, contentType: body.fileType.trim() };
  }
}

export interface Surroundings {
  /** Origin of the API host that the token's source belongs to; null while it is unknown. */
  readonly apiOrigin: string | null;
  /** Origins besides it that a person lets have the token. */
  readonly tokenOrigins: readonly string[];
}

function targetOf(draft: RequestDraft, { apiOrigin, tokenOrigins }: Surroundings): RequestTarget {
  const { base } = splitAddress(draft.address);
  const read = readAddress(base, apiOrigin);
  if (read.kind !== 'url') {
    return { kind: 'region', path: fillPath(read.kind === 'path' ? read.path : '/', draft.path) };
  }
  const withToken = read.origin !== null && tokenOrigins.includes(read.origin);
  return { kind: 'url', url: fillPath(read.url, draft.path), withToken };
}

/** The query that is sent: what was typed into the address, then the rows. */
export function sentQuery(draft: RequestDraft): [string, string][] {
  const typed = splitAddress(draft.address).query.map(([name, value]): [string, string] => [name, value]);
  return [...typed, ...pairsOf(draft.query)];
}

export function sentHeaders({ headers }: RequestDraft): [string, string][] {
  return pairsOf(headers);
}

/** The request as the main process takes it. */
export function runRequestOf(
  draft: RequestDraft,
  source: TokenSource,
  surroundings: Surroundings,
): RunRequest {
  return {
    source,
    endpointId: draft.endpointId,
    method: draft.method,
    target: targetOf(draft, surroundings),
    query: sentQuery(draft),
    headers: sentHeaders(draft),
    body: bodyOf(draft.body),
    variableSetId: draft.variableSetId,
  };
}

/** Every text of the request that is sent and may hold variables, but for the text of its body. */
function sentHeads(draft: RequestDraft): readonly string[] {
  const { kind, parts } = draft.body;
  const names = pathNames(draft.address);
  return [
    draft.address,
    ...names.map((name) => draft.path[name] ?? ''),
    ...[...pairsOf(draft.query), ...pairsOf(draft.headers)].flat(),
    ...(kind === 'form' ? parts.filter(isPartSent).flatMap(partHead) : []),
  ];
}

function bodyTexts({ kind, json, text, parts }: BodyDraft): readonly string[] {
  if (kind === 'json') return [json];
  if (kind === 'text') return [text];
  if (kind !== 'form') return [];
  return parts.filter((part) => isPartSent(part) && part.kind === 'text').map((part) => part.text);
}

const namesIn = (texts: readonly string[]) => [...new Set(texts.flatMap(variablesIn))];

/** Names of the variables that have to have a value: all, but where no set is chosen, those in the text of the body. */
export function variablesOf(draft: RequestDraft): readonly string[] {
  const { variableSetId, body } = draft;
  if (variableSetId !== null) return namesIn([...sentHeads(draft), ...bodyTexts(body)]);
  const bare = body.kind === 'json' ? bareVariablesIn(body.json) : [];
  return [...new Set([...namesIn(sentHeads(draft)), ...bare])];
}

/** Names in the text of the body that are no variables, as no set is chosen. */
function namesAsWritten(draft: RequestDraft): readonly string[] {
  if (draft.variableSetId !== null) return [];
  const needed = new Set(variablesOf(draft));
  return namesIn(bodyTexts(draft.body)).filter((name) => !needed.has(name));
}

function unsentFiles({ kind, parts, file }: BodyDraft): readonly string[] {
  if (kind === 'file') return file === null ? ['*'] : [];
  if (kind !== 'form') return [];
  return parts
    .filter((part) => part.on && part.kind === 'file' && part.file === null)
    .map(({ name }) => name);
}

/** https, or http on loopback; what a variable stands for is checked when it is sent. */
function isCallable({ url, origin }: Extract<AddressReading, { kind: 'url' }>): boolean {
  if (!/^https?:|^\{\{/i.test(url)) return false;
  return origin === null || !/^http:/i.test(url) || isLoopbackHostname(new URL(origin).hostname);
}

/**
 * What keeps the request from being sent, the first thing first.
 *
 * @param resolves - whether a variable of that name has a value
 * @param refused - fields of the form whose text could not be taken over into the JSON
 */
export function obstaclesOf(
  draft: RequestDraft,
  resolves: (name: string) => boolean,
  refused: readonly string[] = [],
): readonly Obstacle[] {
  const found: Obstacle[] = [];
  const read = readAddress(draft.address, null);
  if (read.kind === 'empty') found.push({ kind: 'address-empty' });
  if (read.kind === 'url' && !draft.isSocket && !isCallable(read)) {
    found.push({ kind: /^wss?:/i.test(read.url) ? 'address-socket' : 'address-scheme' });
  }
  const names = pathNames(draft.address).filter((name) => !draft.path[name]?.trim());
  if (names.length > 0) found.push({ kind: 'path-missing', names });
  const files = unsentFiles(draft.body);
  if (files.length > 0) found.push({ kind: 'file-missing', names: files });
  const { kind, json } = draft.body;
  const error = kind === 'json' && json.trim() !== '' ? readBody(json).error : null;
  if (error !== null) found.push({ kind: 'json-broken', line: error.line, column: error.column });
  if (refused.length > 0) found.push({ kind: 'field-refused', names: refused });
  const unresolved = variablesOf(draft).filter((name) => !resolves(name));
  if (unresolved.length > 0) found.push({ kind: 'variables-unresolved', names: unresolved });
  return found;
}

interface DocumentedMember {
  readonly parameter: EndpointBody['fields'][number];
  readonly field: FieldText;
}

function membersOf(endpoint: Endpoint, { kind, json }: BodyDraft): readonly DocumentedMember[] {
  if (kind !== 'json') return [];
  const reading = readBody(json.trim() === '' ? '{}' : json);
  if (!reading.isObject) return [];
  const fields = endpoint.body?.fields ?? [];
  return fields.map((parameter) => ({ parameter, field: fieldText(reading, parameter.name) }));
}

/** By its type or by the catalogue's example, which know different things of a few members. */
function isAsDocumented({ parameter, field }: DocumentedMember, endpoint: Endpoint): boolean {
  const example = exampleOf(endpoint)[parameter.name];
  return isOfType(field, parameter) || (field.kind === 'structure' && typeof example === 'object');
}

const isEmpty = ({ kind, text }: FieldText) => kind === 'absent' || (kind === 'string' && text === '');

/** Secrets that were not kept, parameters that are missing or of another type, variables that are none, placeholders. */
export function odditiesOf(draft: RequestDraft, endpoint: Endpoint | null): readonly Oddity[] {
  const found: Oddity[] = [];
  const lost = lostIn(draft);
  if (lost.length > 0) found.push({ kind: 'not-kept', names: lost });
  if (endpoint !== null) {
    const required = new Set(
      [...queryOf(endpoint), ...(endpoint.body?.fields ?? [])]
        .filter((parameter) => parameter.required === true)
        .map(({ name }) => name),
    );
    const query = draft.query.filter(
      (row) => row.known && required.has(row.name) && !isSent(row) && !isPairLost(row),
    );
    const parts =
      draft.body.kind === 'form'
        ? draft.body.parts.filter(
            (part) =>
              part.known &&
              required.has(part.name) &&
              part.kind === 'text' &&
              !isPartSent(part) &&
              !isPartLost(part),
          )
        : [];
    const names = [...query, ...parts].map(({ name }) => name);
    const members = membersOf(endpoint, draft.body);
    const lacking = members.filter(({ parameter, field }) => parameter.required === true && isEmpty(field));
    const missing = [...names, ...lacking.map(({ parameter }) => parameter.name)];
    if (missing.length > 0) found.push({ kind: 'missing', names: missing });
    const others = members.filter((member) => !isAsDocumented(member, endpoint));
    if (others.length > 0) {
      const named = others.map(({ parameter: { name, type } }) => `${name} (${type})`);
      found.push({ kind: 'other-type', names: named });
    }
  }
  const asWritten = namesAsWritten(draft).map((name) => `{{${name}}}`);
  if (asWritten.length > 0) found.push({ kind: 'as-written', names: asWritten });
  const placeholders = draft.body.kind === 'json' ? placeholdersIn(draft.body.json) : [];
  if (placeholders.length > 0) found.push({ kind: 'placeholders', names: placeholders });
  return found;
}
