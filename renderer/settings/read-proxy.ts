/** What a person typed as the address of a proxy, with user and password apart. */
export interface TypedProxy {
  readonly url: string;
  /** Null when the address named none. */
  readonly user: string | null;
  readonly password: string | null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads `host:port` and whole URLs; what is no URL stays as it was typed. */
export function readProxy(typed: string): TypedProxy {
  const text = typed.trim();
  const whole = text === '' || text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(whole)) return { url: text, user: null, password: null };
  const url = new URL(whole);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  return {
    url: url.href.replace(/\/$/, ''),
    user: username === '' ? null : decoded(username),
    password: password === '' ? null : decoded(password),
  };
}
