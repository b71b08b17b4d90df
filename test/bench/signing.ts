import { createPrivateKey, createSign, randomBytes, sign } from 'node:crypto';
import { generateKey } from '../../electron/keys/generate-key.ts';
import { loadSigner } from '../../electron/tokens/load-signer.ts';
import { signAssertion } from '../../electron/tokens/sign-assertion.ts';
import { buildAssertion, defaultAssertionLifetime } from '../../shared/coze/assertion.ts';
import { epochSeconds } from '../../shared/time.ts';
import { atLeast, type Bench } from './figure.ts';
import { inTurns } from './medians.ts';

const batch = 100;

function assertion() {
  return buildAssertion({
    clientId: '1234567890',
    kid: 'k'.repeat(43),
    audience: 'api.coze.cn',
    now: epochSeconds(1_763_800_000),
    lifetimeSeconds: defaultAssertionLifetime,
    jti: randomBytes(32).toString('base64url'),
    sessionName: 'session',
    device: { kind: 'none' },
  });
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function perSecond(work: () => unknown): Promise<number> {
  const began = performance.now();
  for (let count = 0; count < batch; count += 1) await work();
  return (batch * 1000) / (performance.now() - began);
}

export const signing: Bench = {
  name: 'signing',
  needs: 'node',
  run: async () => {
    const { pkcs8 } = await generateKey(2048, new AbortController().signal);
    const signer = await loadSigner(pkcs8);
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    const pem = key.export({ format: 'pem', type: 'pkcs8' }).toString();
    const { header, claims } = assertion();
    const bytes = Buffer.from(`${part(header)}.${part(claims)}`);
    const rates = await inTurns(9, {
      own: () => perSecond(() => signAssertion(signer, assertion())),
      limit: () => perSecond(() => sign('sha256', bytes, key)),
      pem: () =>
        perSecond(() => {
          const one = assertion();
          const text = `${part(one.header)}.${part(one.claims)}`;
          // What jsonwebtoken does, which is no dependency: it reads the PEM anew for every token.
          const read = createPrivateKey(pem);
          return `${text}.${createSign('RSA-SHA256').update(text).sign(read).toString('base64url')}`;
        }),
    });
    const shown = (rate: number) => `${rate.toFixed(0)}/s`;
    return [
      atLeast(0.75, {
        what: 'assertions signed, RSA-2048',
        value: shown(rates.own),
        against: `crypto.sign ${shown(rates.limit)}`,
        ratio: rates.own / rates.limit,
      }),
      atLeast(2.5, {
        what: 'assertions signed, RSA-2048',
        value: shown(rates.own),
        against: `node:crypto from a PEM each time ${shown(rates.pem)}`,
        ratio: rates.own / rates.pem,
      }),
    ];
  },
};
