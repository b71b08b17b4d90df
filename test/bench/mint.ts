import { randomBytes } from 'node:crypto';
import { Agent, request } from 'undici';
import { generateKey } from '../../electron/keys/generate-key.ts';
import { loadSigner } from '../../electron/tokens/load-signer.ts';
import { signAssertion } from '../../electron/tokens/sign-assertion.ts';
import { defaultMintOptions } from '../../shared/coze/app.ts';
import { buildAssertion, defaultAssertionLifetime } from '../../shared/coze/assertion.ts';
import { tokenPath, tokenRequestBody } from '../../shared/coze/token-request.ts';
import { epochSeconds } from '../../shared/time.ts';
import { createMachine } from '../integration/engine/run-engine.ts';
import { atMost, type Bench, milliseconds } from './figure.ts';
import { inTurns, timed } from './medians.ts';

const clientId = '1190000000999';

export const mint: Bench = {
  name: 'mint',
  needs: 'node',
  run: async () => {
    const machine = await createMachine();
    const app = await machine.start();
    const agent = new Agent();
    try {
      const practice = await app.call('practice.setUp', { hold: 'this-run' });
      const origin = app.practice.url() ?? '';
      const { pkcs8, publicHalf } = await generateKey(2048, new AbortController().signal);
      const kid = publicHalf.fingerprints.spki;
      const keys = [{ kid, publicKeyPem: publicHalf.publicKeyPem }];
      app.practice.registerApp({ clientId, name: 'bare', type: 'channel', keys });
      const signer = await loadSigner(pkcs8);
      const signOne = () =>
        signAssertion(
          signer,
          buildAssertion({
            clientId,
            kid,
            audience: new URL(origin).host,
            now: epochSeconds(Math.floor(Date.now() / 1000)),
            lifetimeSeconds: defaultAssertionLifetime,
            jti: randomBytes(32).toString('base64url'),
            sessionName: '',
            device: { kind: 'none' },
          }),
        );
      const body = tokenRequestBody({ durationSeconds: defaultMintOptions.durationSeconds, scope: null });
      const times = await inTurns(40, {
        mint: () => timed(() => app.call('tokens.mint', { appId: practice.id, options: defaultMintOptions })),
        signature: () => timed(signOne),
        post: async () => {
          const authorization = `Bearer ${await signOne()}`;
          return timed(async () => {
            const headers = { 'content-type': 'application/json', authorization };
            const answer = await request(origin + tokenPath({ kind: 'channel' }), {
              method: 'POST',
              headers,
              body,
              dispatcher: agent,
            });
            const text = await answer.body.text();
            if (answer.statusCode !== 200) throw new Error(`The bare request was refused: ${text}`);
          });
        },
      });
      return [
        atMost(1.3, {
          what: 'a mint against practice Coze, without its signature',
          value: `${milliseconds(times.mint)} − ${milliseconds(times.signature)}`,
          against: `bare POST ${milliseconds(times.post)}`,
          ratio: (times.mint - times.signature) / times.post,
        }),
      ];
    } finally {
      await agent.close();
      await app.quit();
      await machine.remove();
    }
  },
};
