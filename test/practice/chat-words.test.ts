import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inPieces } from '../../electron/practice/api/chats/in-pieces.ts';
import { speechPieces } from '../../electron/practice/api/chats/speech-pieces.ts';
import { readCommand } from '../../electron/practice/api/chats/spoken-command.ts';
import { weatherPlace } from '../../electron/practice/api/chats/weather-place.ts';
import { isSoon } from '../fixtures/is-soon.ts';

describe('a question', () => {
  test.each([
    ['数到 20', { kind: 'count', to: 20 }],
    ['数到10000。', { kind: 'count', to: 10_000 }],
    ['count to 3', { kind: 'count', to: 3 }],
    ['数到 0', null],
    ['数到 10001', null],
    ['请帮我数到 5', null],
    ['失败', { kind: 'fail', code: 4013 }],
    ['失败 4028', { kind: 'fail', code: 4028 }],
    ['fail 700012006', { kind: 'fail', code: 700_012_006 }],
    ['失败乃成功之母', null],
    ['我刚才说了什么？', { kind: 'recall' }],
    ['What did I say?', { kind: 'recall' }],
    ['', null],
  ])('%j is the command %j', (text, command) => {
    expect(readCommand(text)).toEqual(command);
  });

  test.each([
    ['杭州天气', '杭州'],
    ['请问，南京今天的天气怎么样？', '南京'],
    ['明天天气', '杭州'],
    ['Paris weather', 'Paris'],
    ['你好', null],
  ])('%j asks for the weather of %j', (text, place) => {
    expect(weatherPlace(text)).toBe(place);
  });

  test('is read soon, however long it is', () => {
    const work = () => {
      expect(weatherPlace('的'.repeat(400_000))).toBeNull();
    };
    expect(isSoon(work)).toBe(true);
  });

  test('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        readCommand(text);
        expect(Array.from(weatherPlace(text) ?? '').length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('pieces', () => {
  test('make up the text again, and no character is cut in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const pieces = inPieces(text);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(piece).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  test('of speech are 24 kHz PCM that goes up and down', () => {
    const bytes = Buffer.concat(speechPieces().map((piece) => Buffer.from(piece, 'base64')));
    const samples = Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readInt16LE(index * 2));
    expect(samples).toHaveLength(7200);
    expect(Math.max(...samples)).toBe(6000);
    expect(Math.min(...samples)).toBe(-6000);
  });
});
