/** `code` and `msg` of Coze's envelope. */
export interface Envelope {
  readonly code: number;
  readonly msg: string;
}

/** Largest text that is parsed only to find the envelope. */
const parseLimit = 10_485_760;

/**
 * Reads Coze's envelope out of a JSON body: an object with an integer `code` that a number holds exactly and a text
 * `msg`. Anything else has none.
 */
export function readEnvelope(text: string): Envelope | null {
  if (text.length > parseLimit || !text.trimStart().startsWith('{')) return null;
  try {
    const { code, msg } = JSON.parse(text) as { readonly code?: unknown; readonly msg?: unknown };
    if (typeof code !== 'number' || !Number.isSafeInteger(code)) return null;
    return { code, msg: typeof msg === 'string' ? msg : '' };
  } catch {
    return null;
  }
}
