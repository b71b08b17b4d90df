import { execFile } from 'node:child_process';
import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { signingCode } from '../../../shared/jwt/code/signing-code.ts';
import { servePracticeRecipes } from './practice-recipe.ts';

const run = promisify(execFile);
const recipes = servePracticeRecipes();

/** The arguments that a POSIX shell hands to curl, which itself is not run and need not be there. */
async function curlArguments(command: string, env: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const shell = `curl() { for word do printf '%s\\0' "$word"; done; }\n${command}`;
  const { stdout } = await run('/bin/sh', ['-c', shell], { env });
  return stdout.split('\0').slice(0, -1);
}

async function signedNow(): Promise<string> {
  const { header, payload } = recipes.assertion();
  const iat = Math.floor(Date.now() / 1000);
  const claims = { ...JSON.parse(payload), iat, exp: iat + 600, jti: randomUUID() };
  const segment = (text: string) => Buffer.from(text).toString('base64url');
  const input = `${segment(header)}.${segment(JSON.stringify(claims))}`;
  const key = createPrivateKey(await readFile(recipes.privateKeyFile()));
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

describe('the generated curl command', () => {
  test('is, to a shell, the request that practice Coze answers with a token', async () => {
    const recipe = { ...recipes.assertion(), jwt: await signedNow() };
    const words = await curlArguments(signingCode('curl', recipe) ?? '');
    expect(words).toEqual([
      recipe.exchange?.url,
      '-H',
      `Authorization: Bearer ${recipe.jwt}`,
      '-H',
      'Content-Type: application/json',
      '--data-raw',
      recipe.exchange?.body,
    ]);
    const [url = '', , authorization = '', , type = '', , body = ''] = words;
    const headers = [authorization, type].map((line) => line.split(': ') as [string, string]);
    const answer = await fetch(url, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ access_token: expect.stringMatching(/^czs_/) });
  });

  test('takes the JWT from the environment when there is none yet', async () => {
    const words = await curlArguments(signingCode('curl', recipes.assertion()) ?? '', { JWT: 'a.b c.d' });
    expect(words[2]).toBe('Authorization: Bearer a.b c.d');
  });
});
