import { curlCode } from './curl-code.ts';
import { goCode } from './go-code.ts';
import { javaCode } from './java-code.ts';
import { nodeCode } from './node-code.ts';
import { pythonCode } from './python-code.ts';
import { type ReadRecipe, readRecipe, type SigningRecipe } from './read-recipe.ts';

/** What code can be written in. */
export const codeLanguages = ['curl', 'python', 'node', 'go', 'java'] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

export type { SigningRecipe };

const writers: Readonly<Record<CodeLanguage, (recipe: ReadRecipe) => string | null>> = {
  curl: curlCode,
  python: pythonCode,
  node: nodeCode,
  go: goCode,
  java: javaCode,
};

/**
 * The program or command that does again what was built here. curl sends `jwt` (or `$JWT`); the others sign a fresh
 * JWT each time they run (see `renewClaims`), with the private key in the file that `COZE_PRIVATE_KEY_FILE` names, and
 * exchange it when the recipe says where. No secret but `jwt` stands in the text, and nothing of header, payload or
 * body can leave the literal that it stands in.
 *
 * @returns null when there is nothing to sign or send (see `readRecipe`), and when the language or its library cannot
 * do it exactly: half a surrogate pair in Go and Java, `typ: ""` and an `iss` that is no text in PyJWT, an empty header
 * parameter in jjwt, a number or a text beyond what the language takes
 */
export function signingCode(language: CodeLanguage, recipe: SigningRecipe): string | null {
  const read = readRecipe(recipe);
  return read === null ? null : writers[language](read);
}
