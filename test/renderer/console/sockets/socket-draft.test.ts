import { describe, expect, test } from 'vitest';
import { faultIn, withFreshId } from '../../../../renderer/console/sockets/composed-text.ts';
import {
  firstSocketDraft,
  keptSocketDraft,
  newSocketDraft,
  readSocketDraft,
  withSent,
} from '../../../../renderer/console/sockets/socket-draft.ts';

const token = 'czs_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzgy';

describe('what is to be sent over a WebSocket', () => {
  test('begins with the first event of the endpoint', () => {
    expect(firstSocketDraft('asr_api').text).toContain('"event_type": "transcriptions.update"');
    expect(firstSocketDraft(null).text).toBe('');
  });

  test('remembers what was sent, the last one first, each once, and not what is very long', () => {
    const texts = ['a', 'b', 'a', 'x'.repeat(9000)];
    expect(texts.reduce(withSent, newSocketDraft('')).sent).toEqual(['a', 'b']);
    const many = Array.from({ length: 30 }, (_, at) => `${at}`).reduce(withSent, newSocketDraft(''));
    expect(many.sent.length).toBe(20);
    expect(many.sent[0]).toBe('29');
  });

  test('is kept without secrets and without its file, and says that there was a connection', () => {
    const draft = {
      ...newSocketDraft(`{"t":"${token}"}`),
      sent: [token],
      file: { fileId: 'f', name: 'a.pcm', size: 1 },
      pieceBytes: 320,
    };
    const kept = keptSocketDraft(draft, true);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(readSocketDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect([kept.file, kept.wasConnected, kept.pieceBytes]).toEqual([null, true, 320]);
  });

  test('that is damaged is read as at first', () => {
    expect(readSocketDraft(null)).toBeNull();
    expect(readSocketDraft({ text: 1, sent: [1, 'a'], pieceBytes: 0, pauseMs: 1e9, form: 'x' })).toEqual({
      ...newSocketDraft(''),
      sent: ['a'],
    });
  });
});

describe('a message', () => {
  const newId = () => 'fresh';

  test('gets an id where it is empty, and stays as it is else', () => {
    expect(withFreshId('{"id": "", "n": 1.10}', newId)).toBe('{"id": "fresh", "n": 1.10}');
    for (const text of ['{"id":"own"}', '{"n":7342866812345678901}', '[]', '{"id": '])
      expect(withFreshId(text, newId)).toBe(text);
  });

  test('that is no JSON is told where', () => {
    expect(faultIn('{"a": 1}')).toBeNull();
    expect(faultIn('{\n"a": }')).toMatchObject({ line: 2 });
  });
});
