import type { AnswerKind } from './answer-kind.ts';
import { parseMediaType } from './media-type.ts';

/** Images that a browser only draws; an SVG could hold scripts. */
const images = /^image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)$/;
const audio = /^audio\/[\w.+-]+$/;

/** The media type under which a screen may be served a body: never one that a browser would run or lay out. */
export function servedType(kind: AnswerKind, contentType: string | null): string {
  if (kind === 'json') return 'application/json';
  if (kind !== 'binary') return 'text/plain';
  const { essence } = parseMediaType(contentType ?? '');
  return images.test(essence) || audio.test(essence) ? essence : 'application/octet-stream';
}
