import type { JsonKind } from '../../../../shared/json/index/json-index.ts';
import type { JsonErrorCode } from '../../../../shared/json/parse-json.ts';

/** A body that is to be read. */
export interface BodyToRead {
  /** A path of the page's own origin. */
  readonly address: string;
  /** Bytes that stand there now. */
  readonly bytes: number;
  /** Nothing more comes; so it is when this is absent. */
  readonly isWhole?: boolean;
  readonly charset: string;
  readonly isJson: boolean;
}

/** Where text stops being JSON; from 1, in characters. */
export interface FaultPlace {
  readonly code: JsonErrorCode;
  readonly line: number;
  readonly column: number;
  /** The row of the text in which it stands. */
  readonly row: number;
}

/** How far the reading has come. Rows are to be asked for anew whenever `version` is another one. */
export interface ReadingState {
  readonly version: number;
  readonly isComplete: boolean;
  /** Bytes that are read of the body. */
  readonly bytes: number;
  /** The body goes on after that, further than is read here. */
  readonly isCut: boolean;
  /** Rows of the tree as it is folded and filtered now. */
  readonly rows: number;
  /** Lines of the text; 0 until they are asked for. */
  readonly lines: number;
  readonly fault: FaultPlace | null;
  /** The body could not be fetched. */
  readonly isUnreachable: boolean;
}

export const nothingRead: ReadingState = {
  version: 0,
  isComplete: false,
  bytes: 0,
  isCut: false,
  rows: 0,
  lines: 0,
  fault: null,
  isUnreachable: false,
};

/** One row of the tree. */
export interface JsonRow {
  readonly place: number;
  readonly level: number;
  readonly key: string | null;
  /** The number in an array. */
  readonly ordinal: number | null;
  /** Set in place of key and number for what a filter found. */
  readonly path: string | null;
  readonly kind: JsonKind;
  /** The value as it is shown, cut to what fits a row. */
  readonly text: string;
  /** Values directly inside; characters of a string that was cut, else 0. */
  readonly size: number;
  readonly canOpen: boolean;
  readonly isOpen: boolean;
  /** A string that holds JSON. */
  readonly holdsJson: boolean;
}

/** Rows that are asked for at once. */
export const blockRows = 64;

/** The first {@link blockRows} rows of a version. */
export interface FirstRows {
  readonly version: number;
  readonly rows: readonly JsonRow[];
}

/** One line of the text, or a part of a long one. */
export interface TextLine {
  /** From 1; null where a long line goes on. */
  readonly number: number | null;
  readonly text: string;
}

export type FilterResult =
  | { readonly ok: true; readonly count: number }
  /** The place in the path that cannot be read. */
  | { readonly ok: false; readonly at: number };

/** An id in an answer. */
export interface FoundId {
  readonly name: string;
  readonly value: string;
}

/** What can be asked of the reading, and what is answered. */
export interface Questions {
  readonly rows: { readonly ask: { from: number; to: number }; readonly answer: readonly JsonRow[] };
  readonly lines: { readonly ask: { from: number; to: number }; readonly answer: readonly TextLine[] };
  /** Opens or closes a row; `rows` of the state change. */
  readonly toggle: { readonly ask: { place: number }; readonly answer: null };
  /** The row around a row; null for an outermost one. */
  readonly around: { readonly ask: { place: number }; readonly answer: number | null };
  readonly openTo: { readonly ask: { level: number }; readonly answer: null };
  /** Shows what a JSONPath selects; null shows all again. */
  readonly filter: { readonly ask: { path: string | null }; readonly answer: FilterResult };
  readonly search: {
    readonly ask: { query: string; in: 'tree' | 'text' };
    readonly answer: { count: number };
  };
  /** The row of a hit, which is brought in sight; null when it cannot be. */
  readonly hit: { readonly ask: { number: number; in: 'tree' | 'text' }; readonly answer: number | null };
  readonly copy: {
    readonly ask: { place: number; what: 'value' | 'path' };
    readonly answer: { text: string | null };
  };
  /** What the filter selects, as a JSON array; null when it is too long for a clipboard. */
  readonly matches: { readonly ask: null; readonly answer: { text: string | null } };
  /** All of it as text, laid out where it is JSON; null when it is longer than `most` characters. */
  readonly whole: { readonly ask: { most: number }; readonly answer: { text: string | null } };
  readonly ids: { readonly ask: null; readonly answer: readonly FoundId[] };
}
export type QuestionName = keyof Questions;

export type ToWorker =
  | { readonly kind: 'open'; readonly body: BodyToRead }
  /** More of the body has come, or its end. */
  | { readonly kind: 'grown'; readonly bytes: number; readonly isWhole: boolean }
  | { readonly kind: 'ask'; readonly id: number; readonly name: QuestionName; readonly input: unknown };

export type FromWorker =
  /** With the first rows of a version, since they are what is looked at first. */
  | { readonly kind: 'state'; readonly state: ReadingState; readonly firstRows: FirstRows | null }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown };
