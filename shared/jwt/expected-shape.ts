import { isSignatureSize } from './signature-size.ts';

/** How a token has to end, going by its header. */
export interface ExpectedShape {
  readonly dots: 2 | 4;
  /** Whether so many characters may stand after the last dot of a token that is whole. */
  readonly isLastLength: (characters: number) => boolean;
  /** More characters than this are in no last part. */
  readonly longestLast: number;
  /** Whether nothing else is possible: the algorithm of the signature is known. */
  readonly isCertain: boolean;
}

/** RSA of 1024 to 8192 bits, in characters. */
const rsaLengths: ReadonlySet<number> = new Set([171, 342, 512, 683, 1366]);
/** HMAC and ECDSA by curve, EdDSA, RSA. */
const signatureLengths: ReadonlySet<number> = new Set([43, 64, 86, 128, 152, 176, ...rsaLengths]);
const tagLengths: ReadonlySet<number> = new Set([22, 32, 43]);
const longestHeader = 4096;

function among(lengths: ReadonlySet<number>): Pick<ExpectedShape, 'isLastLength' | 'longestLast'> {
  return { isLastLength: (characters) => lengths.has(characters), longestLast: Math.max(...lengths) };
}

const unknown: ExpectedShape = { dots: 2, ...among(signatureLengths), isCertain: false };

function textOf(header: string): string {
  const text = header.slice(0, longestHeader).replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  try {
    return atob(text.length % 4 === 1 ? text.slice(0, -1) : text);
  } catch {
    return '';
  }
}

/** True when the header says that the payload stands in the token as it is (RFC 7797 §3). */
export function announcesPlainPayload(header: string): boolean {
  return /"b64"\s{0,9}:\s{0,9}false/.test(textOf(header));
}

function lengthsOf(alg: string): ReadonlySet<number> {
  if (/^[RP]S/.test(alg)) return rsaLengths;
  return new Set(
    [...signatureLengths].filter((length) => isSignatureSize(alg, Math.floor((length * 3) / 4))),
  );
}

/** What the part before the first dot says about the rest of the token, as far as it can be read. Never throws. */
export function expectedShape(header: string): ExpectedShape {
  const text = textOf(header);
  if (/"enc"\s{0,9}:/.test(text)) return { dots: 4, ...among(tagLengths), isCertain: false };
  const alg = /"alg"\s{0,9}:\s{0,9}"([A-Za-z0-9]{1,20})"/.exec(text)?.[1];
  if (alg === undefined) return unknown;
  if (alg.toLowerCase() === 'none') return { dots: 2, ...among(new Set([0])), isCertain: true };
  const lengths = lengthsOf(alg);
  const isCertain = lengths.size < signatureLengths.size;
  return isCertain ? { dots: 2, ...among(lengths), isCertain } : unknown;
}

/** False when parts are missing or too many, or the last one has not the length that the header asks for. */
export function isWholeToken(text: string): boolean {
  const parts = text.split('.', 6);
  const { dots, isLastLength, isCertain } = expectedShape(parts[0] ?? '');
  return parts.length === dots + 1 && (!isCertain || isLastLength(parts.at(-1)?.length ?? 0));
}
