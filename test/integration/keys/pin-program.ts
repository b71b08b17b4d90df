import { createKeytarStore } from '../../../electron/keys/keytar-backend.ts';
import { createPinVault } from '../../../electron/keys/pin-vault.ts';
import type { Pin } from '../../../shared/pin.ts';
import { toProblem } from '../../../shared/problem.ts';

/**
 * One call for pins in a process of its own: `write ID SIZE…` (a pin for each pair, its text of that many characters),
 * `read` (id and size of each), or `tamper NAME VALUE` past the vault. Says one line of JSON.
 */
async function run([service = '', timeoutMs = '', command, ...rest]: readonly string[]) {
  const store = createKeytarStore({ service, timeoutMs: Number(timeoutMs) });
  const pins = createPinVault(store);
  switch (command) {
    case 'write':
      return pins.write(toPins(rest));
    case 'read':
      return (await pins.read()).map(({ id, text }) => [id, text.length]);
    case 'tamper':
      return store.set(rest[0] ?? '', rest[1] ?? '');
    default:
      throw new TypeError(`unknown command: ${command}`);
  }
}

function toPins([id, size, ...rest]: readonly string[]): readonly Pin[] {
  if (id === undefined) return [];
  return [{ id, name: '固定', text: 'x'.repeat(Number(size)), pinnedAt: 1_750_000_000_000 }, ...toPins(rest)];
}

const answer = await run(process.argv.slice(2)).then(
  (value) => ({ value: value ?? null }),
  (error: unknown) => {
    const { code, params } = toProblem(error);
    return { code, params };
  },
);
process.stdout.write(`${JSON.stringify(answer)}\n`);
