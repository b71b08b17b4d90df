import { parseJsonBytes } from '../../parse-json-bytes.ts';
import { refuseCall } from '../../refusal.ts';
import { world } from '../../world.ts';
import type { ApiCall } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown, requireBot, requireOwn } from '../call-checks.ts';
import { numberOf, objectOf, textOf } from '../members-of.ts';
import type { Execution, RunMode } from './execution.ts';
import { type Inputs, type Outcome, questionInterrupt, runScript, scriptInputs } from './run-script.ts';
import type { Workflow } from './workflow.ts';

/** The checks of {@link startRun}. */
export const startChecks = [
  'values',
  'resource-known',
  'workspace-allowed',
  'workflow-published',
  'bot-allowed',
  'bot-known',
] as const;

/** Runs the workflow that the body names, and remembers the run. */
export function startRun(call: ApiCall, mode: RunMode, more: Inputs = {}): Execution {
  const { body, state } = call;
  const workflow = requireRunnable(call);
  const inputs = { ...requireInputs(call, workflow, more), ...more };
  const botId = textOf(body, 'bot_id');
  if (botId !== '') requireBot(call, botId, 'run');
  const outcome = runScript(workflow.script, inputs, null);
  const id = String(state.newId());
  return state.holdings.executions.put({
    id,
    workflow,
    mode,
    botId: botId || '0',
    connectorId: textOf(body, 'connector_id') || world.connectorId,
    userId: textOf(objectOf(body, 'ext'), 'user_id') || world.userId,
    inputs,
    ...resultOf(call, id, outcome),
    answered: [],
    debugUrl: `${call.origin}/work_flow?execute_id=${id}&space_id=${workflow.workspaceId}&workflow_id=${workflow.id}`,
    startedAt: state.now(),
    reads: 0,
  });
}

function resultOf({ state }: ApiCall, id: string, outcome: Outcome) {
  return {
    outcome,
    nodeRunIds: outcome.nodes.map(() => String(state.newId())),
    waitingAt: outcome.kind === 'interrupted' ? `${id}/${state.newId()}` : null,
  };
}

function requireRunnable(call: ApiCall): Workflow {
  const { body, sheet, state } = call;
  const [botId, appId] = [textOf(body, 'bot_id'), textOf(body, 'app_id')];
  sheet.pass(
    'values',
    botId !== '' && appId !== '' ? refuseParameter('bot_id', 'absent when app_id is there') : null,
  );
  const id = textOf(body, 'workflow_id');
  const workflow = requireOwn(call, state.holdings.workflows, 'workflow_id', id);
  if (appId !== '' && state.holdings.apps.find(appId) === null) {
    sheet.fail('resource-known', refuseUnknown('app_id', appId));
  }
  sheet.pass(
    'workflow-published',
    workflow.version === null
      ? refuseCall(4200, `The workflow_id=${id} is not published`, {
          seen: id,
          wanted: 'a published workflow',
        })
      : null,
  );
  return workflow;
}

/** `parameters` comes as an object or, as one page has it, as JSON in a text. */
function requireInputs({ body, sheet }: ApiCall, { script }: Workflow, more: Inputs): Inputs {
  const given = body['parameters'] ?? {};
  const value = typeof given === 'string' ? parseJsonBytes(Buffer.from(given || '{}')) : given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return sheet.fail('values', refuseParameter('parameters', 'an object, or one as JSON', given));
  }
  const inputs: Inputs = { ...value };
  const missing = scriptInputs[script].find((name) => typeof { ...inputs, ...more }[name] !== 'string');
  return missing === undefined
    ? inputs
    : sheet.fail('values', refuseParameter(`parameters.${missing}`, 'a text', inputs[missing]));
}

/** The checks of {@link resumeRun}. */
export const resumeChecks = ['resource-known', 'workspace-allowed', 'execution-waiting', 'values'] as const;

/** Lets the interrupted run go on that the body names. */
export function resumeRun(call: ApiCall): Execution {
  const { body, sheet, state } = call;
  const eventId = textOf(body, 'event_id');
  const { id: workflowId } = requireOwn(
    call,
    state.holdings.workflows,
    'workflow_id',
    textOf(body, 'workflow_id'),
  );
  const execution = state.holdings.executions.find(eventId.split('/')[0] ?? '');
  if (execution === null || execution.workflow.id !== workflowId) {
    return sheet.fail('execution-waiting', refuseCall(4314, 'There is no such execution', { seen: eventId }));
  }
  if (execution.answered.includes(eventId)) {
    return sheet.fail(
      'execution-waiting',
      refuseCall(4315, 'The execution went on already', { seen: eventId }),
    );
  }
  sheet.pass(
    'execution-waiting',
    execution.waitingAt === eventId ? null : refuseUnknown('event_id', eventId),
  );
  const type = numberOf(body, 'interrupt_type', 0);
  sheet.pass(
    'values',
    type === questionInterrupt ? null : refuseParameter('interrupt_type', String(questionInterrupt), type),
  );
  const outcome = runScript(execution.workflow.script, execution.inputs, textOf(body, 'resume_data'));
  return state.holdings.executions.put({
    ...execution,
    ...resultOf(call, execution.id, outcome),
    answered: [...execution.answered, eventId],
  });
}
