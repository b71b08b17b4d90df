import type { MintOptions } from '../../shared/coze/app.ts';
import { type EditedJson, isObjectText, withJson } from '../app/json-text.ts';

/** A scope that is being edited. Its text is what it is; the form shows the text and changes it. Empty: no scope. */
export interface ScopeDraft extends EditedJson {
  /** The preset that it came from or was saved to. */
  readonly presetId: string | null;
}

export function isNone(text: string): boolean {
  return text.trim() === '';
}

/** The draft with other text, whether or not it is JSON. */
export function withText(draft: ScopeDraft, text: string): ScopeDraft {
  if (isNone(text)) return { ...draft, text, readable: '' };
  return { ...draft, ...withJson(draft, text) };
}

export function draftOf(text: string, presetId: string | null = null): ScopeDraft {
  return withText({ text: '', readable: '', presetId }, text);
}

/** True while the text is no JSON object: it is then changed in the editor only. */
export function isLocked({ text }: ScopeDraft): boolean {
  return !isNone(text) && !isObjectText(text);
}

/** The scope object that was minted with last, laid out. */
export function textOfScope(scope: MintOptions['scope']): string {
  return scope === null ? '' : JSON.stringify(scope, null, 2);
}

/** The documentation's own example (OAuth JWT 授权（渠道场景）, "Scope object"). */
export const exampleScope = JSON.stringify(
  {
    account_permission: { permission_list: ['Connector.botChat'] },
    attribute_constraint: { connector_bot_chat_attribute: { bot_id_list: ['bot_id_1', 'bot_id_2'] } },
  },
  null,
  2,
);
