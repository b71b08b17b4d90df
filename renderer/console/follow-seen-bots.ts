import { namesBots, noteBots } from '../app/seen-bots.ts';
import { answerText } from './answer-text.ts';
import { useRunsStore } from './runs-store.ts';

/** Longer answers are not looked into. */
const mostBytes = 2_000_000;

/** Learns the names of agents from answers while the screen is open; gives the function that ends it. */
export function followSeenBots(): () => void {
  return useRunsStore.subscribe(({ runs }, before) => {
    for (const [runId, run] of Object.entries(runs)) {
      const { endpointId, body, stage } = run;
      if (stage !== 'done' || before.runs[runId]?.stage === 'done') continue;
      if (endpointId === null || !namesBots(endpointId) || body === null || body.bytes > mostBytes) continue;
      void answerText(body).then(
        (text) => noteBots(endpointId, text),
        () => undefined,
      );
    }
  });
}
