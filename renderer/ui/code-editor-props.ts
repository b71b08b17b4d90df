/** A place in the text that something is said about. */
export interface CodeMark {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** How `{{variables}}` in the text are shown. */
export interface CodeVariables {
  readonly isSet: (name: string) => boolean;
  /** Said while the pointer is on it; null for nothing. */
  readonly say: (name: string) => string | null;
}

export interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  /** Without it the text can be read, folded, searched and copied, not changed. */
  readonly onChange?: (value: string) => void;
  readonly language: 'json' | 'token' | 'text';
  readonly placeholder?: string;
  readonly isInvalid?: boolean;
  /** Line numbers and fold marks; on for JSON. */
  readonly gutters?: boolean;
  /** Shown in the text and beside its line. */
  readonly marks?: readonly CodeMark[];
  /** Makes `{{variables}}` stand out. */
  readonly variables?: CodeVariables;
  /** Undo and redo are kept by whoever owns the text. */
  readonly undoOutside?: boolean;
}
