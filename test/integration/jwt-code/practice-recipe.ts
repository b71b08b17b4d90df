import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createPracticeCoze } from '../../../electron/practice/practice-coze.ts';
import type { SigningRecipe } from '../../../shared/jwt/code/signing-code.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const kid = '_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4';
const clientId = '1127900106117';

/** 2026-01-02T03:04:05Z, long ago for who runs the code. */
const builtAt = 1_767_323_045;

export interface PracticeRecipes {
  /** Where code can be put so that it finds the project's packages. */
  readonly folder: () => string;
  readonly privateKeyFile: () => string;
  readonly publicKeyPem: string;
  /** An assertion that practice Coze takes, with `claims` besides, and its exchange. */
  readonly assertion: (claims?: string) => SigningRecipe;
}

/** Practice Coze with the clock of this machine, for the tests of a file. */
export function servePracticeRecipes(): PracticeRecipes {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const coze = createPracticeCoze({ clock: { now: () => epochMilliseconds(Date.now()) }, randomBytes });
  let folder = '';
  let url = '';

  beforeAll(async () => {
    const parent = resolve('node_modules/.cache/coze-mint-test');
    await mkdir(parent, { recursive: true });
    folder = await mkdtemp(join(parent, 'code-'));
    await writeFile(join(folder, 'key.pem'), privateKey, { mode: 0o600 });
    coze.registerApp({
      clientId,
      name: '薄荷渠道',
      type: 'channel',
      keys: [{ kid, publicKeyPem: publicKey }],
    });
    url = await coze.start();
  });
  afterAll(async () => {
    await coze.stop();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    folder: () => folder,
    privateKeyFile: () => join(folder, 'key.pem'),
    publicKeyPem: publicKey,
    assertion: (claims = '') => ({
      header: JSON.stringify({ alg: 'RS256', typ: 'JWT', kid }),
      payload: `{"iss":"${clientId}","aud":"${new URL(url).host}","iat":${builtAt},"exp":${builtAt + 600},"jti":"once"${claims}}`,
      jwt: null,
      exchange: {
        url: `${url}/api/permission/oauth2/token`,
        body: JSON.stringify({
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          duration_seconds: 900,
          scope: {
            account_permission: { permission_list: ['Connector.botChat'] },
            attribute_constraint: {
              connector_bot_chat_attribute: { bot_id_list: ['it\'s "7" \\ $(id) 扣😀'] },
            },
          },
        }),
      },
    }),
  };
}
