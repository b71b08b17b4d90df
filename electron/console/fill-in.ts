import type { ConsoleBody, FormPart, RequestTarget, RunRequest } from '../../shared/console-run.ts';
import { wellFormed } from '../../shared/text/well-formed.ts';

const variable = /\{\{\s*([\p{L}_][\p{L}\p{N}_.-]{0,63})\s*\}\}/gu;

/** How a value is written where it stands. */
type Spelling = (value: string) => string;

const asItIs: Spelling = (value) => value;
const inUrl: Spelling = (value) => encodeURIComponent(wellFormed(value));
const inJsonText: Spelling = (value) => JSON.stringify(value).slice(1, -1);

/** The value of a variable; what it gives instead of one is no matter of this file. */
export type Fill = (name: string) => string;

function filled(text: string, fill: Fill, spellingAt: (index: number) => Spelling): string {
  return text.replace(variable, (_whole, name: string, index: number) => spellingAt(index)(fill(name)));
}

/** Tells for growing places in a JSON text, variables and all, whether they stand between quotes. */
function quoting(json: string): (index: number) => boolean {
  let at = 0;
  let isQuoted = false;
  return (index) => {
    for (; at < index; at += 1) {
      if (json[at] === '"') isQuoted = !isQuoted;
      else if (isQuoted && json[at] === '\\') at += 1;
    }
    return isQuoted;
  };
}

/** In JSON a value between quotes is the content of a text; anywhere else it is JSON itself: a number, an object. */
export function fillJson(json: string, fill: Fill): string {
  const isQuotedAt = quoting(json);
  return filled(json, fill, (index) => (isQuotedAt(index) ? inJsonText : asItIs));
}

/** The variables of a JSON text that stand for a whole value, so that it is no JSON before they are filled in. */
export function bareVariables(json: string): string {
  const isQuotedAt = quoting(json);
  return [...json.matchAll(variable)]
    .filter(({ index }) => !isQuotedAt(index))
    .map(([whole]) => whole)
    .join(' ');
}

const isJson = (contentType: string) => /[/+]json\b/i.test(contentType);

function fillText(text: string, contentType: string, fill: Fill): string {
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return filled(text, fill, () => inUrl);
  if (isJson(contentType)) return fillJson(text, fill);
  return filled(text, fill, () => asItIs);
}

/** Variables that make up the origin stand there as they are; behind it a value cannot leave its place. */
function fillTarget(target: RequestTarget, fill: Fill): RequestTarget {
  if (target.kind === 'region') return { ...target, path: filled(target.path, fill, () => inUrl) };
  const [origin = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#]*/i.exec(target.url) ?? [];
  const url = filled(target.url, fill, (index) => (index > origin.length ? inUrl : asItIs));
  return { ...target, url };
}

function fillPart(part: FormPart, fill: Fill): FormPart {
  const plain = (text: string) => filled(text, fill, () => asItIs);
  const { contentType } = part;
  const typed = {
    name: plain(part.name),
    ...(contentType === undefined ? {} : { contentType: plain(contentType) }),
  };
  if ('text' in part) return { ...part, ...typed, text: fillText(part.text, contentType ?? '', fill) };
  const named = part.fileName === undefined ? {} : { fileName: plain(part.fileName) };
  return { ...part, ...typed, ...named };
}

function fillBody(body: ConsoleBody, fill: Fill): ConsoleBody {
  if (body.kind === 'text') return { ...body, text: fillText(body.text, body.contentType, fill) };
  if (body.kind !== 'form') return body;
  return {
    ...body,
    parts: body.parts.map((part) => fillPart(part, fill)),
  };
}

/**
 * The request with `{{names}}` replaced: in the URL percent-encoded (but for its origin), in JSON as JSON needs it, in
 * headers and forms as they are. What is no name of a variable stays what it is; values are not looked into again.
 */
export function fillIn(request: RunRequest, fill: Fill): RunRequest {
  const pairs = (given: RunRequest['query']) =>
    given.map(([name, value]): [string, string] => [
      filled(name, fill, () => asItIs),
      filled(value, fill, () => asItIs),
    ]);
  return {
    ...request,
    target: fillTarget(request.target, fill),
    query: pairs(request.query),
    headers: pairs(request.headers),
    body: fillBody(request.body, fill),
  };
}

/**
 * The request without what may stay as it was written when no variables are chosen: `{{names}}` in the text of a body,
 * which are a usual part of prompts and templates.
 */
export function withoutTemplates(request: RunRequest): RunRequest {
  const strict = (text: string, contentType = '') => (isJson(contentType) ? bareVariables(text) : '');
  const { body } = request;
  if (body.kind === 'text')
    return { ...request, body: { ...body, text: strict(body.text, body.contentType) } };
  if (body.kind !== 'form') return request;
  const parts = body.parts.map((part) =>
    'text' in part ? { ...part, text: strict(part.text, part.contentType) } : part,
  );
  return { ...request, body: { ...body, parts } };
}

/** Names of the variables that are asked for while something is filled in, each once. */
export function namesIn(fillAll: (fill: Fill) => unknown): readonly string[] {
  const names = new Set<string>();
  fillAll((name) => {
    names.add(name);
    return '';
  });
  return [...names];
}
