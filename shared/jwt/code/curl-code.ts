import type { ReadRecipe } from './read-recipe.ts';

/** Linux takes no argument of 128 KiB or more (execve(2), MAX_ARG_STRLEN). */
const longestArgument = 131_000;

function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The POSIX shell command that sends the signed JWT: to be exchanged, or to an API that stands for any other. */
export function curlCode({ jwt, exchange }: ReadRecipe): string | null {
  const authorization =
    jwt === null ? '"Authorization: Bearer $JWT"' : shellWord(`Authorization: Bearer ${jwt}`);
  const words = [`curl ${shellWord(exchange?.url ?? 'https://api.example.com/')}`, `-H ${authorization}`];
  if (exchange !== null) {
    words.push(`-H ${shellWord('Content-Type: application/json')}`);
    words.push(`--data-raw ${shellWord(exchange.bodyText)}`);
  }
  if (words.some((word) => new TextEncoder().encode(word).length > longestArgument)) return null;
  return `${words.join(' \\\n  ')}\n`;
}
