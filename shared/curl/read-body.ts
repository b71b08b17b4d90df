import { parseJson } from '../json/parse-json.ts';
import { wellFormed } from '../text/well-formed.ts';
import { type CurlFinding, curlFinding } from './curl-finding.ts';
import type { FormPart, HttpBody } from './http-request.ts';
import type { Given } from './read-arguments.ts';
import { type ReadPart, readFormPart } from './read-form-part.ts';

export interface ReadBody {
  readonly body: HttpBody | null;
  /** What `-G` and `--url-query` put into the query instead. */
  readonly query: string;
  readonly findings: readonly CurlFinding[];
}

const formType = 'application/x-www-form-urlencoded';

/** Percent-encodes all but the unreserved characters of RFC 3986 §2.3. */
function escapeAll(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What a piece of data comes to: text, or a file that it is read from. */
type Datum = { readonly text: string } | { readonly file: string };

function datumOf({ option, value }: Given, stdin: string | null): Datum {
  const isRaw = option.effect === 'data-raw';
  if (option.effect === 'data-urlencode' || option.effect === 'url-query') {
    const [, name = '', mark = '', rest = ''] = /^([^=@]*)([=@])([\s\S]*)$/.exec(value) ?? [];
    if (option.effect === 'url-query' && value.startsWith('+')) return { text: value.slice(1) };
    if (mark === '@') return { file: rest };
    if (mark === '') return { text: escapeAll(value) };
    return { text: `${name}${name === '' ? '' : '='}${escapeAll(rest)}` };
  }
  if (option.effect === 'upload-file') return { file: value };
  if (isRaw || !value.startsWith('@')) return { text: value };
  if (value !== '@-' || stdin === null) return { file: value.slice(1) };
  const isCleaned = option.effect === 'data' && option.name !== 'data-binary';
  return { text: isCleaned ? stdin.replace(/[\r\n\0]/g, '') : stdin };
}

interface Joined {
  readonly text: string;
  /** The file that the body is, where it is nothing else. */
  readonly file: string | null;
  readonly findings: readonly CurlFinding[];
}

/** Joins pieces with `&` as curl does; pieces of `--json` follow each other at once. */
function join(given: readonly Given[], stdin: string | null): Joined {
  const findings: CurlFinding[] = [];
  const pieces: string[] = [];
  let file: string | null = null;
  for (const entry of given) {
    const datum = datumOf(entry, stdin);
    if ('file' in datum && datum.file === '-') findings.push(curlFinding('data-from-stdin', entry.place));
    else if ('file' in datum && given.length === 1 && entry.option.effect !== 'data-urlencode')
      file = datum.file;
    else if ('file' in datum)
      findings.push(curlFinding('data-file-joined', entry.place, { path: datum.file.slice(0, 200) }));
    else pieces.push(pieces.length > 0 && entry.option.effect !== 'json' ? `&${datum.text}` : datum.text);
  }
  return { text: pieces.join(''), file, findings };
}

function isJsonType(contentType: string): boolean {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(contentType);
}

/** Text that is JSON by itself, though nothing says so. */
function isJsonText(text: string): boolean {
  return /^\s*[[{]/.test(text) && parseJson(text).ok;
}

/** The parts with the text that the shell feeds to curl where they ask for it (`name=<-`). */
function partsOf(
  { parts, textFile }: ReadPart,
  stdin: string | null,
  place: Given['place'],
): Pick<ReadBody, 'findings'> & { readonly parts: readonly FormPart[] } {
  if (textFile === null) return { parts, findings: [] };
  if (textFile !== '-') {
    return { parts, findings: [curlFinding('form-text-file', place, { path: textFile.slice(0, 200) })] };
  }
  if (stdin === null) return { parts, findings: [curlFinding('data-from-stdin', place)] };
  return {
    parts: parts.map((part) => (part.kind === 'text' ? { ...part, text: stdin } : part)),
    findings: [],
  };
}

function readForm(given: readonly Given[], stdin: string | null): ReadBody {
  const parts: FormPart[] = [];
  const findings: CurlFinding[] = [];
  for (const { option, value, place } of given) {
    const equals = value.indexOf('=');
    const isLiteral = option.effect === 'form-string' && equals > 0;
    const read = isLiteral ? null : option.effect === 'form' ? readFormPart(value) : null;
    if (isLiteral) {
      parts.push({
        kind: 'text',
        name: value.slice(0, equals),
        text: value.slice(equals + 1),
        contentType: null,
      });
    } else if (read === null) {
      findings.push(curlFinding('form-malformed', place));
    } else {
      const filled = partsOf(read, stdin, place);
      parts.push(...filled.parts);
      findings.push(...filled.findings);
      for (const name of read.notTaken)
        findings.push(curlFinding('form-option-not-taken', place, { option: name }));
    }
  }
  return { body: { kind: 'form', parts }, query: '', findings };
}

function typedBody(
  joined: Joined,
  entry: Given | undefined,
  given: string | null,
  isJson: boolean,
): ReadBody {
  const { text, file, findings } = joined;
  const isUpload = entry?.option.effect === 'upload-file';
  const contentType = given ?? (isJson ? 'application/json' : isUpload ? '' : formType);
  const known = contentType === '' ? null : contentType;
  if (file !== null) return { body: { kind: 'file', path: file, contentType: known }, query: '', findings };
  if (isJsonType(contentType)) return { body: { kind: 'json', text, contentType }, query: '', findings };
  if (given === null && isJsonText(text)) {
    const place = entry?.place ?? null;
    return {
      body: { kind: 'json', text, contentType: 'application/json' },
      query: '',
      findings: [...findings, curlFinding('json-sent-as-form', place)],
    };
  }
  return { body: { kind: 'text', text, contentType: known }, query: '', findings };
}

/**
 * The body that the options make, and what they put into the query instead. Files are named, not read.
 *
 * @param contentType - of a header; null for none, empty where curl was told to send none
 * @param stdin - what the shell feeds to curl, for `@-`
 */
export function readBody(
  given: readonly Given[],
  contentType: string | null,
  stdin: string | null,
): ReadBody {
  const having = (...effects: readonly string[]) =>
    given.filter(({ option }) => effects.includes(option.effect));
  const form = having('form', 'form-string');
  const data = having('data', 'data-raw', 'data-urlencode', 'json');
  const upload = having('upload-file').slice(-1);
  const inQuery = having('url-query');
  const isGet = having('get').length > 0;

  const queryPieces = join(isGet ? [...inQuery, ...data] : inQuery, stdin);
  const query = queryPieces.file === null ? queryPieces.text : '';
  const inUrl = queryPieces.findings;
  if (form.length > 0) {
    const both = isGet ? [] : data.map(({ place }) => curlFinding('data-with-form', place));
    const read = readForm(form, stdin);
    return { ...read, query, findings: [...inUrl, ...both, ...read.findings] };
  }
  const sent = isGet ? [] : data.length > 0 ? data : upload;
  if (sent.length === 0) return { body: null, query, findings: inUrl };
  const read = typedBody(join(sent, stdin), sent[0], contentType, having('json').length > 0);
  return { ...read, query, findings: [...inUrl, ...read.findings] };
}
