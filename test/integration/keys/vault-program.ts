import { readFile } from 'node:fs/promises';
import { createKeychainVault } from '../../../electron/keys/keychain-vault.ts';
import { createKeytarStore } from '../../../electron/keys/keytar-backend.ts';
import { toProblem } from '../../../shared/problem.ts';

/**
 * One vault call in a process of its own: `put ID FILE`, `get ID`, `delete ID`, `list`, `status`, or `tamper NAME VALUE`
 * past the vault. Says one line of JSON.
 */
async function run([service = '', timeoutMs = '', command, first = '', second = '']: readonly string[]) {
  const store = createKeytarStore({ service, timeoutMs: Number(timeoutMs) });
  const vault = createKeychainVault(store, { statusTimeoutMs: Number(timeoutMs) });
  switch (command) {
    case 'put':
      return vault.put(first, await readFile(second));
    case 'get':
      return Buffer.from(await vault.get(first)).toString('base64');
    case 'delete':
      return vault.delete(first);
    case 'list':
      return [...(await vault.list())].sort();
    case 'status':
      return vault.status();
    case 'tamper':
      return second === '' ? store.delete(first) : store.set(first, second);
    default:
      throw new TypeError(`unknown command: ${command}`);
  }
}

const answer = await run(process.argv.slice(2)).then(
  (value) => ({ value: value ?? null }),
  (error: unknown) => {
    const { code, params } = toProblem(error);
    return { code, params };
  },
);
process.stdout.write(`${JSON.stringify(answer)}\n`);
