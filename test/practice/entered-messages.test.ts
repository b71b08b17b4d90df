import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readEntered,
  readParts,
  textOfMessage,
} from '../../electron/practice/api/conversations/entered-messages.ts';

const read = (value: unknown, isSaved = true) => readEntered(value, 'messages[0]', isSaved);

describe('a message that comes in', () => {
  test('is a question of the user or an answer of the agent when no type is named', () => {
    expect(read({ role: 'user', content: 'x' })).toEqual({
      role: 'user',
      type: 'question',
      content: 'x',
      contentType: 'text',
      metaData: {},
    });
    expect(read({ role: 'assistant', content: 'x', content_type: 'text' })).toMatchObject({ type: 'answer' });
  });

  test.each([
    [null],
    ['x'],
    [{}],
    [{ role: 'robot' }],
    [{ role: 'assistant', type: 'question' }],
    [{ role: 'user', type: 'verbose' }],
    [{ role: 'user', content: 7 }],
    [{ role: 'user', content: '[]', content_type: 'object_string' }],
    [{ role: 'user', content_type: 'card' }],
    [{ role: 'user', meta_data: { a: 1 } }],
  ])('is refused when it is %j', (value) => {
    expect(read(value)).toMatchObject({ refusedBy: 'api', code: 4000 });
  });

  test.each(['function_call', 'tool_output', 'tool_response'])(
    'may be a %s when the history is not saved',
    (type) => {
      const message = { role: 'assistant', type, content: '{}', content_type: 'text' };
      expect(read(message, false)).toMatchObject({ type });
      expect(read(message, true)).toMatchObject({ code: 4000 });
    },
  );

  test('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, isSaved) => {
        expect(read(value, isSaved)).toSatisfy((result) => 'refusedBy' in result || 'role' in result);
      }),
    );
  });
});

describe('a multimodal content', () => {
  test('has parts, of which files are named by id or address', () => {
    expect(readParts('[{"type":"image","file_url":"https://example.com/a.png"}]')).toHaveLength(1);
    expect(readParts('[{"type":"image"}]')).toBe(null);
    expect(readParts('[{"type":"video","file_id":"1"}]')).toBe(null);
    expect(readParts('{')).toBe(null);
  });

  test('says its texts and the kinds of its files', () => {
    const content = '[{"type":"text","text":"看"},{"type":"file","file_id":"1"}]';
    expect(textOfMessage({ content, contentType: 'object_string' })).toBe('看 [file]');
    expect(textOfMessage({ content, contentType: 'text' })).toBe(content);
  });
});
