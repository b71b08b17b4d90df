import { assertNever } from '../../shared/assert-never.ts';
import type { CallInput } from '../../shared/bridge.ts';

type Form = CallInput<'tokens.copy'>['form'];

/** A word that a POSIX shell reads back as `text`. */
function shellWord(text: string): string {
  return /^[\w.~+/=:-]+$/.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * An access token as it is copied: alone, as a header, as an environment line, or as a curl command that asks the
 * region who the token stands for.
 */
export function tokenText(form: Form, token: string, api: string): string {
  const header = `Authorization: Bearer ${token}`;
  switch (form) {
    case 'token':
      return token;
    case 'header':
      return header;
    case 'env':
      return `COZE_API_TOKEN=${shellWord(token)}`;
    case 'curl':
      return `curl ${shellWord(`${api}/v1/users/me`)} -H ${quoted(header)}`;
    default:
      return assertNever(form);
  }
}
