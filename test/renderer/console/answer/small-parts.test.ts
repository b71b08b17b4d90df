import { describe, expect, test } from 'vitest';
import { hexRows } from '../../../../renderer/console/answer/binary/hex-rows.ts';
import { phasesOf, shownMs } from '../../../../renderer/console/answer/head/phases.ts';
import { explainValue } from '../../../../renderer/console/answer/json/explain-value.ts';
import { wavOfPcm } from '../../../../renderer/console/answer/stream/wav-of-pcm.ts';

describe('explainValue', () => {
  test.each([
    ['created_at', '1763800000', { kind: 'time', epochMilliseconds: 1_763_800_000_000 }],
    ['update_time', '"1763800000123"', { kind: 'time', epochMilliseconds: 1_763_800_000_123 }],
    ['expires_in', '1763800000', { kind: 'time', epochMilliseconds: 1_763_800_000_000 }],
    ['expires_in', '900', null],
    ['bot_id', '7428668101234567891', { kind: 'id', name: 'bot_id' }],
    ['connector_id', '"1024"', { kind: 'connector', name: 'api' }],
    ['connector_id', '"77"', { kind: 'id', name: 'connector_id' }],
    ['code', '4100', { kind: 'code', meaning: expect.stringContaining('Authentication') }],
    ['code', '0', null],
    ['total', '1763800000', null],
    [null, '1763800000', null],
  ])('%s %s', (key, text, expected) => {
    expect(explainValue(key, text, 'en')).toEqual(expected);
  });
});

describe('phasesOf', () => {
  test('puts the known phases one behind the other', () => {
    const timing = { queue: 1, dns: null, connect: 2, tls: null, firstByte: 30, body: 4, total: 37 };
    expect(phasesOf(timing)).toEqual([
      { name: 'queue', start: 0, length: 1 },
      { name: 'connect', start: 1, length: 2 },
      { name: 'firstByte', start: 3, length: 30 },
      { name: 'body', start: 33, length: 4 },
    ]);
  });

  test.each([
    [0.44, '0.4'],
    [3, '3'],
    [12.6, '13'],
    [1234.5, '1235'],
  ])('%d ms is shown as %s', (ms, shown) => {
    expect(shownMs(ms)).toBe(shown);
  });
});

describe('hexRows', () => {
  test('shows sixteen bytes a row, and dots for what is no ASCII', () => {
    const bytes = Uint8Array.from([0, 0x41, 0x7f, 0xff, ...Array.from({ length: 13 }, () => 0x20), 0x7a]);
    expect(hexRows(bytes)).toEqual([
      { at: '00000000', bytes: '00 41 7f ff 20 20 20 20 20 20 20 20 20 20 20 20', text: '·A··            ' },
      { at: '00000010', bytes: '20 7a', text: ' z' },
    ]);
  });
});

describe('wavOfPcm', () => {
  test('joins the pieces behind a header of 24 kHz, 16 bit, one channel', () => {
    const wav = wavOfPcm('AQI= AwQ= no*base64 ');
    const view = new DataView(wav.buffer);
    expect(new TextDecoder().decode(wav.subarray(0, 4))).toBe('RIFF');
    expect([
      view.getUint32(24, true),
      view.getUint16(34, true),
      view.getUint16(22, true),
      view.getUint32(40, true),
    ]).toEqual([24_000, 16, 1, 4]);
    expect([...wav.subarray(44)]).toEqual([1, 2, 3, 4]);
  });
});
