const scripts =
  '[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mand}\\p{scx=Nkoo}\\p{scx=Adlm}\\p{scx=Rohg}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Mymr}\\p{scx=Khmr}\\p{scx=Tibt}\\p{scx=Mong}]';

/** A letter of a script in which joiners decide how letters are written, or a mark on one. */
const joining = `(?=[\\p{L}\\p{M}])${scripts}`;

const pictograph = '\\p{Extended_Pictographic}[\\ufe0e\\ufe0f\\p{Emoji_Modifier}]?';

/** Characters that show nothing by themselves but belong to what stands around them. */
const kept = [
  // The flag of a subdivision: a black flag, its code in tag characters, and their end (UTS #51 §C.1).
  '\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}',
  `${pictograph}(?:\\u200d${pictograph})*`,
  '[0-9#*]\\ufe0f\\u20e3',
  `(?<=${joining})[\\u200c\\u200d](?=${joining})`,
  '(?<=(?=\\p{L})\\p{Script=Mongolian})[\\u180b-\\u180f]',
].join('|');

/**
 * Control and format characters (UAX #9), fillers, every blank but the space, tab and line feed, and half a surrogate
 * pair, which anything that writes UTF-8 replaces.
 */
const hidden =
  '(?![ \\t\\n])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800]';

const keptOrHidden = new RegExp(`(${kept})|${hidden}`, 'gu');

function writtenOut(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${code}⟩`;
}

/** As JSON writes it: one escape for each UTF-16 code unit. */
function jsonEscape(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

function replaceHidden(text: string, written: (character: string) => string): string {
  return text.replace(keptOrHidden, (found: string, whole?: string) => whole ?? written(found));
}

/** `text` with each character that shows nothing, or reorders what does, written out as ⟨U+202E⟩. */
export function visibleText(text: string): string {
  return replaceHidden(text, writtenOut);
}

/** JSON of the same value in which such characters are escapes. `json` has no carriage returns between its tokens. */
export function visibleJson(json: string): string {
  return replaceHidden(json, jsonEscape);
}
