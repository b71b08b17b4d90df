import { formatJson } from '../../shared/json/format-json.ts';
import { minifyJson } from '../../shared/json/minify-json.ts';
import { printable, printableJson } from './printable.ts';

interface TextToForm {
  /** The text is JSON. */
  readonly isJson: boolean;
  /** One line of JSON is wanted, whatever the text is. */
  readonly asJsonLine: boolean;
  readonly isForTerminal: boolean;
}

/** The text of an answer as it is printed: JSON laid out or on one line, anything else as it is. */
export function formedText(text: string, { isJson, asJsonLine, isForTerminal }: TextToForm): string {
  if (text === '') return '';
  if (asJsonLine) return `${printableJson(isJson ? minifyJson(text) : JSON.stringify(text))}\n`;
  if (isJson) return `${printableJson(formatJson(text)).trimEnd()}\n`;
  if (!isForTerminal) return text;
  return text.endsWith('\n') ? printable(text) : `${printable(text)}\n`;
}
