/** A list of numbers from 0 to 2^32 − 1 that may hold millions of them. */
export interface GrowingList {
  readonly length: number;
  readonly at: (place: number) => number;
  readonly push: (value: number) => void;
  /** Takes `count` numbers from `place` on out and puts `inserted` there. */
  readonly splice: (place: number, count: number, inserted: Uint32Array) => void;
  /** The first place in this ascending list that holds at least `value`. */
  readonly lowerBound: (value: number) => number;
  /** A copy. */
  readonly toArray: () => Uint32Array;
}

export function createGrowingList(capacity = 256): GrowingList {
  let numbers = new Uint32Array(capacity);
  let length = 0;

  function reserve(wanted: number): void {
    if (wanted <= numbers.length) return;
    const longer = new Uint32Array(Math.max(wanted, Math.ceil(numbers.length * 1.6)));
    longer.set(numbers.subarray(0, length));
    numbers = longer;
  }

  return {
    get length() {
      return length;
    },
    at: (place) => numbers[place] ?? 0,
    push: (value) => {
      reserve(length + 1);
      numbers[length] = value;
      length += 1;
    },
    splice: (place, count, inserted) => {
      const after = length - count + inserted.length;
      reserve(after);
      numbers.copyWithin(place + inserted.length, place + count, length);
      numbers.set(inserted, place);
      length = after;
    },
    lowerBound: (value) => {
      let low = 0;
      let high = length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((numbers[middle] ?? 0) < value) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    toArray: () => numbers.slice(0, length),
  };
}
