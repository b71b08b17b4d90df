import type { EpochMilliseconds } from '../../shared/time.ts';
import type { CheckResult } from './check-sheet.ts';
import type { AnswerFault } from './faults.ts';
import type { Refusal } from './refusal.ts';

/** The app that a request was from. */
export interface Sender {
  readonly clientId: string;
  readonly name: string;
}

/** JSON texts of what an assertion says, without its signature. */
export interface ShownAssertion {
  readonly header: string;
  readonly claims: string;
}

/** A request or an answer as it may be shown: no secret is in it. */
export interface ShownMessage {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Its beginning; null when there is none or it is no text. */
  readonly body: string | null;
  /** Of the whole body; null while a stream runs. */
  readonly bodyBytes: number | null;
}

/** One request that practice Coze received and what it did about it. Everything in it went through the redactor. */
export interface RequestLogEntry {
  /** Counts up from 1 for as long as practice Coze lives, through every reset. */
  readonly number: number;
  /** When it arrived, on the real clock: a clock fault is no matter of it. */
  readonly at: EpochMilliseconds;
  readonly logId: string;
  readonly method: string;
  /** Without the query; its first 2 048 characters. */
  readonly path: string;
  readonly query: string;
  readonly sender: Sender | null;
  readonly request: ShownMessage;
  readonly assertion: ShownAssertion | null;
  /** In the order in which they are made. */
  readonly checks: readonly CheckResult[];
  /** Why it was refused; its `undocumented` parts are practice Coze's own words, not Coze's. */
  readonly refusal: Refusal | null;
  readonly status: number;
  readonly answer: ShownMessage;
  /** From the arrival of the request to the last byte of the answer; null until then. */
  readonly durationMs: number | null;
  /** The fault that the answer suffered. */
  readonly fault: AnswerFault['kind'] | null;
}

export interface RequestLog {
  /** Gives the entry its number. */
  readonly add: (entry: Omit<RequestLogEntry, 'number'>) => number;
  /** Puts in what is known only later; an entry that is gone stays gone. */
  readonly amend: (
    number: number,
    change: (entry: RequestLogEntry) => Partial<Pick<RequestLogEntry, 'durationMs' | 'answer'>>,
  ) => void;
  /** The entries still held, oldest first. */
  readonly entries: () => readonly RequestLogEntry[];
  readonly clear: () => void;
}

export const requestLogCapacity = 500;

/**
 * Keeps the last {@link requestLogCapacity} requests.
 *
 * @param onChange - told of an entry that is new or changed, and null when all went
 */
export function createRequestLog(onChange: (entry: RequestLogEntry | null) => void = () => {}): RequestLog {
  let held: RequestLogEntry[] = [];
  let count = 0;
  return {
    add: (entry) => {
      count += 1;
      const added = { ...entry, number: count };
      held.push(added);
      if (held.length > requestLogCapacity) held.shift();
      onChange(added);
      return count;
    },
    amend: (number, change) => {
      const index = held.findIndex((entry) => entry.number === number);
      const entry = held[index];
      if (entry === undefined) return;
      const amended = { ...entry, ...change(entry) };
      held[index] = amended;
      onChange(amended);
    },
    entries: () => [...held],
    clear: () => {
      held = [];
      onChange(null);
    },
  };
}
