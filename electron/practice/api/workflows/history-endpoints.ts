import { toEpochSeconds } from '../../../../shared/time.ts';
import type { CozeValue } from '../../coze-json.ts';
import { refuseCall } from '../../refusal.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseUnknown, requireOwn } from '../call-checks.ts';
import { play } from '../play.ts';
import { type Execution, interruptData, isRunning, resultText, textOfNode, usageOf } from './execution.ts';
import { runFailure } from './run-events.ts';

const checks = ['resource-known', 'workspace-allowed', 'execution-waiting'] as const;

/** 查询工作流异步执行结果: the second look finds the run finished however little time has passed. */
const getHistory = play('workflow_history', {
  checks,
  answer: (call) => {
    const found = requireExecution(call);
    const execution = call.state.holdings.executions.put({ ...found, reads: found.reads + 1 });
    return { data: [historyData(call, execution)] };
  },
});

/** 查询输出节点的执行结果. */
const getNodeHistory = play('get_node_execute_history_response', {
  checks,
  answer: (call) => {
    const execution = requireExecution(call);
    const runId = call.param('node_execute_uuid');
    const node = execution.outcome.nodes[execution.nodeRunIds.indexOf(runId)];
    if (node === undefined) {
      return call.sheet.fail('execution-waiting', refuseUnknown('node_execute_uuid', runId));
    }
    const isFinished = !isRunning(execution, call.state.now());
    return { data: { is_finish: isFinished, node_output: isFinished ? textOfNode(node) : '' } };
  },
});

function requireExecution(call: ApiCall): Execution {
  const { sheet, state, param } = call;
  const workflow = requireOwn(call, state.holdings.workflows, 'workflow_id', param('workflow_id'));
  const id = param('execute_id');
  const execution = state.holdings.executions.find(id);
  return sheet.pass(
    'execution-waiting',
    execution?.workflow.id === workflow.id
      ? execution
      : refuseCall(4314, 'There is no such execution', { seen: id }),
  );
}

function historyData({ state }: ApiCall, execution: Execution): CozeValue {
  const { outcome, workflow } = execution;
  const running = isRunning(execution, state.now());
  const failed = !running && outcome.kind === 'failed';
  const startedAt = toEpochSeconds(execution.startedAt);
  return {
    execute_id: BigInt(execution.id),
    execute_status: running || outcome.kind === 'interrupted' ? 'Running' : failed ? 'Fail' : 'Success',
    bot_id: BigInt(execution.botId),
    connector_id: BigInt(execution.connectorId),
    connector_uid: execution.userId,
    run_mode: execution.mode,
    logid: `${workflow.id}${execution.id}`,
    create_time: startedAt,
    update_time: running ? startedAt : toEpochSeconds(state.now()),
    output: running ? '' : outputText(execution),
    is_output_trimmed: false,
    error_code: failed ? String(runFailure.code) : '0',
    error_message: failed ? runFailure.message : '',
    debug_url: execution.debugUrl,
    node_execute_status: Object.fromEntries(nodeStates(execution, !running)),
    usage: usageOf(execution),
    interrupt_data: running ? undefined : interruptData(execution),
  };
}

/** `Output` is the end node's, every other member the node of that name. */
function outputText(execution: Execution): string {
  const nodes = execution.outcome.nodes.map((node) => [node.title, textOfNode(node)]);
  return JSON.stringify({ Output: resultText(execution), ...Object.fromEntries(nodes) });
}

function nodeStates({ outcome, nodeRunIds, startedAt }: Execution, isFinished: boolean) {
  return outcome.nodes.map(({ title, nodeId }, index): readonly [string, CozeValue] => [
    title,
    {
      node_id: nodeId,
      is_finish: isFinished,
      update_time: toEpochSeconds(startedAt),
      node_execute_uuid: nodeRunIds[index] ?? '',
    },
  ]);
}

export const historyEndpoints: readonly ApiEndpoint[] = [getHistory, getNodeHistory];
