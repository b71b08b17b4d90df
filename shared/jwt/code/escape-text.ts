/** How a language writes a string literal. */
export interface TextSyntax {
  readonly quote: string;
  /** Escapes that have a name of their own, by character; the quote and the backslash among them. */
  readonly named: Readonly<Record<string, string>>;
  /** The escape of any other character; half of a surrogate pair comes alone. */
  readonly coded: (codePoint: number) => string;
}

/** Lower-case hexadecimal digits, at least `width` of them. */
export function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0');
}

const unseen = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const toEscape = /['"\\`$]|[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** True when `text` has a character that no reader sees or that turns the text around it, such as a bidi override. */
export function hasUnseen(text: string): boolean {
  return unseen.test(text);
}

/** The inside of a string literal for `text`: what can be seen stays as it is, everything else is escaped. */
export function escapeText(text: string, { named, coded }: TextSyntax): string {
  return text.replace(toEscape, (char) => {
    if (Object.hasOwn(named, char)) return named[char] ?? '';
    return hasUnseen(char) ? coded(char.codePointAt(0) ?? 0) : char;
  });
}

/** A string literal for `text`. */
export function quoteText(text: string, syntax: TextSyntax): string {
  return syntax.quote + escapeText(text, syntax) + syntax.quote;
}
