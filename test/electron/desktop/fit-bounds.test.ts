import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bounds, fitBounds, minimumSize } from '../../../electron/desktop/fit-bounds.ts';

const laptop: Bounds = { x: 0, y: 25, width: 1440, height: 875 };
const monitor: Bounds = { x: 1440, y: 0, width: 2560, height: 1400 };

describe('fitBounds', () => {
  it('centres a first window on the first display', () => {
    expect(fitBounds(null, [laptop, monitor])).toEqual({ x: 120, y: 62, width: 1200, height: 800 });
  });

  it('leaves a window where it was', () => {
    const saved = { x: 1600, y: 100, width: 1000, height: 700 };
    expect(fitBounds(saved, [laptop, monitor])).toEqual(saved);
  });

  it('moves a window whole onto the display that shows most of it', () => {
    const saved = { x: 1300, y: 900, width: 1000, height: 700 };
    expect(fitBounds(saved, [laptop, monitor])).toEqual({ x: 1440, y: 700, width: 1000, height: 700 });
  });

  it('centres a window whose display is gone', () => {
    const saved = { x: 1600, y: 100, width: 1000, height: 700 };
    expect(fitBounds(saved, [laptop])).toEqual({ x: 220, y: 112, width: 1000, height: 700 });
  });

  it('shrinks a window to a smaller display', () => {
    const saved = { x: 0, y: 0, width: 2400, height: 1300 };
    expect(fitBounds(saved, [laptop])).toEqual(laptop);
  });

  it('is never smaller than a window can be, where the display allows it', () => {
    const saved = { x: 10, y: 30, width: 1, height: 1 };
    expect(fitBounds(saved, [laptop])).toMatchObject(minimumSize);
  });

  it('has an answer without any display', () => {
    expect(fitBounds(null, [])).toEqual({ x: 0, y: 0, width: 1200, height: 800 });
  });

  it('always lies whole on one display', () => {
    const pixel = fc.integer({ min: -20_000, max: 20_000 });
    const size = fc.integer({ min: 1, max: 20_000 });
    const bounds = fc.record({ x: pixel, y: pixel, width: size, height: size });
    fc.assert(
      fc.property(bounds, fc.array(bounds, { minLength: 1, maxLength: 4 }), (saved, areas) => {
        const { x, y, width, height } = fitBounds(saved, areas);
        const isInside = (area: Bounds) =>
          x >= area.x &&
          y >= area.y &&
          x + width <= area.x + area.width &&
          y + height <= area.y + area.height;
        expect(areas.some(isInside)).toBe(true);
      }),
    );
  });
});
