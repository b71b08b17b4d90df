import { type Fields, nameIn, textIn } from './story/fields.ts';
import type { StreamMeaning } from './stream-meaning.ts';

/** Puts the messages of a stream together while it runs. */
export interface MessageJoin {
  /** What the event adds to the text so far; empty when it adds nothing. */
  readonly add: (meaning: StreamMeaning) => string;
}

/** Only what the agent says to its user; function calls, tool outputs, follow-ups and `verbose` are no part of it. */
function isAnswer(fields: Fields): boolean {
  const type = textIn(fields, 'type');
  if (type !== '' && type !== 'answer') return false;
  return textIn(fields, 'role') !== 'user' && textIn(fields, 'content_type') !== 'audio';
}

/**
 * The pieces of a message follow each other as they are; between two messages stands a line end. A whole message counts
 * only when none of its pieces came before.
 */
export function createMessageJoin(): MessageJoin {
  const inPieces = new Set<string>();
  let last: string | null = null;

  function append(of: string, text: string): string {
    if (text === '') return '';
    const isNext = last !== null && last !== of;
    last = of;
    return isNext ? `\n${text}` : text;
  }

  return {
    add: (meaning) => {
      if (meaning.kind === 'node') return append(meaning.name, textIn(meaning.fields, 'content'));
      if (meaning.kind !== 'message' || !isAnswer(meaning.fields)) return '';
      const of = nameIn(meaning.fields, 'id');
      const text = textIn(meaning.fields, 'content');
      if (meaning.isWhole) return inPieces.has(of) ? '' : append(of, text);
      if (text !== '') inPieces.add(of);
      return append(of, text);
    },
  };
}
