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

interface Match {
  readonly at: number;
  readonly pattern: Pattern;
}

function isWorthHiding({ text }: Secret): boolean {
  return text.length >= shortest;
}

/** The ways in which a server may write a text that it repeats: as it is, in a URL, in JSON. */
function spellings(text: string): readonly string[] {
  const inJson = JSON.stringify(text).slice(1, -1);
  return [...new Set([text, encodeURIComponent(text), inJson, inJson.replaceAll('/', '\\/')])];
}

function patternsOf(secrets: readonly Secret[]): readonly Pattern[] {
  return secrets.filter(isWorthHiding).flatMap(({ text, mask }) =>
    spellings(text).flatMap((spelling) => {
      const wide = Buffer.from(spelling, 'utf16le');
      const wideMask = Buffer.from(mask, 'utf16le');
      return [
        { bytes: Buffer.from(spelling), mask: Buffer.from(mask) },
        { bytes: wide, mask: wideMask },
        { bytes: Buffer.from(wide).swap16(), mask: Buffer.from(wideMask).swap16() },
      ];
    }),
  );
}

/** `text` with the masks of the secrets in it, however they are spelled. */
export function hideSecrets(text: string, secrets: readonly Secret[]): string {
  return secrets
    .filter(isWorthHiding)
    .reduce(
      (hidden, secret) =>
        spellings(secret.text).reduce((said, spelling) => said.replaceAll(spelling, secret.mask), hidden),
      text,
    );
}

/** The first place in `bytes` at which one of the patterns stands as a whole. */
function firstMatch(bytes: Buffer, patterns: readonly Pattern[], from: number): Match | null {
  let first: Match | null = null;
  for (const pattern of patterns) {
    const end: number = first === null ? bytes.length : first.at + pattern.bytes.length - 1;
    const at = bytes.subarray(from, end).indexOf(pattern.bytes);
    if (at !== -1) first = { at: from + at, pattern };
  }
  return first;
}

/** Where the longest end of `bytes` begins that may be the beginning of a pattern; its length when there is none. */
function startOfDoubt(bytes: Buffer, patterns: readonly Pattern[], from: number): number {
  let earliest = bytes.length;
  for (const { bytes: wanted } of patterns) {
    let at = Math.max(from, bytes.length - wanted.length + 1);
    for (at = bytes.indexOf(wanted[0] ?? 0, at); at !== -1 && at < earliest; ) {
      if (wanted.subarray(0, bytes.length - at).equals(bytes.subarray(at))) earliest = at;
      else at = bytes.indexOf(wanted[0] ?? 0, at + 1);
    }
  }
  return earliest;
}

/**
 * The same bytes with the masks of the secrets in it, also where a secret is cut by the end of a chunk: an end that may
 * be the beginning of one waits for the next chunk. In UTF-8, its subsets, and UTF-16.
 */
export async function* withoutSecrets(
  chunks: AsyncIterable<Uint8Array>,
  secrets: readonly Secret[],
): AsyncGenerator<Uint8Array> {
  const patterns = patternsOf(secrets);
  if (patterns.length === 0) return yield* chunks;
  let doubtful = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes =
      doubtful.length === 0
        ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
        : Buffer.concat([doubtful, chunk]);
    let from = 0;
    for (
      let match = firstMatch(bytes, patterns, 0);
      match !== null;
      match = firstMatch(bytes, patterns, from)
    ) {
      if (match.at > from) yield bytes.subarray(from, match.at);
      yield match.pattern.mask;
      from = match.at + match.pattern.bytes.length;
    }
    const end = startOfDoubt(bytes, patterns, from);
    if (end > from) yield bytes.subarray(from, end);
    doubtful = Buffer.from(bytes.subarray(end));
  }
  if (doubtful.length > 0) yield doubtful;
}
