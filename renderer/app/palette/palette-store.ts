import { create } from 'zustand';
import { isDialogOpen } from '../is-dialog-open.ts';
import { pageStorage } from '../page-storage.ts';

interface PaletteState {
  readonly isOpen: boolean;
  /** Ids of what was chosen, the last one first. */
  readonly recent: readonly string[];
}

const mostRecent = 12;
const storage = pageStorage('palette');

/** Reads what was kept; damaged text is nothing. */
export function readRecent(text: string | null): readonly string[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, mostRecent) : [];
  } catch {
    return [];
  }
}

export const usePaletteStore = create<PaletteState>()(() => ({
  isOpen: false,
  recent: readRecent(storage.read()),
}));

/** Opens the palette, unless a dialog asks for something. */
export function openPalette(): void {
  if (!isDialogOpen()) usePaletteStore.setState({ isOpen: true });
}

export function closePalette(): void {
  usePaletteStore.setState({ isOpen: false });
}

export function noteChosen(id: string): void {
  const recent = [id, ...usePaletteStore.getState().recent.filter((other) => other !== id)].slice(
    0,
    mostRecent,
  );
  usePaletteStore.setState({ recent });
  storage.write(JSON.stringify(recent));
}
