/** What a question can make every agent of practice Coze do; the prologue of the first agent names these words. */
export type SpokenCommand =
  | { readonly kind: 'count'; readonly to: number }
  | { readonly kind: 'fail'; readonly code: number }
  | { readonly kind: 'recall' };

const mostCounted = 10_000;
const modelError = 4013;

/** The command that a question is; null when it is an ordinary one. */
export function readCommand(question: string): SpokenCommand | null {
  const text = question.trim();
  const count = /^(?:数到|count to)\s*(\d{1,5})[。.]?$/i.exec(text);
  if (count !== null) {
    const to = Number(count[1]);
    return to >= 1 && to <= mostCounted ? { kind: 'count', to } : null;
  }
  const failure = /^(?:失败|fail)\s*(\d{4,9})?[。.]?$/i.exec(text);
  if (failure !== null) return { kind: 'fail', code: Number(failure[1] ?? modelError) };
  if (/^(?:我(?:刚才|之前)说了什么|what did i say)[？?。.]?$/i.test(text)) return { kind: 'recall' };
  return null;
}
