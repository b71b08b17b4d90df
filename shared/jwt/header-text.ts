import { memberValue } from '../json/json-members.ts';
import type { DecodedToken } from './decode-token.ts';

/** The value of the header parameter `name` when it is text, else null. */
export function headerText({ header }: DecodedToken, name: string): string | null {
  const value: unknown = header.tree === null ? null : memberValue(header.tree, name)?.value;
  return typeof value === 'string' ? value : null;
}
