import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Draft,
  memberText,
  readDraft,
  withMembers,
  withText,
} from '../../../../renderer/jwt/build/draft.ts';
import {
  deviceOf,
  liveFor,
  moveTo,
  setDevice,
  timesFromNow,
  timesOf,
} from '../../../../renderer/jwt/build/draft-fields.ts';

function draftOf(payload: string, header = '{"alg":"RS256"}'): Draft {
  return { header, payload, readableHeader: header, readablePayload: payload, appId: null, keyId: null };
}

const set = (path: readonly string[], value: string | null) => ({ segment: 'payload', path, value }) as const;

describe('a draft', () => {
  test('changes one member and keeps order, digits and what nobody knows', () => {
    const draft = draftOf('{\n  "iss": "1",\n  "x": 7342866812345678901,\n  "exp": 5\n}');
    const changed = withMembers(draft, [set(['iss'], '"2"')]);
    expect(changed.payload).toBe('{\n  "iss": "2",\n  "x": 7342866812345678901,\n  "exp": 5\n}');
  });

  test('lays a new object out as the rest is', () => {
    const changed = withMembers(draftOf('{\n  "iss": "1"\n}'), [set(['a', 'b'], '1')]);
    expect(changed.payload).toBe('{\n  "iss": "1",\n  "a": {\n    "b": 1\n  }\n}');
    expect(withMembers(draftOf('{"iss":"1"}'), [set(['a', 'b'], '1')]).payload).toBe(
      '{"iss":"1","a":{"b":1}}',
    );
  });

  test('keeps what the form shows while the JSON is broken, and the broken JSON as it was typed', () => {
    const broken = withText(draftOf('{"iss":"1"}'), 'payload', '{"iss":"1",}');
    expect(broken.payload).toBe('{"iss":"1",}');
    expect(memberText(readDraft(broken), 'payload', ['iss'])).toEqual({ kind: 'text', text: '1' });
    expect(withMembers(broken, [set(['iss'], '"2"')]).payload).toBe('{"iss":"1",}');
  });

  test.each(['[]', '"text"', '7', 'null', ''])('takes %j for no object', (text) => {
    expect(withText(draftOf('{"iss":"1"}'), 'payload', text).readablePayload).toBe('{"iss":"1"}');
  });

  test('tells text, literals, structures and absence apart', () => {
    const read = readDraft(draftOf('{"a":"1","b":12345678901234567890,"c":[1],"d":null}'));
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => memberText(read, 'payload', [name]))).toEqual([
      { kind: 'text', text: '1' },
      { kind: 'literal', text: '12345678901234567890' },
      { kind: 'structure', text: '[1]' },
      { kind: 'literal', text: 'null' },
      { kind: 'absent', text: '' },
    ]);
  });

  test('form to JSON to form is the identity for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean(), (text, isLaidOut) => {
        const before = draftOf(isLaidOut ? '{\n  "x": 1\n}' : '{"x":1}');
        const after = withMembers(before, [set(['jti'], JSON.stringify(text))]);
        expect(memberText(readDraft(after), 'payload', ['jti'])).toEqual({ kind: 'text', text });
        expect(withMembers(after, [set(['jti'], null)]).payload).toBe(before.payload);
      }),
    );
  });
});

describe('the times of a draft', () => {
  test('move together, so that the lifetime stays', () => {
    const draft = draftOf('{"iat":100,"exp":700}');
    const read = readDraft(draft);
    expect(timesOf(read)).toEqual({ iat: 100, exp: 700, lifetime: 600 });
    expect(withMembers(draft, moveTo(read, 1000)).payload).toBe('{"iat":1000,"exp":1600}');
    expect(withMembers(draft, liveFor(read, 60, 5)).payload).toBe('{"iat":100,"exp":160}');
  });

  test('begin now where there are none', () => {
    const draft = draftOf('{}');
    expect(withMembers(draft, liveFor(readDraft(draft), 60, 5)).payload).toBe(
      '{\n  "iat": 5,\n  "exp": 65\n}',
    );
    expect(withMembers(draft, moveTo(readDraft(draft), 5)).payload).toBe('{\n  "iat": 5\n}');
  });

  test.each([
    ['{"iat":100,"exp":160}', '{"iat":1000,"exp":1060}'],
    ['{"iat":100,"exp":50}', '{"iat":1000,"exp":1600}'],
    ['{"iat":100,"exp":90000}', '{"iat":1000,"exp":1600}'],
    ['{"exp":"x"}', '{"exp":1600,"iat":1000}'],
  ])('from now on: %s becomes %s', (before, after) => {
    const draft = draftOf(before);
    expect(withMembers(draft, timesFromNow(readDraft(draft), 1000)).payload).toBe(after);
  });
});

describe('the device of a draft', () => {
  const device = (payload: string) => deviceOf(readDraft(draftOf(payload)));
  const changed = (payload: string, next: Parameters<typeof setDevice>[1]) => {
    const draft = draftOf(payload);
    return withMembers(draft, setDevice(readDraft(draft), next)).payload;
  };

  test('is read from the session context', () => {
    expect(device('{}')).toEqual({ kind: 'none', value: '' });
    expect(device('{"session_context":{"device_info":{"custom_consumer":"c"}}}')).toEqual({
      kind: 'custom-consumer',
      value: 'c',
    });
  });

  test('replaces the other one and keeps what else is there', () => {
    const payload = '{"session_context":{"device_info":{"device_id":"d","x":1},"y":2}}';
    expect(changed(payload, { kind: 'custom-consumer', value: 'd' })).toBe(
      '{"session_context":{"device_info":{"x":1,"custom_consumer":"d"},"y":2}}',
    );
    expect(changed(payload, { kind: 'none', value: '' })).toBe(
      '{"session_context":{"device_info":{"x":1},"y":2}}',
    );
  });

  test('takes the objects that held nothing else with it', () => {
    const payload = '{"iss":"1","session_context":{"device_info":{"device_id":"d"}}}';
    expect(changed(payload, { kind: 'none', value: '' })).toBe('{"iss":"1"}');
    expect(
      changed('{"session_context":{"device_info":{"device_id":"d"},"y":2}}', { kind: 'none', value: '' }),
    ).toBe('{"session_context":{"y":2}}');
    expect(changed('{}', { kind: 'none', value: '' })).toBe('{}');
  });

  test('makes the objects that it needs', () => {
    expect(changed('{"a":1}', { kind: 'device-id', value: '' })).toBe(
      '{"a":1,"session_context":{"device_info":{"device_id":""}}}',
    );
  });
});
