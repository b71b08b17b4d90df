/** Where the word `curl` of a command stands. */
export interface CurlStart {
  readonly start: number;
  /** After the word. */
  readonly end: number;
}

const curlWord = /(?<![\w.-])curl(?:\.exe)?(?=["']?(?:[\s\\^`]|$))/gi;

/** What may stand before the word on its line: a prompt, assignments, wrappers, a path. */
const commandPrefix =
  /^\s*(?:(?:PS [^>]{0,200}|[A-Za-z]:\\[^>]{0,200}|[^\s$%>#]{0,100}|\[?[\w.-]{1,60}@[^$%#>]{0,160})[$%>#❯➜]\s*)?(?:(?:sudo|time|env|exec|command|nohup|winpty|call)\s+|[A-Za-z_]\w{0,60}=\S{0,200}\s+)*["'&@]*\s*(?:[^\s"']{0,160}[\\/])?$/;

/** What stands after the word where it is a command: an option, a quote, something like a URL, or nothing. */
const commandRest =
  /["']?(?:\s+(?:[\\^`]\s{0,20}\n\s*)?(?:-{1,2}[\w:#]|--(?=\s)|[$^"'{<‘’‚‛“”„]|@['"]|https?:|(?=[^\s"']{0,300}[./:])[\w.-]+(?:[./:]|\s))|\s*$|\s*[\\^`])/iy;

const longestPrefix = 300;

/** The line up to `at`, or its end where it is long. */
export function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - longestPrefix), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

function isCommand(text: string, { start, end }: CurlStart): boolean {
  commandRest.lastIndex = end;
  if (!commandRest.test(text)) return false;
  const next = text.slice(end, end + 40).trimStart();
  const before = lineBefore(text, start).replace(/^.*(?:[;&|({`]|\$\()/, '');
  return commandPrefix.test(before) || /^(?:-|https?:|["'^]+https?:)/i.test(next);
}

/** The next curl command in `text`, or null. Words of a sentence, as in "curl is a tool", are none. */
export function findCurl(text: string, from: number): CurlStart | null {
  curlWord.lastIndex = from;
  for (let found = curlWord.exec(text); found !== null; found = curlWord.exec(text)) {
    const start = { start: found.index, end: found.index + found[0].length };
    if (isCommand(text, start)) return start;
  }
  return null;
}
