/** What stands between a sentence and the next: a full-width stop brings its own space. */
export function gapAfter(sentence: string): '' | ' ' {
  return /[。！？]$/.test(sentence) ? '' : ' ';
}

/** Sentences in a row; empty ones are left out. */
export function joinSentences(...sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((before, next) => (before === '' ? next : `${before}${gapAfter(before)}${next}`), '');
}
