declare const unit: unique symbol;

/** A point in time, whole seconds since 1970-01-01T00:00:00Z (RFC 7519 §2 "NumericDate", integers only). */
export type EpochSeconds = number & { readonly [unit]: 'epoch seconds' };

/** A point in time, milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMilliseconds = number & { readonly [unit]: 'epoch milliseconds' };

/** A length of time in whole seconds. */
export type DurationSeconds = number & { readonly [unit]: 'duration seconds' };

/** Where the time comes from; passed in at the edge so that tests can hold it still. */
export interface Clock {
  readonly now: () => EpochMilliseconds;
}

/** Marks a number as {@link EpochSeconds}; fractions are cut off. */
export function epochSeconds(value: number): EpochSeconds {
  return Math.floor(value) as EpochSeconds;
}

/** Marks a number as {@link EpochMilliseconds}. */
export function epochMilliseconds(value: number): EpochMilliseconds {
  return value as EpochMilliseconds;
}

/** Marks a number as {@link DurationSeconds}; fractions are cut off. */
export function durationSeconds(value: number): DurationSeconds {
  return Math.floor(value) as DurationSeconds;
}

/** The whole second that `time` lies in. */
export function toEpochSeconds(time: EpochMilliseconds): EpochSeconds {
  return epochSeconds(time / 1000);
}

/** The first millisecond of `time`. */
export function toEpochMilliseconds(time: EpochSeconds): EpochMilliseconds {
  return epochMilliseconds(time * 1000);
}
