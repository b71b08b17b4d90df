import { create } from 'zustand';
import { pageStorage } from '../app/page-storage.ts';
import { useMedia } from '../ui/use-media.ts';

/** How request and answer stand to each other. */
export type Arrangement = 'columns' | 'rows';

const storage = pageStorage('console-arrangement');

function readChoice(): Arrangement | null {
  const kept = storage.read();
  return kept === 'columns' || kept === 'rows' ? kept : null;
}

const useChoice = create<{ readonly chosen: Arrangement | null }>()(() => ({ chosen: readChoice() }));

/** What the window has room for. */
export interface Room {
  readonly isWide: boolean;
  readonly isVeryWide: boolean;
}

/** Side by side where there is much room, or some and somebody chose so. */
export function arrangementFor({ isWide, isVeryWide }: Room, chosen: Arrangement | null): Arrangement {
  if (!isWide) return 'rows';
  return chosen ?? (isVeryWide ? 'columns' : 'rows');
}

interface ConsoleLayout {
  readonly arrangement: Arrangement;
  /** There is room for both. */
  readonly canChoose: boolean;
  /** The endpoints stand above the rest: not even two columns have room. */
  readonly isNarrow: boolean;
}

export function useConsoleLayout(): ConsoleLayout {
  const isWide = useMedia('(min-width: 1100px)');
  const isVeryWide = useMedia('(min-width: 1480px)');
  const isNarrow = useMedia('(max-width: 759px)');
  const chosen = useChoice((state) => state.chosen);
  return {
    arrangement: arrangementFor({ isWide, isVeryWide }, chosen),
    canChoose: isWide,
    isNarrow,
  };
}

export function chooseArrangement(chosen: Arrangement): void {
  storage.write(chosen);
  useChoice.setState({ chosen });
}

/** Pixels that request and answer have at least, so that every control of theirs is whole. */
export const leastSizes = {
  columns: { request: 460, answer: 360 },
  rows: { request: 176, answer: 88 },
} as const;

/** Pixels that the endpoints leave for request and answer. */
export function leastBesideEndpoints(arrangement: Arrangement, isNarrow: boolean): number {
  const { request, answer } = leastSizes.columns;
  if (isNarrow) return 360;
  return arrangement === 'columns' ? request + answer + 1 : request;
}

/** Under what the size of the endpoints or the history is kept. */
export function sideSizeName(isNarrow: boolean): string {
  return isNarrow ? 'console-side-height' : 'console-side-width';
}

/** Under what the request's share is kept. */
export function requestSizeName(arrangement: Arrangement): string {
  return `console-request-${arrangement}`;
}
