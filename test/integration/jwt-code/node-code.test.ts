import { execFile } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type SigningRecipe, signingCode } from '../../../shared/jwt/code/signing-code.ts';
import { servePracticeRecipes } from './practice-recipe.ts';

const run = promisify(execFile);
const recipes = servePracticeRecipes();

/** Node 20 has `JSON.rawJSON`, but only when asked. */
const flags = 'rawJSON' in JSON ? [] : ['--harmony-json-parse-with-source'];

async function output(recipe: SigningRecipe): Promise<string> {
  const file = join(recipes.folder(), 'sign.mjs');
  await writeFile(file, signingCode('node', recipe) ?? '');
  const env = { PATH: process.env['PATH'], COZE_PRIVATE_KEY_FILE: recipes.privateKeyFile() };
  const { stdout } = await run(process.execPath, [...flags, file], { env });
  return stdout.trim();
}

function opened(jwt: string): { readonly header: string; readonly payload: string } {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const key = createPublicKey(recipes.publicKeyPem);
  expect(
    verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')),
  ).toBe(true);
  const text = (segment: string) => Buffer.from(segment, 'base64url').toString();
  return { header: text(header), payload: text(payload) };
}

const nasty = String.raw`,"session_name":"it's \"小明\" \\ \u0000 \u2028 \ud83d\ude00 \u0060$\u007bx}","__proto__":{"constructor":null},"list":[true,1.5,[],{}]`;

describe('the generated Node program', () => {
  test('gets an access token from practice Coze, as often as it runs', async () => {
    expect(await output(recipes.assertion())).toMatch(/^czs_/);
    expect(await output(recipes.assertion())).toMatch(/^czs_/);
  });

  test('fails with what practice Coze says', async () => {
    const recipe = { ...recipes.assertion(), header: '{"alg":"RS256","typ":"JWT","kid":"other"}' };
    await expect(output(recipe)).rejects.toMatchObject({
      stderr: expect.stringContaining('invalid jwt: kid not been registred'),
    });
  });

  test('signs the claims as they were built, but for the moment and the jti', async () => {
    const recipe = { ...recipes.assertion(nasty), exchange: null };
    const { header, payload } = opened(await output(recipe));
    expect(header).toBe(recipe.header);
    const claims = JSON.parse(payload);
    const built = JSON.parse(recipe.payload);
    expect(Math.abs(claims.iat - Date.now() / 1000)).toBeLessThan(60);
    expect(claims.exp - claims.iat).toBe(600);
    expect(claims.jti).toMatch(/^[\w-]{43}$/);
    const { iat, exp, jti } = claims;
    expect(payload).toBe(JSON.stringify({ ...built, iat, exp, jti }));
  });

  test('keeps every digit of numbers beyond a double', async () => {
    const claims = '{"id":9007199254740993,"far":1e400,"fine":0.1000000000000000055511151231257827}';
    const recipe = { ...recipes.assertion(), payload: claims, exchange: null };
    expect(opened(await output(recipe)).payload).toBe(claims);
    const header = '{"alg":"RS256","crit":["n"],"n":12345678901234567890}';
    expect(opened(await output({ ...recipe, header })).header).toBe(header);
  });
});
