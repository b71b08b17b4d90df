import type { Readable } from 'node:stream';
import type { ByteSpan } from './byte-span.ts';
import type { KeptBodies } from './kept-bodies.ts';

/** A part of a body that can be read. */
export interface OpenedBody {
  /** Safe to be served: no page and no script. */
  readonly type: string;
  /** Bytes of the whole body at this moment. */
  readonly size: number;
  /** The first byte and the last one, both from 0 and included; null when the range begins behind the end. */
  readonly span: ByteSpan | null;
  /** A range was asked for, and understood. A player learns by it that it may seek. */
  readonly isPart: boolean;
  readonly read: () => Readable;
}

/** @param range - the value of a `Range` header, or null for the whole */
export type OpenBody = (bodyId: string, range: string | null) => OpenedBody | null;

/**
 * One range of bytes (RFC 9110 §14.1.2). What is none that is understood, or several, counts as no range at all, as the
 * RFC wants it.
 * The span is null when it begins behind the end.
 */
export function spanOf(range: string | null, size: number): Pick<OpenedBody, 'span' | 'isPart'> {
  const whole = { span: { from: 0, to: size - 1 }, isPart: false };
  const part = (from: number, to: number) => ({ span: from > to ? null : { from, to }, isPart: true });
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
  if (first === '' && last === '') return whole;
  if (first === '') return part(size - Math.min(Number(last), size), size - 1);
  if (last !== '' && Number(last) < Number(first)) return whole;
  return part(Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1));
}

export function bodyOpener({ find }: Pick<KeptBodies, 'find'>): OpenBody {
  return (bodyId, range) => {
    const body = find(bodyId);
    if (body === null) return null;
    const size = body.readable();
    const { span, isPart } = spanOf(range, size);
    return { type: body.type, size, span, isPart, read: () => body.read(span ?? { from: 0, to: -1 }) };
  };
}
