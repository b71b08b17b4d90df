import { secretHeader } from '../secret-names.ts';
import { argumentObstacle, type CurlObstacle, isTooLong, requestObstacle } from './curl-obstacle.ts';
import type { FormPart, HttpBody, HttpRequest } from './http-request.ts';
import { urlOf } from './http-request.ts';
import { legacyPowershellArgument } from './legacy-powershell.ts';
import { quoteWord, type WordPiece } from './quote-word.ts';
import type { Shell } from './split-command.ts';
import { withoutSecrets } from './without-secrets.ts';

/** A request and how it is sent. */
export interface SentRequest {
  readonly request: HttpRequest;
  /** True when the access token goes with it. */
  readonly hasToken: boolean;
  /** What comes back: text, events one after the other, or bytes such as audio. */
  readonly answer: 'text' | 'events' | 'bytes';
}

/** The environment variable that the access token stands in. */
export const tokenVariable = 'COZE_API_TOKEN';

/** The environment variable for the value of a header that is a credential. */
export function headerVariable(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(?=\d)/, '_');
}

interface Argument {
  readonly option: string;
  readonly pieces: readonly WordPiece[];
}

const plain = (option: string, text: string): Argument => ({ option, pieces: [text] });

function methodArguments({ method, body }: HttpRequest): readonly Argument[] {
  if (method === 'HEAD' && body === null) return [{ option: '--head', pieces: [] }];
  const implied = body === null ? 'GET' : 'POST';
  return method === implied ? [] : [{ option: `-X ${method}`, pieces: [] }];
}

function headerArgument(name: string, value: string): Argument {
  if (secretHeader.test(name))
    return { option: '-H', pieces: [`${name}: `, { variable: headerVariable(name) }] };
  return plain('-H', value === '' ? `${name};` : `${name}: ${value}`);
}

/** Between quotes, so that `;` and `,` end nothing (curl manual, `--form`). */
function formQuoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function partArgument(part: FormPart): Argument {
  const type = part.contentType === null ? '' : `;type=${part.contentType}`;
  if (part.kind === 'file') {
    const path = /[",;\\\s]/.test(part.path) ? formQuoted(part.path) : part.path;
    const name = part.fileName === null ? '' : `;filename=${formQuoted(part.fileName)}`;
    return plain('--form', `${part.name}=@${path}${type}${name}`);
  }
  if (part.contentType === null) return plain('--form-string', `${part.name}=${part.text}`);
  return plain('--form', `${part.name}=${formQuoted(part.text)}${type}`);
}

function bodyArguments(body: HttpBody): readonly Argument[] {
  if (body.kind === 'form') return body.parts.map(partArgument);
  const type = plain('-H', body.contentType === null ? 'Content-Type:' : `Content-Type: ${body.contentType}`);
  return [
    type,
    body.kind === 'file' ? plain('--data-binary', `@${body.path}`) : plain('--data-raw', body.text),
  ];
}

function argumentsOf({ request, hasToken, answer }: SentRequest): readonly Argument[] {
  const { headers, body } = request;
  return [
    ...(/[[\]{}]/.test(request.path) ? [{ option: '-g', pieces: [] }] : []),
    ...methodArguments(request),
    ...(answer === 'events' ? [{ option: '-N', pieces: [] }] : []),
    ...(answer === 'bytes' ? [{ option: '-o answer.bin', pieces: [] }] : []),
    ...(hasToken
      ? [{ option: '-H', pieces: ['Authorization: Bearer ', { variable: tokenVariable }] } as const]
      : []),
    ...headers.map(([name, value]) => headerArgument(name, value)),
    ...(body === null ? [] : bodyArguments(body)),
  ];
}

const continuations: Readonly<Record<Shell, string>> = {
  posix: ' \\\n  ',
  cmd: ' ^\n  ',
  powershell: ' `\n  ',
};

function legacyBlock(command: string): string {
  return `& {\n$PSNativeCommandArgumentPassing = 'Legacy'\n${command}}\n`;
}

function optionText({ option, pieces }: Argument, shell: Shell): string | null {
  if (pieces.length === 0) return option;
  const word = quoteWord(pieces, shell);
  return word && `${option} ${word}`;
}

/** True where PowerShell's own way to pass arguments, which 7.3 changed, has to be the older one. */
function needsLegacy(all: readonly Argument[]): boolean {
  return all.some(({ pieces }) =>
    pieces.some((piece) => typeof piece === 'string' && legacyPowershellArgument(piece) !== piece),
  );
}

/** A command, or why there is none. */
export type WrittenCurl =
  | { readonly text: string; readonly obstacle: null }
  | { readonly text: null; readonly obstacle: CurlObstacle };

const refused = (obstacle: CurlObstacle): WrittenCurl => ({ text: null, obstacle });

/**
 * The curl command that sends `request` again, one option a line. Credentials are environment variables, and what looks
 * like a secret in the values is taken out. cmd's is for its prompt, not for a batch file; PowerShell's works in every
 * version.
 */
export function curlOrObstacle(sent: SentRequest, shell: Shell): WrittenCurl {
  const request = withoutSecrets(sent.request);
  const all = argumentsOf({ ...sent, request });
  const inTheWay =
    requestObstacle(request) ??
    argumentObstacle(
      all.flatMap(({ pieces }) => pieces),
      shell,
    );
  if (inTheWay !== null) return refused(inTheWay);
  const curl = { option: shell === 'posix' ? 'curl' : 'curl.exe', pieces: [urlOf(request)] };
  const lines = [curl, ...all].map((argument) => optionText(argument, shell));
  if (!lines.every((line) => line !== null)) return refused('quotes');
  const command = `${lines.join(continuations[shell])}\n`;
  if (isTooLong(lines, command, shell)) return refused('too-long');
  const text = shell === 'powershell' && needsLegacy(all) ? legacyBlock(command) : command;
  return { text, obstacle: null };
}

/** As {@link curlOrObstacle}; null for what no command line of the shell can carry. */
export function writeCurl(sent: SentRequest, shell: Shell): string | null {
  return curlOrObstacle(sent, shell).text;
}
