import { createPrivateKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generateKey } from '../../../electron/keys/generate-key.ts';
import { readPrivateKey } from '../../../electron/keys/read-private-key.ts';

describe('generateKey', () => {
  it.each([2048, 3072, 4096] as const)(
    'makes an RSA key of %i bits that the key reader accepts',
    async (bits) => {
      const { pkcs8, publicHalf } = await generateKey(bits, new AbortController().signal);
      expect(readPrivateKey(pkcs8, null)).toMatchObject({ publicHalf, normalised: ['der'] });
      expect(publicHalf.bits).toBe(bits);
      expect(
        createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }).asymmetricKeyDetails,
      ).toEqual({
        modulusLength: bits,
        publicExponent: 65_537n,
      });
    },
    30_000,
  );

  it('rejects at once when it is cancelled on the way', async () => {
    const controller = new AbortController();
    const generated = generateKey(4096, controller.signal);
    controller.abort();
    await expect(generated).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not begin when it was cancelled before', async () => {
    await expect(generateKey(2048, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});
