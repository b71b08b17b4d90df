/** Two sentences in a row: a full-width stop brings its own space. */
export function joinSentences(first: string, second: string): string {
  return /[。！？]$/.test(first) ? `${first}${second}` : `${first} ${second}`.trim();
}
