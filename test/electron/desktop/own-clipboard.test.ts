import { describe, expect, it } from 'vitest';
import { ownClipboard } from '../../../electron/desktop/own-clipboard.ts';

/** A clipboard that answers at once or later, as both kinds of Electron do. */
function systemClipboard(answers: 'at once' | 'later') {
  let content = '';
  const later = answers === 'later';
  return {
    content: () => content,
    put: (text: string) => {
      content = text;
    },
    readText: () => (later ? Promise.resolve(content) : content),
    writeText: (text: string) => {
      content = text;
      return later ? Promise.resolve() : undefined;
    },
  };
}

describe.each(['at once', 'later'] as const)('the clipboard of an Electron that answers %s', (answers) => {
  it('holds what was written', async () => {
    const system = systemClipboard(answers);
    const clipboard = ownClipboard(system);
    clipboard.write('czs_token');
    await clipboard.settled();
    expect(system.content()).toBe('czs_token');
    expect(clipboard.read()).toBe('czs_token');
  });

  it('loses what was written when that is taken back', async () => {
    const system = systemClipboard(answers);
    const clipboard = ownClipboard(system);
    clipboard.write('czs_token');
    clipboard.write('');
    await clipboard.settled();
    expect(system.content()).toBe('');
    expect(clipboard.read()).toBe('');
  });

  it('keeps what somebody else put there', async () => {
    const system = systemClipboard(answers);
    const clipboard = ownClipboard(system);
    clipboard.write('czs_token');
    await clipboard.settled();
    system.put('a shopping list');
    clipboard.write('');
    await clipboard.settled();
    expect(system.content()).toBe('a shopping list');
  });
});

describe('a clipboard that fails', () => {
  it('does not stand in the way of the next text', async () => {
    const written: string[] = [];
    const clipboard = ownClipboard({
      readText: () => Promise.reject(new Error('no clipboard')),
      writeText: (text) => {
        if (written.push(text) === 1) throw new Error('no clipboard');
      },
    });
    clipboard.write('one');
    clipboard.write('');
    clipboard.write('two');
    await clipboard.settled();
    expect(written).toEqual(['one', 'two']);
  });
});
