import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import type { SecretStore } from './secret-store.ts';

/** Windows holds 2 560 bytes an entry. Base64url is ASCII: characters are bytes. */
const partLimit = 2_000;
/** Room for RSA-16384. */
const usualMaxParts = 8;

/** Parts are written into the slot that is not in use, so that the old secret stays whole until the new one is. */
const slots = ['a', 'b'] as const;
type Slot = (typeof slots)[number];

const manifestSchema = z.object({
  version: z.literal(1),
  slot: z.enum(slots),
  parts: z.number().int().min(1),
  /** SHA-256 of the secret's bytes, base64url. */
  sha256: z.string(),
});
type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** The entry without which the parts are none. */
export const manifestName = (name: string) => `${name}/manifest`;
const partName = (name: string, slot: Slot, index: number) => `${name}/${slot}${index}`;

/**
 * Stores `bytes` under `name` in parts of at most 2 000 bytes, reads them back, and writes the manifest last.
 * Interrupted anywhere, it leaves either the old secret or the new one readable, and perhaps parts that nothing points
 * at, which the next put or delete of that name removes.
 *
 * @param maxParts - how many parts a secret of that name may ever have, which is how far leftovers are looked for; the
 *   same for each call that names it
 */
export async function putParted(
  store: SecretStore,
  name: string,
  bytes: Uint8Array,
  maxParts = usualMaxParts,
): Promise<void> {
  const parts = toParts(bytes, maxParts);
  const manifestBefore = await readManifest(store, name);
  const slot: Slot = manifestBefore?.slot === 'a' ? 'b' : 'a';
  const manifest: Manifest = { version: 1, slot, parts: parts.length, sha256: sha256(bytes) };
  try {
    for (const [index, part] of parts.entries()) await store.set(partName(name, slot, index), part);
    (await readParts(store, name, manifest)).fill(0);
  } catch (error) {
    if (!isTimeout(error)) await removeParts(store, name, slot, 0, maxParts).catch(ignore);
    throw error;
  }
  await store.set(manifestName(name), JSON.stringify(manifest));
  await removeParts(store, name, slot === 'a' ? 'b' : 'a', 0, maxParts).catch(ignore);
  await removeParts(store, name, slot, parts.length, maxParts).catch(ignore);
}

/** @throws ProblemError `keychain/not-found`, `keychain/corrupt` */
export async function getParted(store: SecretStore, name: string): Promise<Buffer> {
  const text = await store.get(manifestName(name));
  if (text === null) throw new ProblemError('keychain/not-found');
  const manifest = parseManifest(text);
  if (manifest === null) throw corrupt();
  return readParts(store, name, manifest);
}

/** Whether a secret stands under `name`; its parts are not looked at. */
export async function hasParted(store: SecretStore, name: string): Promise<boolean> {
  return (await store.get(manifestName(name))) !== null;
}

/**
 * Removes the manifest first, so that it never points at parts that are gone. The last question makes sure that the
 * keychain was open all along.
 */
export async function deleteParted(
  store: SecretStore,
  name: string,
  maxParts = usualMaxParts,
): Promise<void> {
  await store.delete(manifestName(name));
  for (const slot of slots) await removeParts(store, name, slot, 0, maxParts);
  await store.get(manifestName(name));
}

async function readParts(store: SecretStore, name: string, manifest: Manifest): Promise<Buffer> {
  const parts: string[] = [];
  for (let index = 0; index < manifest.parts; index += 1) {
    const part = await store.get(partName(name, manifest.slot, index));
    if (part === null) throw corrupt();
    parts.push(part);
  }
  const bytes = Buffer.from(parts.join(''), 'base64url');
  if (sha256(bytes) !== manifest.sha256) throw corrupt();
  return bytes;
}

/**
 * Removes the parts from `from` on, the last one first: parts are written from the first one on, so that those of a put
 * or a removal that was cut off follow one another, and their end is found by asking.
 */
async function removeParts(
  store: SecretStore,
  name: string,
  slot: Slot,
  from: number,
  maxParts: number,
): Promise<void> {
  let end = from;
  while (end < maxParts && (await store.get(partName(name, slot, end))) !== null) end += 1;
  for (let index = end - 1; index >= from; index -= 1) await store.delete(partName(name, slot, index));
}

/** A manifest that cannot be understood counts as none: it is about to be replaced. */
async function readManifest(store: SecretStore, name: string): Promise<Manifest | null> {
  const text = await store.get(manifestName(name));
  return text === null ? null : parseManifest(text);
}

function parseManifest(text: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function toParts(bytes: Uint8Array, maxParts: number): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
  const count = Math.ceil(text.length / partLimit);
  if (count < 1 || count > maxParts) throw new RangeError('the secret is empty or too long');
  return Array.from({ length: count }, (_, index) => text.slice(index * partLimit, (index + 1) * partLimit));
}

function isTimeout(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'keychain/timeout';
}

/** Leftovers do no harm, and what matters is done by then. */
function ignore(): void {}

function corrupt(): ProblemError {
  return new ProblemError('keychain/corrupt');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
