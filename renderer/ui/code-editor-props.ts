/** A place in the text that something is said about. */
export interface CodeMark {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
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
  /** Undo and redo are kept by whoever owns the text. */
  readonly undoOutside?: boolean;
}
