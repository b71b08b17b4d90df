import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Milliseconds in which a keychain that hangs may still answer, and then may notice that the line is dead. */
const patienceMs = 300;
const untilHungUpMs = 2000;
const pauseMs = 20;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, pauseMs));

async function waitWhile(isTrue: () => boolean, milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  while (isTrue() && performance.now() < until) await pause();
}

type Replace = (file: string, args: readonly string[], env: NodeJS.ProcessEnv) => never;

/** Becomes a shell that does nothing but end with `code`: no thread outlives that. Node 22.15 and newer; not on Windows. */
function becomeExit(process: NodeJS.Process, code: ExitCode): void {
  const { execve } = process as { readonly execve?: Replace };
  if (execve === undefined || process.platform === 'win32') return;
  process.removeAllListeners('warning');
  try {
    execve.call(process, '/bin/sh', ['sh', '-c', `exit ${code}`], {});
  } catch {
    // Killed below.
  }
}

/**
 * Ends the process with `code` when everything is written. A call into a keychain that hangs would keep it alive for as
 * long as it likes: the line to the keychain is ended then; where that does not help, the process is replaced by one
 * that ends with `code`, and where that cannot be done either, it is killed.
 */
export async function leave(
  process: NodeJS.Process,
  code: ExitCode,
  { flush, isKeychainHanging, hangUp }: Pick<Terminal, 'flush' | 'isKeychainHanging' | 'hangUp'>,
): Promise<void> {
  await flush();
  await waitWhile(isKeychainHanging, patienceMs);
  if (isKeychainHanging()) {
    process.on('SIGTERM', () => undefined);
    hangUp();
    await waitWhile(isKeychainHanging, untilHungUpMs);
  }
  if (isKeychainHanging()) {
    becomeExit(process, code);
    process.kill(process.pid, 'SIGKILL');
  }
  process.exit(code);
}
