import { expect, it } from 'vitest';
import { clockCorrection } from '../../../shared/coze/clock-correction.ts';

it.each([
  [null, null],
  [0, null],
  [5000, null],
  [-5000, null],
  [5001, 5001],
  [-600_000, -600_000],
])('of clocks that are %j ms apart is %j', (offsetMs, correction) => {
  expect(clockCorrection(offsetMs)).toBe(correction);
});
