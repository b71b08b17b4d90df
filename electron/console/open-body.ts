import type { Readable } from 'node:stream';
import type { KeptBodies } from './kept-bodies.ts';

/** A part of a body that can be read. */
export interface OpenedBody {
  /** Safe to be served: no page and no script. */
  readonly type: string;
  /** Bytes of the whole body at this moment. */
  readonly size: number;
  /** The first byte and the last one, both from 0 and included; null when the range begins behind the end. */
  readonly span: { readonly from: number; readonly to: number } | null;
  readonly read: () => Readable;
}

/** @param range - the value of a `Range` header, or null for the whole */
export type OpenBody = (bodyId: string, range: string | null) => OpenedBody | null;

/**
 * One range of bytes (RFC 9110 §14.1.2). What is none that is understood, or several, counts as no range at all, as the
 * RFC wants it.
 *
 * @returns null when it begins behind the end
 */
export function spanOf(range: string | null, size: number): OpenedBody['span'] {
  const whole = { from: 0, to: size - 1 };
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
  if (first === '' && last === '') return whole;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? null : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return whole;
  return from >= size ? null : { from, to };
}

export function bodyOpener({ find }: Pick<KeptBodies, 'find'>): OpenBody {
  return (bodyId, range) => {
    const body = find(bodyId);
    if (body === null) return null;
    const size = body.state().bytes;
    const span = spanOf(range, size);
    return { type: body.type, size, span, read: () => body.read(span ?? { from: 0, to: -1 }) };
  };
}
