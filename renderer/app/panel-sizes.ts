import { create } from 'zustand';
import { pageStorage } from './page-storage.ts';

type Sizes = Readonly<Record<string, number>>;

const storage = pageStorage('panel-sizes');
const isSize = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** Reads what {@link writeSizes} wrote; what is no size is left out, and it never throws. */
export function readSizes(text: string | null): Sizes {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, size]) => isSize(size)));
  } catch {
    return {};
  }
}

/** To a tenth: more nobody sees. */
export function writeSizes(sizes: Sizes): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, Math.round(size * 10) / 10])),
  );
}

const useSizes = create<{ readonly sizes: Sizes }>()(() => ({ sizes: readSizes(storage.read()) }));

/** Keeps the size of a panel for the next start; null goes back to the one that it begins with. */
export function keepPanelSize(name: string, size: number | null): void {
  const { [name]: _before, ...others } = useSizes.getState().sizes;
  const sizes = size === null ? others : { ...others, [name]: size };
  useSizes.setState({ sizes });
  storage.write(writeSizes(sizes));
}

/** The size that somebody gave a panel; null while nobody did. */
export function usePanelSize(name: string): number | null {
  return useSizes(({ sizes }) => sizes[name] ?? null);
}
