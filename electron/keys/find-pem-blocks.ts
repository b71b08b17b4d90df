import type { Normalisation } from '../../shared/coze/key.ts';

/** RFC 1421 §4.6 headers of a PEM block that OpenSSL encrypted in its old way. */
export interface LegacyEncryption {
  /** As written, for example `AES-256-CBC`. */
  readonly cipher: string;
  readonly iv: Uint8Array;
}

/** One PEM block (RFC 7468), read leniently. */
export interface PemBlock {
  /** What stands between BEGIN and the dashes, without spaces: `RSAPRIVATEKEY`. */
  readonly label: string;
  /** From the first dash to the last, as it stood in the text. */
  readonly raw: string;
  /** The decoded content; null when it holds characters that are not base64. */
  readonly bytes: Uint8Array | null;
  readonly encryption: LegacyEncryption | null;
  readonly done: readonly Normalisation[];
}

// Both patterns start at the first dash of a row and can give back only in one place: linear in the text's length.
const begin = /(?<!-)-+\s*BEGIN\s*([A-Z0-9](?:[A-Z0-9 \n]*[A-Z0-9])?)\s*-+/g;
const end = /(?<!-)-+\s*END[A-Z0-9 \n]*-*/;

/** Every PEM block in `text`, in order. A block whose END line is missing goes on to the next one, or to the end. */
export function findPemBlocks(text: string): readonly PemBlock[] {
  const starts = [...text.matchAll(begin)];
  return starts.map((match, index) => {
    const bodyStart = match.index + match[0].length;
    const limit = starts[index + 1]?.index ?? text.length;
    const rest = text.slice(bodyStart, limit);
    const ending = end.exec(rest);
    const body = ending === null ? rest : rest.slice(0, ending.index);
    const rawEnd = ending === null ? limit : bodyStart + ending.index + ending[0].length;
    return readBlock(match[1] ?? '', body, ending !== null, {
      before: text.slice(0, match.index),
      raw: text.slice(match.index, rawEnd),
      after: text.slice(rawEnd),
    });
  });
}

interface Place {
  readonly before: string;
  readonly raw: string;
  readonly after: string;
}

function readBlock(label: string, body: string, isClosed: boolean, place: Place): PemBlock {
  const encryption = readEncryption(body);
  const base64 = stripDecoration(body);
  const isBase64 = isClosed ? /^[A-Za-z0-9+/]*={0,2}$/.test(base64) : true;
  const text = isClosed ? base64 : (/^[A-Za-z0-9+/]*/.exec(base64)?.[0] ?? '');
  return {
    label: label.replace(/\s/g, ''),
    raw: place.raw,
    bytes: isBase64 ? Buffer.from(text, 'base64') : null,
    encryption,
    done: whatWasDone(place, body, isClosed),
  };
}

function whatWasDone({ before, raw, after }: Place, body: string, isClosed: boolean): Normalisation[] {
  const done: Normalisation[] = [];
  const isQuoted = /["'`]\s*$/.test(before) && /^\s*["'`]/.test(after);
  if (isQuoted || /["'`]/.test(body)) done.push('quotes');
  if (!raw.includes('\n')) done.push('one-line');
  else if (/\n[ \t]+\S|[ \t]\n/.test(raw) || /(?:^|\n)[ \t]+$/.test(before)) done.push('indented');
  if (/[^\s"'`]/.test(before) || /[^\s"'`]/.test(after)) done.push('surrounding-text');
  if (!isClosed) done.push('missing-banner');
  return done;
}

const dekInfo = /DEK-Info:\s*([A-Z0-9-]+?),\s*((?:[0-9A-F]{16}){1,2})/i;

function readEncryption(body: string): LegacyEncryption | null {
  const [, cipher, hex] = dekInfo.exec(body) ?? [];
  if (cipher === undefined || hex === undefined) return null;
  const ivDigits = /^AES|^CAMELLIA/i.test(cipher) ? 32 : 16;
  return { cipher, iv: Buffer.from(hex.slice(0, ivDigits), 'hex') };
}

function stripDecoration(body: string): string {
  const ivDigits = (readEncryption(body)?.iv.length ?? 0) * 2;
  const headerless = body
    .replace(/Proc-Type:\s*4,\s*ENCRYPTED/i, '')
    .replace(dekInfo, (_matched, _cipher, hex: string) => hex.slice(ivDigits));
  return headerless
    .replace(/^[ \t>#|]*[A-Za-z][A-Za-z0-9-]*:[^\n]*$/gm, '')
    .replace(/["'`]\s*[+.&]\s*["'`]/g, '')
    .replace(/^[ \t]*[>#|]+/gm, '')
    .replace(/[\s"'`,;]/g, '');
}
