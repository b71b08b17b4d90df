/** `code` and `msg` of Coze's envelope. */
export interface Envelope {
  readonly code: number;
  readonly msg: string;
}

/** Largest text that is parsed only to find the envelope. */
const parseLimit = 10_485_760;

/** What a JSON body says of itself. */
export interface BodyFacts {
  readonly envelope: Envelope | null;
  /** `detail.logid`, Coze's id of this request where it stands in the body. */
  readonly logId: string | null;
}

const nothing: BodyFacts = { envelope: null, logId: null };

function logIdOf(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null || !('logid' in detail)) return null;
  const { logid } = detail;
  return typeof logid === 'string' && /^[\w-]{8,128}$/.test(logid) ? logid : null;
}

/**
 * Reads out of a JSON body Coze's envelope, an object with an integer `code` that a number holds exactly and a text
 * `msg`, and the log id beside it. Anything else has neither.
 */
export function readBodyFacts(text: string): BodyFacts {
  if (text.length > parseLimit || !text.trimStart().startsWith('{')) return nothing;
  try {
    const { code, msg, detail } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (typeof code !== 'number' || !Number.isSafeInteger(code)) return nothing;
    return { envelope: { code, msg: typeof msg === 'string' ? msg : '' }, logId: logIdOf(detail) };
  } catch {
    return nothing;
  }
}

/** Reads Coze's envelope out of a JSON body, as {@link readBodyFacts} does. */
export function readEnvelope(text: string): Envelope | null {
  return readBodyFacts(text).envelope;
}
