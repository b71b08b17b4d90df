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
}
