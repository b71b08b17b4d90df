import type { ConsoleFile } from '../../../shared/console-run.ts';
import { socketEndpoint, templateText } from '../../../shared/coze/socket/socket-endpoints.ts';
import { redact } from '../../../shared/redact.ts';

/** How a file goes out: as events that hold it in base64, or as it is. */
export type SoundForm = 'event' | 'binary';

/** What a person has prepared to be sent over the WebSocket of a tab. */
export interface SocketDraft {
  /** The message that is being written. */
  readonly text: string;
  /** What was sent, as it was written, the last one first, each once. */
  readonly sent: readonly string[];
  readonly file: ConsoleFile | null;
  readonly form: SoundForm;
  /** Bytes of the file in each message, and milliseconds after each. */
  readonly pieceBytes: number;
  readonly pauseMs: number;
  /** It was connected when the app ended. */
  readonly wasConnected: boolean;
}

const mostSent = 20;
const longestSent = 8000;
const longestText = 100_000;

/** A tenth of a second of the documented default: PCM of 24 kHz, 16 bit, one channel. */
export const defaultPiece = { pieceBytes: 4800, pauseMs: 100 } as const;
/** What the main process takes. */
export const mostPieceBytes = 1_048_576;
export const mostPauseMs = 10_000;

export function newSocketDraft(text: string): SocketDraft {
  return { text, sent: [], file: null, form: 'event', ...defaultPiece, wasConnected: false };
}

/** What a new tab begins with: the first event of the entry of the catalogue. */
export function firstSocketDraft(endpointId: string | null): SocketDraft {
  const [first] = socketEndpoint(endpointId)?.events ?? [];
  return newSocketDraft(first === undefined ? '' : templateText(first));
}

/** The draft after `text` was sent. */
export function withSent(draft: SocketDraft, text: string): SocketDraft {
  if (text.length > longestSent) return draft;
  return { ...draft, sent: [text, ...draft.sent.filter((other) => other !== text)].slice(0, mostSent) };
}

/** What is kept of it between two runs of the app: without secrets, and without the file. */
export function keptSocketDraft(draft: SocketDraft, isConnected: boolean): SocketDraft {
  return {
    ...draft,
    text: draft.text.length > longestText ? '' : redact(draft.text),
    sent: draft.sent.map(redact),
    file: null,
    wasConnected: draft.wasConnected || isConnected,
  };
}

function within(value: unknown, least: number, most: number, otherwise: number): number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most
    ? Number(value)
    : otherwise;
}

/** Reads what was kept; what is damaged is as at first. Null when there is nothing. */
export function readSocketDraft(value: unknown): SocketDraft | null {
  if (typeof value !== 'object' || value === null) return null;
  const { text, sent, form, pieceBytes, pauseMs, wasConnected } = value as Readonly<Record<string, unknown>>;
  const draft = newSocketDraft(typeof text === 'string' ? text : '');
  return {
    ...draft,
    sent: Array.isArray(sent) ? sent.filter((one) => typeof one === 'string').slice(0, mostSent) : [],
    form: form === 'binary' ? 'binary' : 'event',
    pieceBytes: within(pieceBytes, 1, mostPieceBytes, draft.pieceBytes),
    pauseMs: within(pauseMs, 0, mostPauseMs, draft.pauseMs),
    wasConnected: wasConnected === true,
  };
}
