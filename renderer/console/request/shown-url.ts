import { fillPath, readAddress, splitAddress } from './address.ts';
import type { RequestDraft } from './request-draft.ts';
import { sentQuery } from './run-request.ts';
import { aroundVariables } from './variable-text.ts';

const encoded = (text: string) => aroundVariables(text, encodeURIComponent);

/** The URL that a request asks for, as a person reads it: variables and missing steps still stand in it. */
export function shownUrl(draft: RequestDraft, apiOrigin: string | null): string {
  const { base } = splitAddress(draft.address);
  const read = readAddress(base, apiOrigin);
  if (read.kind === 'empty') return '';
  const place = read.kind === 'url' ? read.url : `${apiOrigin ?? ''}${read.path}`;
  const query = sentQuery(draft)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');
  return `${fillPath(place, draft.path)}${query === '' ? '' : `?${query}`}`;
}
