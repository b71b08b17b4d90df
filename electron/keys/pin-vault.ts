import { maxPinsSize, type Pin } from '../../shared/pin.ts';
import { pinsSchema } from '../../shared/pin-schema.ts';
import { ProblemError, toProblem } from '../../shared/problem.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { deleteParted, getParted, putParted } from './parted-secret.ts';
import type { SecretStore } from './secret-store.ts';

const pinsName = 'pins';

/** {@link maxPinsSize} bytes in base64url, 2 000 characters a part. */
const maxParts = 175;

/** Where pinned tokens rest between runs. Throws why the keychain cannot be used. */
export interface PinVault {
  /** None when nothing is kept. @throws ProblemError `keychain/corrupt` */
  readonly read: () => Promise<readonly Pin[]>;
  /**
   * Keeps `pins` in place of those that were kept before; cut off in the middle, it leaves the one or the other. None
   * removes the entry. What is corrupt is replaced.
   *
   * @throws ProblemError `pins/too-large` (params limit, in bytes); then nothing has changed
   */
  readonly write: (pins: readonly Pin[]) => Promise<void>;
}

function parse(text: string): readonly Pin[] {
  try {
    return pinsSchema.parse(JSON.parse(text));
  } catch {
    throw new ProblemError('keychain/corrupt');
  }
}

/** All pins as one entry of the keychain, in parts. Calls go one after another. */
export function createPinVault(store: SecretStore): PinVault {
  const inTurn = oneAtATime();

  async function read(): Promise<readonly Pin[]> {
    try {
      return parse((await getParted(store, pinsName)).toString('utf8'));
    } catch (thrown) {
      if (toProblem(thrown).code === 'keychain/not-found') return [];
      throw thrown;
    }
  }

  async function write(pins: readonly Pin[]): Promise<void> {
    if (pins.length === 0) return deleteParted(store, pinsName, maxParts);
    const bytes = Buffer.from(JSON.stringify(pins), 'utf8');
    if (bytes.length > maxPinsSize)
      throw new ProblemError('pins/too-large', { params: { limit: maxPinsSize } });
    await putParted(store, pinsName, bytes, maxParts);
  }

  return {
    read: () => inTurn(pinsName, read),
    write: (pins) => inTurn(pinsName, () => write(pins)),
  };
}
