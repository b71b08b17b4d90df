/** Control characters but tab and line feed, and the marks that turn the direction of writing around. */
const unprintable = /(?![\t\n])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from outside, with everything that could steer a terminal written as `\uXXXX`. */
export function printable(text: string): string {
  return text.replace(unprintable, escaped);
}

/** What JSON lets stand as it is, in strings only, and a terminal may still obey. */
const obeyed = /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Valid JSON as JSON of the same value that cannot steer a terminal. */
export function printableJson(json: string): string {
  return json.replace(obeyed, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
