/**
 * Listens and asks once for all who call what it gives. What could not be had is asked for again by the next one.
 *
 * @param listen - begins to follow what changes
 * @param ask - asks for what there was before
 */
export function followOnce(listen: () => void, ask: () => Promise<void>): () => Promise<void> {
  let isListening = false;
  let asking: Promise<void> | null = null;
  return () => {
    if (!isListening) listen();
    isListening = true;
    asking ??= ask().catch((thrown: unknown) => {
      asking = null;
      throw thrown;
    });
    return asking;
  };
}
