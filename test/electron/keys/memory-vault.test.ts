import { describe, expect, it } from 'vitest';
import { createMemoryVault } from '../../../electron/keys/memory-vault.ts';

describe('keys for this run only', () => {
  it('come back as copies, so that a caller who wipes one does not lose the key', async () => {
    const vault = createMemoryVault();
    const key = Uint8Array.of(1, 2, 3);
    await vault.put('k1', key);
    key.fill(0);
    (await vault.get('k1')).fill(0);
    expect(await vault.get('k1')).toEqual(Uint8Array.of(1, 2, 3));
    expect(await vault.list()).toEqual(['k1']);
    expect(await vault.status()).toBe('ready');
  });

  it('are not found after delete and clear', async () => {
    const vault = createMemoryVault();
    await vault.put('k1', Uint8Array.of(1));
    await vault.put('k2', Uint8Array.of(2));
    await vault.delete('k1');
    await expect(vault.get('k1')).rejects.toMatchObject({ problem: { code: 'keychain/not-found' } });
    vault.clear();
    expect(await vault.list()).toEqual([]);
  });
});
