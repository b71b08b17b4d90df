import type { ConsoleRun } from '../../../shared/console-run.ts';
import { call } from '../../app/bridge-client.ts';
import { mostCompared } from '../answer/compare/text-comparison.tsx';
import { fetchBody } from '../answer/reading/fetch-body.ts';
import { dropRun, followRuns } from '../runs-store.ts';

async function textOf({ body }: ConsoleRun): Promise<string | null> {
  if (body === null) return '';
  if (body.bytes > mostCompared) return null;
  let text = '';
  for await (const { bytes, length, isLast } of fetchBody(body)) {
    if (isLast) text = new TextDecoder().decode(bytes.subarray(0, length));
  }
  return text;
}

/** The text of an answer in the history; empty when there is none, null when it is too long to be compared. */
export async function answerText(historyId: string): Promise<string | null> {
  await followRuns();
  const { run } = await call('history.open', { historyId });
  try {
    return await textOf(run);
  } finally {
    await dropRun(run.runId).catch(() => undefined);
  }
}
