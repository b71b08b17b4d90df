/** In device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const minimumSize: Size = { width: 900, height: 600 };
export const defaultSize: Size = { width: 1200, height: 800 };

function overlap(one: Bounds, other: Bounds): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

function within(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function centred(size: Size, area: Bounds): Bounds {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

/**
 * Where the window goes: where it was, moved and shrunk so that all of it is on the display that shows most of it;
 * centred on the first display when none shows any of it, or when nothing is known.
 *
 * @param saved - from the last run, or null
 * @param areas - the displays without task bars and docks, the primary one first
 */
export function fitBounds(saved: Bounds | null, areas: readonly Bounds[]): Bounds {
  const [primary] = areas;
  if (primary === undefined) return { x: 0, y: 0, ...defaultSize };
  if (saved === null) return centred(defaultSize, primary);
  const wanted: Bounds = {
    ...saved,
    width: Math.max(saved.width, minimumSize.width),
    height: Math.max(saved.height, minimumSize.height),
  };
  const best = areas.reduce((a, b) => (overlap(wanted, b) > overlap(wanted, a) ? b : a), primary);
  if (overlap(wanted, best) === 0) return centred(wanted, primary);
  const width = Math.min(wanted.width, best.width);
  const height = Math.min(wanted.height, best.height);
  return {
    x: within(best.x, wanted.x, best.x + best.width - width),
    y: within(best.y, wanted.y, best.y + best.height - height),
    width,
    height,
  };
}
