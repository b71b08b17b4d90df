import { wellFormed } from '../../shared/text/well-formed.ts';

/** A text that no screen and no file may show, and what stands in its place. */
export interface Secret {
  readonly text: string;
  readonly mask: string;
}

/** What is shorter stands in too many places by chance. */
const shortest = 8;

interface Pattern {
  readonly bytes: Buffer;
  readonly mask: Buffer;
}

/** The spellings of one secret, and how all of them begin: most chunks are through when that was not found. */
interface Group {
  readonly beginning: Buffer;
  readonly patterns: readonly Pattern[];
}

interface Match {
  readonly at: number;
  readonly pattern: Pattern;
}

function isWorthHiding({ text }: Secret): boolean {
  return text.length >= shortest;
}

/** As `\uXXXX`; JSON reads the digits in either case. */
function escaped(json: string, which: RegExp, inCase: (hex: string) => string): string {
  return json.replace(which, (unit) => `\\u${inCase(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`);
}

const lower = (hex: string) => hex.toLowerCase();
const upper = (hex: string) => hex.toUpperCase();

/** The content of a JSON string as the usual libraries write it. */
function inJson(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const forGo = escaped(json, /[<>&\u2028\u2029]/g, lower);
  const forGson = escaped(forGo, /[=']/g, lower);
  const forPython = escaped(json, /[\u0080-\uffff]/g, lower);
  const forPhp = forPython.replaceAll('/', '\\/');
  const forDotNet = escaped(json.replaceAll('\\"', '\\u0022'), /[<>&'+`]|[\u0080-\uffff]/g, upper);
  return [json, json.replaceAll('/', '\\/'), forGo, forGson, forPython, forPhp, forDotNet];
}

/** JSON that stands in a string of JSON, as the data of a workflow does. */
const inJsonAgain = (json: string) => JSON.stringify(json).slice(1, -1);

/** Percent-encoded as in a URL and as in a form, the digits in either case. */
function inUrl(text: string): readonly string[] {
  const encoded = [
    encodeURIComponent(wellFormed(text)),
    new URLSearchParams([['', wellFormed(text)]]).toString().slice(1),
  ];
  return encoded.flatMap((url) => [url, url.replace(/%[0-9A-F]{2}/g, lower)]);
}

const spelled = new WeakMap<Secret, readonly string[]>();

/** The ways in which a server may write a text that it repeats: as it is, in a URL, in a form, in JSON. */
function spellings(secret: Secret): readonly string[] {
  const known = spelled.get(secret);
  if (known !== undefined) return known;
  const json = inJson(secret.text);
  const twice = json.map(inJsonAgain);
  const all = [secret.text, ...inUrl(secret.text), ...json, ...twice, ...twice.map(inJsonAgain)];
  const once = [...new Set(all)];
  spelled.set(secret, once);
  return once;
}

/** How texts become bytes in a charset that has ASCII in one byte, or in two. */
function encoderFor(charset: string): (text: string) => Buffer {
  if (charset === 'utf-16le') return (text) => Buffer.from(text, 'utf16le');
  if (charset === 'utf-16be') return (text) => Buffer.from(text, 'utf16le').swap16();
  return (text) => Buffer.from(text);
}

function commonStart(all: readonly Buffer[]): Buffer {
  const [first = Buffer.alloc(0), ...others] = all;
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && first[same] === other[same]) same += 1;
    length = same;
  }
  return first.subarray(0, length);
}

function groupsOf(secrets: readonly Secret[], charset: string): readonly Group[] {
  const encode = encoderFor(charset);
  return secrets.filter(isWorthHiding).map((secret) => {
    const mask = encode(secret.mask);
    const patterns = spellings(secret).map((spelling) => ({ bytes: encode(spelling), mask }));
    return { beginning: commonStart(patterns.map(({ bytes }) => bytes)), patterns };
  });
}

/** `text` with the masks of the secrets in it, however they are spelled. */
export function hideSecrets(text: string, secrets: readonly Secret[]): string {
  return secrets
    .filter(isWorthHiding)
    .reduce(
      (hidden, secret) =>
        spellings(secret).reduce((said, spelling) => said.replaceAll(spelling, secret.mask), hidden),
      text,
    );
}

/** The first place in `bytes` at which a secret stands as a whole. */
function firstMatch(bytes: Buffer, groups: readonly Group[], from: number): Match | null {
  let first: Match | null = null;
  for (const { beginning, patterns } of groups) {
    if (bytes.indexOf(beginning, from) === -1) continue;
    for (const pattern of patterns) {
      const end: number = first === null ? bytes.length : first.at + pattern.bytes.length - 1;
      const at = bytes.subarray(from, end).indexOf(pattern.bytes);
      if (at !== -1) first = { at: from + at, pattern };
    }
  }
  return first;
}

/** Where the longest end of `bytes` begins that may be the beginning of a secret; its length when there is none. */
function startOfDoubt(bytes: Buffer, groups: readonly Group[], from: number): number {
  let earliest = bytes.length;
  for (const { bytes: wanted } of groups.flatMap(({ patterns }) => patterns)) {
    let at = bytes.indexOf(wanted[0] ?? 0, Math.max(from, bytes.length - wanted.length + 1));
    while (at !== -1 && at < earliest) {
      if (wanted.subarray(0, bytes.length - at).equals(bytes.subarray(at))) earliest = at;
      else at = bytes.indexOf(wanted[0] ?? 0, at + 1);
    }
  }
  return earliest;
}

/**
 * The same bytes with the masks of the secrets in it, also where a secret is cut by the end of a chunk: an end that may
 * be the beginning of one waits for the next chunk.
 *
 * @param charset - of the bytes, by its WHATWG name
 */
export async function* withoutSecrets(
  chunks: AsyncIterable<Uint8Array>,
  secrets: readonly Secret[],
  charset: string,
): AsyncGenerator<Uint8Array> {
  const groups = groupsOf(secrets, charset);
  if (groups.length === 0) return yield* chunks;
  let doubtful = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const bytes = doubtful.length === 0 ? view : Buffer.concat([doubtful, view]);
    let from = 0;
    let match = firstMatch(bytes, groups, from);
    while (match !== null) {
      if (match.at > from) yield bytes.subarray(from, match.at);
      yield match.pattern.mask;
      from = match.at + match.pattern.bytes.length;
      match = firstMatch(bytes, groups, from);
    }
    const end = startOfDoubt(bytes, groups, from);
    if (end > from) yield bytes.subarray(from, end);
    doubtful = Buffer.from(bytes.subarray(end));
  }
  if (doubtful.length > 0) yield doubtful;
}
