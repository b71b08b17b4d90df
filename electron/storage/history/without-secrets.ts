import type { ConsoleRun, FormPart, RunRequest } from '../../../shared/console-run.ts';
import type { Problem } from '../../../shared/problem.ts';
import { redact } from '../../../shared/redact.ts';
import {
  isSecretUnder,
  secretHeader,
  secretParameter,
  urlWithoutNamedSecrets,
} from '../../../shared/secret-names.ts';
import { hideSecrets, type Secret } from '../../console/hide-secrets.ts';
import { redactLong } from './redact-long.ts';

type Pair = readonly [name: string, value: string];

const hidden = '…';

function withoutValue([name, value]: Pair, isSecret: RegExp, mask: string): [string, string] {
  return [name, isSecretUnder(name, value, isSecret) ? mask : value];
}

/** A URL, or the end of one, without secrets in its query and without a user's name. */
export function urlWithoutSecrets(url: string, secrets: readonly Secret[]): string {
  const known = redact(hideSecrets(url, secrets)).replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, '$1');
  return urlWithoutNamedSecrets(known);
}

function targetWithoutSecrets(
  target: RunRequest['target'],
  secrets: readonly Secret[],
): RunRequest['target'] {
  if (target.kind === 'region') return { ...target, path: urlWithoutSecrets(target.path, secrets) };
  return { ...target, url: urlWithoutSecrets(target.url, secrets) };
}

/** Characters of a request's body that are kept. */
const longestBody = 4 * 1024 * 1024;

function lengthOf(body: RunRequest['body']): number {
  if (body.kind === 'text') return body.text.length;
  if (body.kind !== 'form') return 0;
  return body.parts.reduce((sum, part) => sum + ('text' in part ? part.text.length : 0), 0);
}

function partHeadWithoutSecrets(part: FormPart, secrets: readonly Secret[]): FormPart {
  const clean = (text: string) => redact(hideSecrets(text, secrets));
  const type = part.contentType === undefined ? {} : { contentType: clean(part.contentType) };
  if ('text' in part || part.fileName === undefined) return { ...part, ...type };
  return { ...part, ...type, fileName: clean(part.fileName) };
}

async function bodyWithoutSecrets(
  body: RunRequest['body'],
  secrets: readonly Secret[],
): Promise<RunRequest['body']> {
  const clean = (text: string) => redactLong(hideSecrets(text, secrets));
  if (body.kind === 'text') return { ...body, text: await clean(body.text) };
  if (body.kind !== 'form') return body;
  const parts = body.parts.map(async (given) => {
    const part = partHeadWithoutSecrets(given, secrets);
    if (!('text' in part)) return part;
    const isSecret = isSecretUnder(part.name, part.text, secretParameter);
    return { ...part, text: isSecret ? '' : await clean(part.text) };
  });
  return { ...body, parts: await Promise.all(parts) };
}

/**
 * A request as a person wrote it, without secrets: those that are known, those that look like one, and whatever stands
 * in a header or parameter that is there to carry one. Variables stay what they are.
 */
export async function requestWithoutSecrets(
  request: RunRequest,
  secrets: readonly Secret[],
): Promise<{ readonly request: RunRequest; readonly bodyLeftOut: boolean }> {
  const clean = (text: string) => redact(hideSecrets(text, secrets));
  const pairs = (given: readonly Pair[], isSecret: RegExp) =>
    given
      .map((pair) => withoutValue(pair, isSecret, ''))
      .map(([name, value]): [string, string] => [clean(name), clean(value)]);
  const bodyLeftOut = lengthOf(request.body) > longestBody;
  return {
    request: {
      ...request,
      target: targetWithoutSecrets(request.target, secrets),
      query: pairs(request.query, secretParameter),
      headers: pairs(request.headers, secretHeader),
      body: bodyLeftOut ? { kind: 'none' } : await bodyWithoutSecrets(request.body, secrets),
    },
    bodyLeftOut,
  };
}

function problemWithoutSecrets(problem: Problem, clean: (text: string) => string): Problem {
  const params = Object.entries(problem.params).map(([name, value]) => [
    name,
    typeof value === 'string' ? clean(value) : value,
  ]);
  const { server } = problem;
  return {
    ...problem,
    params: Object.fromEntries(params),
    server: server === null ? null : { ...server, body: clean(server.body) },
  };
}

/** What is known of a run, without secrets in the URL, the answer's head, Coze's words and the failure. */
export function runWithoutSecrets(run: ConsoleRun, secrets: readonly Secret[]): ConsoleRun {
  const clean = (text: string) => redact(hideSecrets(text, secrets));
  const { head, envelope, problem, renewalProblem } = run;
  return {
    ...run,
    url: urlWithoutSecrets(run.url, secrets),
    ...(renewalProblem === undefined ? {} : { renewalProblem: problemWithoutSecrets(renewalProblem, clean) }),
    head:
      head === null
        ? null
        : {
            ...head,
            statusText: clean(head.statusText),
            headers: head.headers
              .map((pair) => withoutValue(pair, secretHeader, hidden))
              .map(([name, value]): [string, string] => [
                name,
                /^(?:content-)?location$/i.test(name) ? urlWithoutSecrets(value, secrets) : clean(value),
              ]),
            url: urlWithoutSecrets(head.url, secrets),
          },
    envelope: envelope === null ? null : { ...envelope, msg: clean(envelope.msg) },
    problem:
      problem === null
        ? null
        : problemWithoutSecrets({ ...problem, params: problem.params, at: problem.at }, clean),
  };
}

function isWide(charset: string): boolean {
  return /^utf-?16/i.test(charset);
}

/**
 * The bytes of an answer without secrets; every other byte stays, whatever the charset.
 *
 * @param secrets - in ASCII, as tokens are; those of the request were masked as the answer came
 */
export async function answerWithoutSecrets(
  bytes: Uint8Array,
  charset: string,
  secrets: readonly Secret[],
): Promise<Uint8Array> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Most tokens are known by their look.
  const others = secrets.filter(({ text }) => redact(text) === text);
  const clean = (text: string) => redactLong(hideSecrets(text, others));
  if (!isWide(charset)) return Buffer.from(await clean(buffer.toString('latin1')), 'latin1');
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2));
  const isBig = /be$/i.test(charset);
  const text = (isBig ? Buffer.from(even).swap16() : even).toString('utf16le');
  const result = Buffer.from(await clean(text), 'utf16le');
  return isBig ? result.swap16() : result;
}
