/** Control and format characters, but for tab and line feed: they show nothing, or reorder what does (UAX #9). */
const hidden = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Zero-width joiners belong to emoji and to several scripts; they stay. */
const joiners = new Set(['\u200c', '\u200d']);

/** `text` with each character that shows nothing, or reorders what does, written out as ⟨U+202E⟩. */
export function visibleText(text: string): string {
  return text.replace(hidden, (character) => {
    if (joiners.has(character)) return character;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${code}⟩`;
  });
}
