import { RefusedError, refuseCall } from '../../refusal.ts';
import type { AnswerMembers, ApiEndpoint } from '../api-endpoint.ts';
import { play } from '../play.ts';
import { type Execution, interruptData, resultText, usageOf } from './execution.ts';
import { runFailure, runStream } from './run-events.ts';
import { resumeChecks, resumeRun, startChecks, startRun } from './start-run.ts';

// The page has `parameters` as a text, the SDKs and its own example send an object.
const loose = ['parameters'];

/** 执行工作流. */
const run = play('workflow_run', {
  checks: startChecks,
  loose,
  answer: (call) => {
    const isAsync = call.body['is_async'] === true;
    const execution = startRun(call, isAsync ? 2 : 0);
    return isAsync
      ? { execute_id: BigInt(execution.id), debug_url: execution.debugUrl }
      : finished(execution);
  },
});

/** 恢复运行工作流. */
const resume = play('resume_workflow', {
  checks: resumeChecks,
  answer: (call) => finished(resumeRun(call)),
});

function finished(execution: Execution): AnswerMembers {
  if (execution.outcome.kind === 'failed') {
    throw new RefusedError(refuseCall(runFailure.code, runFailure.message));
  }
  return {
    data: resultText(execution),
    debug_url: execution.debugUrl,
    execute_id: BigInt(execution.id),
    usage: usageOf(execution),
    interrupt_data: interruptData(execution),
  };
}

/** 执行工作流（流式响应）. */
const streamRun = play('workflow_stream_run', {
  checks: startChecks,
  loose,
  answer: (call) => runStream(startRun(call, 1)),
});

/** 恢复运行工作流（流式响应）. */
const streamResume = play('workflow_resume', {
  checks: resumeChecks,
  answer: (call) => runStream(resumeRun(call)),
});

export const runEndpoints: readonly ApiEndpoint[] = [run, resume, streamRun, streamResume];
