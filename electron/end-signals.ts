const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `end` at the first signal that asks this process to end, and keeps the process from ending by it. A second Ctrl+C
 * ends it at once.
 */
export function onEndSignal(process: NodeJS.Process, end: () => void): void {
  let isEnding = false;

  function listen(name: NodeJS.Signals): void {
    if (isEnding && name === 'SIGINT') {
      process.removeListener(name, listen);
      process.kill(process.pid, name);
    } else if (!isEnding) {
      isEnding = true;
      end();
    }
  }
  // The listeners stay: write-file-atomic, while it writes, ends the process at a signal that nobody else listens to, and
  // `once` is gone by the time it looks.
  for (const name of endSignals) process.on(name, listen);
}
