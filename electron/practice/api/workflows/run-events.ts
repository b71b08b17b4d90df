import type { CozeValue } from '../../coze-json.ts';
import type { EventStream, StreamEvent } from '../event-stream.ts';
import { type Execution, interruptData, resultText, usageOf } from './execution.ts';
import { type NodeRun, questionNode } from './run-script.ts';

/** What went wrong with a workflow that fails, in Coze's general words. */
export const runFailure = { code: 5000, message: 'Server internal error' };

/** A run as 执行工作流（流式响应） tells it. It ends with `Done`, or with `Interrupt` or `Error` in place of it. */
export function runStream(execution: Execution): EventStream {
  return { answeredWith: 'events', dialect: 'workflow', events: runEvents(execution), paced: true };
}

function runEvents(execution: Execution): readonly StreamEvent[] {
  const { outcome, nodeRunIds } = execution;
  const messages = outcome.nodes.flatMap((node, index) => nodeEvents(node, nodeRunIds[index] ?? ''));
  switch (outcome.kind) {
    case 'failed':
      return [
        ...messages,
        { event: 'Error', data: { error_code: runFailure.code, error_message: runFailure.message } },
      ];
    case 'interrupted':
      return [
        ...messages,
        {
          event: 'Interrupt',
          data: { interrupt_data: interruptData(execution), node_title: questionNode.title },
        },
      ];
    case 'finished':
      return [...messages, endEvent(execution), { event: 'Done', data: { debug_url: execution.debugUrl } }];
  }
}

function nodeEvents({ nodeId, title, pieces }: NodeRun, runId: string): readonly StreamEvent[] {
  return pieces.map((content, index) => ({
    event: 'Message',
    data: {
      ...messageOf(content, title, index),
      node_is_finish: index === pieces.length - 1,
      node_id: nodeId,
      node_execute_uuid: runId,
    },
  }));
}

function messageOf(content: string, title: string, index: number): { readonly [name: string]: CozeValue } {
  return { content, content_type: 'text', node_title: title, node_seq_id: String(index) };
}

function endEvent(execution: Execution): StreamEvent {
  const usage = usageOf(execution);
  return {
    event: 'Message',
    data: {
      ...messageOf(resultText(execution), '结束', 0),
      node_is_finish: true,
      node_id: '900001',
      node_execute_uuid: `${execution.id}900001`,
      usage,
      cost: '0.00',
      token: 0,
    },
  };
}
