import { assertNever } from '../../shared/assert-never.ts';
import type { ConsoleBody, RequestTarget, RunRequest } from '../../shared/console-run.ts';
import { asksForStream } from '../../shared/coze/asks-for-stream.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { ConsoleFiles } from '../console/console-files.ts';
import { freeUrl } from '../console/free-url.ts';
import { multipartBody } from '../console/multipart-body.ts';
import { requestHeaders, secretsIn } from '../console/request-headers.ts';
import { requestUrl } from '../console/request-url.ts';
import type { RunPlan } from '../console/run-plan.ts';
import type { RequestBody } from '../http/request-body.ts';
import type { ConsoleServices } from './console-services.ts';
import type { EngineContext } from './context.ts';
import { type RunSender, runSender } from './run-sender.ts';

interface TypedBody {
  readonly body: RequestBody;
  /** Null when a header of the request says it, or there is nothing to say. */
  readonly contentType: string | null;
}

async function bodyOf(
  body: ConsoleBody,
  files: ConsoleFiles,
  randomBytes: (count: number) => Uint8Array,
): Promise<TypedBody> {
  switch (body.kind) {
    case 'none':
      return { body: null, contentType: null };
    case 'text':
      return { body: body.text, contentType: body.contentType };
    case 'file':
      return { body: (await files.open(body.fileId)).source, contentType: body.contentType };
    case 'form': {
      const boundary = `----coze-mint-${Buffer.from(randomBytes(18)).toString('hex')}`;
      const parts = body.parts.map(async (part) => {
        if ('text' in part) return part;
        const { name: fileName, source } = await files.open(part.fileId);
        return {
          name: part.name,
          fileName: part.fileName || fileName,
          contentType: part.contentType,
          source,
        };
      });
      return multipartBody(await Promise.all(parts), boundary);
    }
    default:
      return assertNever(body);
  }
}

/** A token goes to its own API, and to no other origin than those that a person named. */
function tokensFor(
  target: RequestTarget,
  url: string,
  sender: RunSender,
  tokenOrigins: readonly string[],
): Pick<RunSender, 'token' | 'renewedToken'> {
  if (target.kind === 'region') return sender;
  if (!target.withToken) return { token: async () => null };
  const { origin } = new URL(url);
  if (origin === sender.api || tokenOrigins.includes(origin)) return sender;
  throw new ProblemError('console/token-origin', { params: { origin } });
}

function urlOf(api: string, target: RequestTarget, query: RunRequest['query']): string {
  return target.kind === 'region' ? requestUrl(api, target.path, query) : freeUrl(target.url, query);
}

/** Secret variables go where tokens may go, and nowhere else. */
function refuseSecretsElsewhere(url: string, names: readonly string[], origins: readonly string[]): void {
  const { origin } = new URL(url);
  if (names.length === 0 || origins.includes(origin)) return;
  throw new ProblemError('console/secret-origin', {
    params: { origin, names: names.join(', ').slice(0, 400) },
  });
}

function typedHeaders(
  headers: RunRequest['headers'],
  contentType: string | null,
  isForm: boolean,
): RunRequest['headers'] {
  if (contentType === null || contentType === '') return headers;
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  // The type of a form names its boundary, so no header of the request can take its place.
  if (isForm) return [...others, ['Content-Type', contentType]];
  return others.length === headers.length ? [...headers, ['Content-Type', contentType]] : headers;
}

/** False for a request that is not of the catalogue: nothing is known of it. */
async function isStreamAsked({ endpointId, body }: RunRequest): Promise<boolean> {
  const { endpoints } = await import('../../shared/coze/endpoints.ts');
  const endpoint = endpoints.find(({ id }) => id === endpointId);
  return endpoint !== undefined && asksForStream(endpoint, body.kind === 'text' ? body.text : null);
}

/**
 * Brings a request in order without sending it.
 *
 * @throws ProblemError `http/url-refused`, `input/invalid`, `input/header`, `console/file-gone`, `console/file-unreadable`,
 * `console/token-origin`, `console/secret-origin`, `input/two-credentials`, and what `runSender` throws
 */
export async function planRun(
  context: EngineContext,
  { files, variables }: Pick<ConsoleServices, 'files' | 'variables'>,
  asked: RunRequest,
): Promise<RunPlan> {
  const { request, shown, secrets, secretNames } = await variables.resolve(asked);
  const { endpointId, method, target, query } = request;
  const sender = await runSender(context, request.source);
  const url = urlOf(sender.api, target, query);
  const { tokenOrigins } = context.profile.get().settings;
  refuseSecretsElsewhere(url, secretNames, [sender.api, ...tokenOrigins]);
  const { token, renewedToken } = tokensFor(target, url, sender, tokenOrigins);
  const { body, contentType } = await bodyOf(request.body, files, context.randomBytes);
  const headers = typedHeaders(request.headers, contentType, request.body.kind === 'form');
  const hasToken = request.source.kind !== 'none' && (target.kind === 'region' || target.withToken);
  requestHeaders(headers, body !== null, hasToken ? '' : null);
  const { appName } = sender;
  return {
    asked,
    endpointId,
    asksForStream: await isStreamAsked(request),
    method,
    url,
    shownUrl: urlOf(sender.api, shown.target, shown.query),
    headers,
    body,
    appName,
    secrets: [...secrets, ...secretsIn(headers).map((text) => ({ text, mask: '***' }))],
    token,
    ...(renewedToken === undefined ? {} : { renewedToken }),
  };
}
