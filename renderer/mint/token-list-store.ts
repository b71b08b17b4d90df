import { create } from 'zustand';
import type { AccessToken } from '../../shared/coze/token.ts';
import type { TokenOrder, TokenState } from './arrange-tokens.ts';
import { placeTokens, type TokenPlaces } from './token-places.ts';

interface TokenListState {
  readonly search: string;
  readonly state: TokenState;
  readonly order: TokenOrder;
  /** The row that the keyboard is on. */
  readonly selectedId: string | null;
  /** The row whose details are in sight. */
  readonly openId: string | null;
  readonly dialog: 'hold' | 'forget-all' | null;
}

export const useTokenListStore = create<TokenListState>()(() => ({
  search: '',
  state: 'all',
  order: 'newest',
  selectedId: null,
  openId: null,
  dialog: null,
}));

const change = useTokenListStore.setState;

export function selectToken(id: string): void {
  change({ selectedId: id });
}

export function toggleDetails(id: string): void {
  change(({ openId }) => ({ selectedId: id, openId: openId === id ? null : id }));
}

/** Shows all tokens, and one of them with its details. */
export function showToken(id: string): void {
  change({ search: '', state: 'all', selectedId: id, openId: id });
}

let places: TokenPlaces = new Map();

/** The places of the tokens among each other, as they have come to be in this window. */
export function placesOf(tokens: readonly AccessToken[]): TokenPlaces {
  places = placeTokens(places, tokens);
  return places;
}
