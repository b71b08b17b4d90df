import type { StreamMeaning } from './stream-meaning.ts';

/** Puts the messages of a stream together while it runs. */
export interface MessageJoin {
  /** What the event adds to the text so far; empty when it adds nothing. */
  readonly add: (meaning: StreamMeaning) => string;
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
      if (meaning.kind === 'piece') {
        if (meaning.text !== '') inPieces.add(meaning.of);
        return append(meaning.of, meaning.text);
      }
      if (meaning.kind === 'message' && !inPieces.has(meaning.of)) return append(meaning.of, meaning.text);
      return '';
    },
  };
}
