import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCloseFrame } from '../../../electron/http/close-frame.ts';

const frame = (...bytes: number[]) => Uint8Array.from(bytes);

it('a masked close frame says its code and its reason', () => {
  expect(readCloseFrame(frame(0x88, 0x84, 1, 2, 3, 4, 0x02, 0xed, 0x6c, 0x6f))).toStrictEqual({
    code: 1007,
    reason: 'ok',
  });
});

it.each([
  ['without a code', frame(0x88, 0x80, 1, 2, 3, 4)],
  ['that is cut', frame(0x88, 0x84, 1, 2, 3, 4, 0x02)],
  ['that is not masked', frame(0x88, 0x02, 1, 2, 3, 4, 0x03, 0xe8)],
  ['of another kind', frame(0x81, 0x82, 1, 2, 3, 4, 0x02, 0xea)],
  ['that is empty', frame()],
])('a frame %s is none', (_what, bytes) => {
  expect(readCloseFrame(bytes)).toBeNull();
});

it('no bytes are too odd for it', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 140 }), (bytes) => void readCloseFrame(bytes)));
});
