import { stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import { membersOf, sourceOf } from '../../shared/json/json-members.ts';
import { type JsonNode, parseJson } from '../../shared/json/parse-json.ts';
import { fileSource } from '../console/file-source.ts';
import { type FormPart, multipartBody } from '../console/multipart-body.ts';
import type { BodySource, RequestBody } from '../http/request-body.ts';
import { type NamedValue, readPairs } from './call-target.ts';
import { inputLimit, readInputFile } from './read-input.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface CallBody {
  readonly body: RequestBody;
  /** Null where the request's own headers, or JSON, decide. */
  readonly contentType: string | null;
}

/** Bytes; Coze takes 20 MB at most ("API 介绍"). */
const dataLimit = 20 * 1024 * 1024;

/** Far beyond anything that fits {@link dataLimit} and that somebody means. */
const jsonLimits = { depth: 512, members: 5_000_000 };

/** How a file is given. */
const fileForm = 'field=@PATH';

async function readData(value: string, terminal: Terminal): Promise<string | Uint8Array> {
  if (!value.startsWith('@')) return value;
  const bytes = await readInputFile(value.slice(1), dataLimit, terminal);
  if (bytes.length > dataLimit) throw new UsageError('usage.input-too-large', { limit: dataLimit });
  return bytes;
}

function parsedData(data: string | Uint8Array): { readonly text: string; readonly tree: JsonNode } {
  const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
  const parsed = parseJson(text, jsonLimits);
  if (parsed.ok) return { text, tree: parsed.tree };
  const { line, column, code } = parsed.error;
  throw new UsageError('call.data-not-json', { line, column, reason: code });
}

/** Each member as a field of the form: text as it reads, everything else as it stands in the JSON, digit for digit. */
function fieldsOf(data: string | Uint8Array): readonly FormPart[] {
  const { text, tree } = parsedData(data);
  if (tree.type !== 'object') throw new UsageError('call.form-not-object');
  return membersOf(tree).map(({ name, value }) => ({
    name,
    text: value.type === 'string' ? String(value.value) : sourceOf(text, value),
  }));
}

/** What a pipe or a device gives, which can be read once. @throws UsageError when it does not end within the limit */
async function pipeSource(file: string, terminal: Terminal): Promise<BodySource> {
  const bytes = await readInputFile(file, inputLimit, terminal);
  if (bytes.length > inputLimit)
    throw new UsageError('usage.file-endless', { path: file, limit: inputLimit });
  async function* once(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return { length: bytes.length, open: once };
}

async function filePart([name, value]: NamedValue, terminal: Terminal): Promise<FormPart> {
  if (!value.startsWith('@')) {
    throw new UsageError('usage.bad-value', {
      option: '--file',
      value: `${name}=${value}`,
      expected: fileForm,
    });
  }
  const file = value.slice(1);
  const fileName = path.basename(file);
  try {
    const stats = await stat(file);
    const isOrdinary = stats.isFile() || stats.isDirectory();
    return { name, fileName, source: await (isOrdinary ? fileSource(file) : pipeSource(file, terminal)) };
  } catch (thrown) {
    if (thrown instanceof UsageError) throw thrown;
    throw new UsageError('usage.file-unreadable', { path: file, reason: errorCode(thrown) });
  }
}

/**
 * The body that `--data` and `--file` ask for. JSON is sent byte for byte, and only checked; with a file it becomes the
 * other fields of the form.
 *
 * @param isJson - whether a body without files has to be JSON
 * @throws UsageError for what cannot be read, and what is no JSON
 */
export async function readCallBody(
  data: string | undefined,
  files: readonly string[],
  isJson: boolean,
  terminal: Terminal,
): Promise<CallBody> {
  const given = data === undefined ? null : await readData(data, terminal);
  if (files.length > 0) {
    const parts: FormPart[] = given === null ? [] : [...fieldsOf(given)];
    for (const pair of readPairs('--file', files, '=', fileForm)) parts.push(await filePart(pair, terminal));
    const boundary = `coze-mint-${Buffer.from(terminal.randomBytes(18)).toString('hex')}`;
    return multipartBody(parts, boundary);
  }
  if (given !== null && isJson) parsedData(given);
  return { body: given, contentType: null };
}
