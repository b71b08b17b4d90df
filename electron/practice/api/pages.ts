import type { ApiCall } from './api-endpoint.ts';
import { onPage, refuseParameter, requirePage } from './call-checks.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/** Ticks `page`: the part of `all` that `page_num` and `page_size` ask for. */
export function pageOf<Item>(call: ApiCall, all: readonly Item[]): Page<Item> {
  const page = requirePage(call, 'page_num');
  return { items: onPage(all, page), hasMore: page.number * page.size < all.length };
}

/**
 * Ticks `page`: the part of `all` from `page_token` on. A token is the number of what was given out before, in the
 * disguise of a text.
 */
export function pageByToken<Item>(
  { query, sheet }: ApiCall,
  all: readonly Item[],
): Page<Item> & { readonly nextToken: string } {
  const text = query('page_token') ?? '0';
  const size = query('page_size') ?? '20';
  const isCount = (value: string) => /^\d{1,6}$/.test(value);
  if (!isCount(text)) return sheet.fail('page', refuseParameter('page_token', 'the token of a page', text));
  sheet.pass(
    'page',
    isCount(size) && size !== '0' ? null : refuseParameter('page_size', 'a positive integer', size),
  );
  const end = Number(text) + Number(size);
  const hasMore = end < all.length;
  return { items: all.slice(Number(text), end), hasMore, nextToken: hasMore ? String(end) : '' };
}
