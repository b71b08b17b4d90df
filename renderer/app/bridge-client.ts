import type { BridgeEvent, BridgePort, CallInput, CallName, CallOutput } from '../../shared/bridge.ts';
import type { ConsoleFile } from '../../shared/console-run.ts';
import type { Problem } from '../../shared/problem.ts';
import { base64Of } from './base64-of.ts';

declare global {
  interface Window {
    readonly cozeMint: BridgePort;
  }
}

let lastCallId = 0;

interface CallOptions {
  readonly signal?: AbortSignal;
}

/** A failed call, as the main process told it. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * Asks the main process for one thing of the contract.
 *
 * @throws CallError with the problem; `cancelled` when `signal` was aborted
 */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  { signal }: CallOptions = {},
): Promise<CallOutput<Name>> {
  lastCallId += 1;
  const callId = lastCallId;
  const cancel = () => window.cozeMint.cancel(callId);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const reply = await window.cozeMint.call(callId, name, input);
    if (!reply.ok) throw new CallError({ at: Date.now(), ...reply.problem });
    return reply.value as CallOutput<Name>;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** Bytes of a file that is on no disk, such as a pasted image. */
const largestPasted = 8 * 1024 * 1024;

/**
 * Makes a file that a person dropped, pasted, or chose in the page known to the main process; one on the disk of any
 * size.
 *
 * @throws CallError with the problem
 */
export async function addFile(file: File): Promise<ConsoleFile> {
  const reply = await window.cozeMint.addFile(file);
  if (reply.ok) return reply.value as ConsoleFile;
  if (reply.problem.params['reason'] === 'not-on-disk' && file.size <= largestPasted) {
    return call('console.addFile', { name: file.name.slice(-255), base64: await base64Of(file) });
  }
  throw new CallError({ at: Date.now(), ...reply.problem });
}

/** Listens to everything that the main process says by itself; returns the function that ends it. */
export function subscribe(listener: (event: BridgeEvent) => void): () => void {
  return window.cozeMint.subscribe(listener);
}

/** The problem behind anything that a call threw. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof CallError) return thrown.problem;
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return { code: 'internal', params: { name }, remedies: [], server: null, at: Date.now() };
}
