/** A map that forgets what was set first when it is full. */
export interface BoundedMap<Key, Value> {
  readonly get: (key: Key) => Value | undefined;
  readonly has: (key: Key) => boolean;
  /** Setting a key again keeps its age. */
  readonly set: (key: Key, value: Value) => void;
  /** Tells whether it was there. */
  readonly delete: (key: Key) => boolean;
  /** Oldest first. */
  readonly values: () => readonly Value[];
}

/** An empty map that holds at most `capacity` entries. */
export function createBoundedMap<Key, Value>(capacity: number): BoundedMap<Key, Value> {
  const held = new Map<Key, Value>();
  return {
    get: (key) => held.get(key),
    has: (key) => held.has(key),
    delete: (key) => held.delete(key),
    values: () => [...held.values()],
    set: (key, value) => {
      held.set(key, value);
      if (held.size <= capacity) return;
      for (const oldest of held.keys()) {
        held.delete(oldest);
        return;
      }
    },
  };
}
