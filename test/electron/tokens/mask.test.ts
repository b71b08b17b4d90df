import { describe, expect, it } from 'vitest';
import { maskToken } from '../../../electron/tokens/mask.ts';

describe('maskToken', () => {
  it.each([
    ['czs_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzdy', 'czs_RQO…dy'],
    ['RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzdy', 'RQO…dy'],
    ['czs_short', 'czs_…'],
    ['short', '…'],
    ['', '…'],
  ])('shows %s as %s', (text, mask) => {
    expect(maskToken(text)).toBe(mask);
  });
});
