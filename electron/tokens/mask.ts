const shortestShown = 24;

/**
 * What a screen may show of a token so that a person can tell two apart: its kind, three characters and the last two,
 * such as `czs_RQO…dy`. Of a short token only the kind.
 */
export function maskToken(text: string): string {
  const kind = /^[a-z]{2,6}_/.exec(text)?.[0] ?? '';
  if (text.length < shortestShown) return `${kind}…`;
  return `${text.slice(0, kind.length + 3)}…${text.slice(-2)}`;
}
