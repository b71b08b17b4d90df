import { parseRecent } from './recent-json.ts';

/** True for the text of a JSON object. */
export function isObjectText(text: string): boolean {
  const parsed = parseRecent(text);
  return parsed.ok && parsed.tree.type === 'object';
}

/** A JSON text that a person edits, and what a form shows while it cannot be read. */
export interface EditedJson {
  readonly text: string;
  /** The last text that was a JSON object. */
  readonly readable: string;
}

/** Other text, whether or not it is JSON. */
export function withJson({ readable }: EditedJson, text: string): EditedJson {
  return { text, readable: isObjectText(text) ? text : readable };
}
