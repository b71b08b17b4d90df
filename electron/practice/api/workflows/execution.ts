import type { EpochMilliseconds } from '../../../../shared/time.ts';
import type { CozeValue } from '../../coze-json.ts';
import type { Inputs, NodeRun, Outcome } from './run-script.ts';
import type { Workflow } from './workflow.ts';

/** 0 同步运行, 1 流式运行, 2 异步运行. */
export type RunMode = 0 | 1 | 2;

/** One run of a workflow. A resumed run is the same run with another outcome. */
export interface Execution {
  readonly id: string;
  readonly workflow: Workflow;
  readonly mode: RunMode;
  /** `0` without an agent. */
  readonly botId: string;
  readonly connectorId: string;
  readonly userId: string;
  readonly inputs: Inputs;
  readonly outcome: Outcome;
  /** The id of each node's run, in order. */
  readonly nodeRunIds: readonly string[];
  /** The id of the interruption that it waits at; null when it waits for nothing. */
  readonly waitingAt: string | null;
  /** The interruptions that were answered. */
  readonly answered: readonly string[];
  /** Where the run could be looked at. Practice Coze shows no page there. */
  readonly debugUrl: string;
  readonly startedAt: EpochMilliseconds;
  /** How often its history was read. */
  readonly reads: number;
}

/** How long an asynchronous run takes, in milliseconds, unless it is asked for a second time before. */
const asyncRunTime = 1000;

/** True while an asynchronous run goes on. */
export function isRunning({ mode, reads, startedAt }: Execution, now: EpochMilliseconds): boolean {
  return mode === 2 && reads < 2 && now - startedAt < asyncRunTime;
}

/** What the run gives: the end node's output as JSON in a text, as documented. */
export function resultText({ outcome }: Execution): string {
  return outcome.kind === 'finished' ? JSON.stringify({ output: outcome.output }) : '';
}

/** A count of characters stands for the tokens. */
export function usageOf({ inputs, outcome }: Execution): { readonly [name: string]: CozeValue } {
  const input = JSON.stringify(inputs).length;
  const output = outcome.kind === 'finished' ? outcome.output.length : 0;
  return { input_count: input, output_count: output, token_count: input + output };
}

export function textOfNode({ pieces }: NodeRun): string {
  return pieces.join('');
}

/** What a caller has to hand back to let an interrupted run go on; absent when it waits for nothing. */
export function interruptData({ waitingAt }: Execution): { readonly [name: string]: CozeValue } | undefined {
  if (waitingAt === null) return undefined;
  return {
    event_id: waitingAt,
    type: 2,
    data: '',
    required_parameters: { city: { type: 'string', required: true, description: '城市' } },
  };
}
