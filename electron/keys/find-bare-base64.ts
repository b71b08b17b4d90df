import type { Normalisation } from '../../shared/coze/key.ts';
import { derSize, derTag } from './der.ts';
import { shapeOfDer } from './der-shape.ts';

export type BareBase64 =
  | { readonly state: 'found'; readonly bytes: Uint8Array; readonly done: readonly Normalisation[] }
  | { readonly state: 'damaged' }
  | { readonly state: 'none' };

/** False starts may overlap; together they are given up after so many times the length of the text. */
const mostReadings = 32;

/**
 * Looks for the base64 of a DER key structure that lost its BEGIN and END lines, wrapped or not, with or without text
 * around it. DER says its own length, so what follows does not matter.
 */
export function findBareBase64(text: string): BareBase64 {
  const packed = text.replace(/[\s"'`,;>|]/g, '');
  let left = mostReadings * packed.length;
  for (let start = packed.indexOf('M'); start !== -1 && left > 0; start = packed.indexOf('M', start + 1)) {
    const base64 = base64At(packed, start);
    if (base64 === null) continue;
    left -= base64.length;
    const bytes = readDer(base64);
    if (bytes === null) continue;
    const after = packed.slice(start + base64.length).replace(/^={0,2}/, '');
    return { state: 'found', bytes, done: whatWasDone(text, start > 0 || after !== '') };
  }
  const looksLikeKey = /MI[A-Za-z0-9+/]{98,}/.test(packed);
  return { state: looksLikeKey ? 'damaged' : 'none' };
}

/** As much as the sequence at `start` announces; null when there is none, or less than that. */
function base64At(packed: string, start: number): string | null {
  const header = Buffer.from(packed.slice(start, start + 8), 'base64');
  const size = derSize(header);
  if (header[0] !== derTag.sequence || size === null || size < 40) return null;
  const end = start + Math.ceil((size * 4) / 3);
  return end > packed.length ? null : packed.slice(start, end);
}

function readDer(base64: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*$/.test(base64)) return null;
  const bytes = Buffer.from(base64, 'base64');
  const der = bytes.subarray(0, derSize(bytes) ?? 0);
  return shapeOfDer(der).kind === 'unknown' ? null : der;
}

function whatWasDone(text: string, hasTextAround: boolean): Normalisation[] {
  const done: Normalisation[] = ['missing-banner'];
  if (/["'`]/.test(text)) done.push('quotes');
  if (/^[ \t]+\S|[ \t]\n/m.test(text)) done.push('indented');
  if (hasTextAround) done.push('surrounding-text');
  return done;
}
