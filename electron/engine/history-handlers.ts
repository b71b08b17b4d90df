import type { Handlers } from '../../shared/bridge.ts';
import type { ConsoleRun, StreamEvent } from '../../shared/console-run.ts';
import { servedType } from '../console/served-type.ts';
import { sseEvents } from '../console/sse-events.ts';
import type { HistoryRecord } from '../storage/history/entry-files.ts';
import type { History } from '../storage/history/history.ts';
import type { ConsoleServices } from './console-services.ts';
import type { EngineContext } from './context.ts';

type HistoryCalls = Pick<
  Handlers,
  'history.list' | 'history.open' | 'history.remove' | 'history.clear' | 'history.usage'
>;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The events are read from the body again; their times are those of then. */
async function eventsIn(bytes: Uint8Array, times: readonly number[]): Promise<readonly StreamEvent[]> {
  const events: StreamEvent[] = [];
  try {
    for await (const event of sseEvents(once(bytes))) {
      const atMs = times[events.length];
      if (atMs === undefined) break;
      events.push({ ...event, index: events.length, atMs });
    }
  } catch {
    // A stream that was too long for its reader then is so now; what came before it is there.
  }
  return events;
}

/** What was sent before: found, opened with its answer, deleted. */
export function historyHandlers(
  { newId }: Pick<EngineContext, 'newId'>,
  { runs, bodies }: Pick<ConsoleServices, 'runs' | 'bodies'>,
  history: History,
): HistoryCalls {
  async function bodyOf(kept: ConsoleRun['body'], { run }: HistoryRecord, bytes: Uint8Array | null) {
    if (kept === null || bytes === null) return null;
    const body = bodies.create();
    body.type = servedType(kept.kind, run.head?.contentType ?? null);
    await body.append(bytes);
    await body.finish();
    return body;
  }

  return {
    'history.list': async ({ query, before, limit }) => {
      const { entries, total } = await history.list({ query, before, limit });
      return { entries: [...entries], total };
    },
    'history.open': async ({ historyId }) => {
      const { record, body: bytes } = await history.open(historyId);
      const kept = record.run.body;
      const body = await bodyOf(kept, record, bytes);
      const events =
        kept?.kind === 'events' && bytes !== null ? await eventsIn(bytes, record.eventTimes) : [];
      const run: ConsoleRun = {
        ...record.run,
        runId: newId(),
        eventCount: record.run.eventCount === null ? null : events.length,
        body:
          kept === null || body === null
            ? null
            : {
                ...kept,
                ...body.state(),
                bodyId: body.bodyId,
                address: `/body/${body.bodyId}`,
                truncated: kept.truncated,
              },
      };
      await runs.adopt(run, body, events);
      return { request: record.request, bodyLeftOut: record.bodyLeftOut, run };
    },
    'history.remove': async ({ historyIds }) => {
      await history.remove(historyIds);
      return null;
    },
    'history.clear': async () => {
      await history.clear();
      return null;
    },
    'history.usage': () => history.usage(),
  };
}
