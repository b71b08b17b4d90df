import type { z } from 'zod';
import {
  type CallContext,
  type CallName,
  type CallOutput,
  calls,
  type Handlers,
  type ParsedInput,
  type Reply,
} from '../shared/bridge.ts';
import { ProblemError, toProblem } from '../shared/problem.ts';

/** Runs the call `name` and tells how it went; never rejects. */
export type Dispatch = (name: string, input: unknown, context: CallContext) => Promise<Reply>;

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

/** Names the place of what was wrong, never the value: it may be a secret. */
function inputProblem(name: string, error?: z.ZodError): ProblemError {
  const path = error?.issues[0]?.path.join('.') ?? '';
  return new ProblemError('input/invalid', { params: { name: name.slice(0, 64), path: path.slice(0, 200) } });
}

async function run<Name extends CallName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
  context: CallContext,
): Promise<CallOutput<Name>> {
  const parsed = calls[name].input.safeParse(input ?? null);
  if (!parsed.success) throw inputProblem(name, parsed.error);
  const value = await handlers[name](parsed.data as ParsedInput<Name>, context);
  const output = calls[name].output.safeParse(value);
  if (!output.success) throw new ProblemError('internal', { params: { name: `${name} output` } });
  return output.data as CallOutput<Name>;
}

/**
 * The end of the bridge that every transport shares: checks the name and the input, runs the handler, checks its output
 * and turns what is thrown into a problem. Who may call is the transport's matter.
 */
export function createDispatcher(handlers: Handlers): Dispatch {
  return async (name, input, context) => {
    try {
      if (!isCallName(name)) throw inputProblem(name);
      context.signal.throwIfAborted();
      return { ok: true, value: await run(handlers, name, input, context) };
    } catch (thrown) {
      return { ok: false, problem: toProblem(thrown) };
    }
  };
}
