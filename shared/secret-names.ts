/** Names of headers whose values are secrets, whatever they look like. */
export const secretHeader = /authorization|cookie|token|secret|api-?key|password|signature|credential/i;

/** The same of parameters; `page_token` and the like are none. */
export const secretParameter =
  /^(?:access_?token|refresh_?token|id_?token|token|api_?key|secret|client_?secret|password|passwd|pwd|sign|signature|authorization|credential)$/i;

/** A variable, also after a scheme: it stands for its value and is none. */
const variable = /^\s*(?:\w+\s+)?\{\{[^{}]*\}\}\s*$/;

/**
 * True for a value that is a secret because of the name that it stands under.
 *
 * @param names - {@link secretHeader} or {@link secretParameter}
 */
export function isSecretUnder(name: string, value: string, names: RegExp): boolean {
  return names.test(name) && !variable.test(value);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A URL, or the end of one, with `…` for what is secret by its name in the query. */
export function urlWithoutNamedSecrets(url: string): string {
  return url.replace(/([?&])([^=&#?]+)=([^&#]+)/g, (whole, sign: string, name: string, value: string) =>
    isSecretUnder(decode(name), decode(value), secretParameter) ? `${sign}${name}=…` : whole,
  );
}
