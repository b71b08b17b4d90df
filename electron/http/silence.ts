/** Ends what has been silent for too long. */
export interface Silence {
  /** Aborts when nobody calls `heard` or `pause` in time. */
  readonly signal: AbortSignal;
  /** Something moved: the time begins anew. */
  readonly heard: () => void;
  /** Nothing is waited for until the next `heard`. */
  readonly pause: () => void;
}

/** @param limitMs - milliseconds; the time begins at once */
export function createSilence(limitMs: number): Silence {
  const controller = new AbortController();
  const end = () => controller.abort(new DOMException('nothing was heard', 'TimeoutError'));
  let timer = setTimeout(end, limitMs);
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(end, limitMs);
    },
    pause: () => clearTimeout(timer),
  };
}

/** The same chunks. Time in which their reader is busy does not count as silence. */
export async function* untilSilent(
  chunks: AsyncIterable<Uint8Array>,
  { heard, pause }: Silence,
): AsyncGenerator<Uint8Array> {
  heard();
  try {
    for await (const chunk of chunks) {
      pause();
      yield chunk;
      heard();
    }
  } finally {
    pause();
  }
}
