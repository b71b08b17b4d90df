const named: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const escapes =
  /((?:\\(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3}))+)|\\(?:u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|c([\s\S])|([\s\S]))/g;

function bytesOf(escapes: string): string {
  const bytes = [...escapes.matchAll(/\\(?:x([0-9A-Fa-f]+)|([0-7]+))/g)].map(
    ([, hex, octal]) => Number.parseInt(hex ?? octal ?? '0', hex === undefined ? 8 : 16) & 0xff,
  );
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
}

function characterOf(hex: string): string {
  const codePoint = Number.parseInt(hex, 16);
  return codePoint > 0x10ffff ? '\ufffd' : String.fromCodePoint(codePoint);
}

/** The text between `$'` and `'`, its escapes resolved as bash does it (Bash manual, "ANSI-C Quoting"). */
export function readAnsiC(inside: string): string {
  return inside.replace(
    escapes,
    (_, bytes?: string, short?: string, long?: string, control?: string, other?: string) => {
      if (bytes !== undefined) return bytesOf(bytes);
      if (short !== undefined || long !== undefined) return characterOf(short ?? long ?? '0');
      if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
      const char = other ?? '';
      if (Object.hasOwn(named, char)) return named[char] ?? '';
      return '\'"\\?'.includes(char) ? char : `\\${char}`;
    },
  );
}
