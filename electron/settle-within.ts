/**
 * Waits until `work` has ended, well or not, but no longer than `milliseconds`.
 *
 * @returns whether it ended in time
 */
export async function settleWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const end = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([end, limit]);
  } finally {
    clearTimeout(timer);
  }
}
