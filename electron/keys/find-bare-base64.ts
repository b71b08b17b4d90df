import type { Normalisation } from '../../shared/coze/key.ts';
import { derSize } from './der.ts';
import { shapeOfDer } from './der-shape.ts';

export type BareBase64 =
  | { readonly state: 'found'; readonly bytes: Uint8Array; readonly done: readonly Normalisation[] }
  | { readonly state: 'damaged' }
  | { readonly state: 'none' };

/**
 * Looks for the base64 of a DER key structure that lost its BEGIN and END lines, wrapped or not, with or without text
 * around it. DER says its own length, so what follows does not matter.
 */
export function findBareBase64(text: string): BareBase64 {
  const packed = text.replace(/[\s"'`,;>|]/g, '');
  for (let start = packed.indexOf('M'); start !== -1; start = packed.indexOf('M', start + 1)) {
    const bytes = readDerAt(packed, start);
    if (bytes === null) continue;
    const after = packed.slice(start + Math.ceil((bytes.length * 4) / 3)).replace(/^={0,2}/, '');
    return { state: 'found', bytes, done: whatWasDone(text, start > 0 || after !== '') };
  }
  const looksLikeKey = /MI[A-Za-z0-9+/]{98,}/.test(packed);
  return { state: looksLikeKey ? 'damaged' : 'none' };
}

function readDerAt(packed: string, start: number): Uint8Array | null {
  const size = derSize(Buffer.from(packed.slice(start, start + 8), 'base64'));
  if (size === null || size < 40) return null;
  const base64 = packed.slice(start, start + Math.ceil((size * 4) / 3));
  if (!/^[A-Za-z0-9+/]*$/.test(base64)) return null;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length < size || bytes[0] !== 0x30) return null;
  const der = bytes.subarray(0, size);
  return shapeOfDer(der).kind === 'unknown' ? null : der;
}

function whatWasDone(text: string, hasTextAround: boolean): Normalisation[] {
  const done: Normalisation[] = ['missing-banner'];
  if (/["'`]/.test(text)) done.push('quotes');
  if (/^[ \t]+\S|[ \t]\n/m.test(text)) done.push('indented');
  if (hasTextAround) done.push('surrounding-text');
  return done;
}
