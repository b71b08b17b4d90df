import { describe, expect, it } from 'vitest';
import { readSizes, writeSizes } from '../../../renderer/app/panel-sizes.ts';

describe('the sizes of panels', () => {
  it('are read as they were written, to a tenth', () => {
    expect(readSizes(writeSizes({ 'side-width': 312.04, share: 0 }))).toStrictEqual({
      'side-width': 312,
      share: 0,
    });
  });

  it.each(['', '{', 'null', '[1]', '"a"', '7'])('of %j are none', (text) => {
    expect(readSizes(text)).toStrictEqual({});
  });

  it('leave out what is no size', () => {
    expect(readSizes('{"a":-1,"b":"12","c":null,"d":40.5,"e":1e999}')).toStrictEqual({ d: 40.5 });
  });

  it('are none before anything was kept', () => {
    expect(readSizes(null)).toStrictEqual({});
  });
});
