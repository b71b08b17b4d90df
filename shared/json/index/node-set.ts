/** A set of nodes, as bits. */
export interface NodeSet {
  readonly has: (node: number) => boolean;
  readonly add: (node: number) => void;
  readonly remove: (node: number) => void;
}

export function createNodeSet(): NodeSet {
  let bits = new Uint8Array(64);
  return {
    has: (node) => ((bits[node >>> 3] ?? 0) & (1 << (node & 7))) !== 0,
    add: (node) => {
      const place = node >>> 3;
      if (place >= bits.length) {
        const longer = new Uint8Array(Math.max(place + 1, bits.length * 2));
        longer.set(bits);
        bits = longer;
      }
      bits[place] = (bits[place] ?? 0) | (1 << (node & 7));
    },
    remove: (node) => {
      const place = node >>> 3;
      if (place < bits.length) bits[place] = (bits[place] ?? 0) & ~(1 << (node & 7));
    },
  };
}
