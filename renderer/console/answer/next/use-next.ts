import { useEffect, useMemo, useState } from 'react';
import type { ConsoleRun } from '../../../../shared/console-run.ts';
import { endpoints } from '../../../../shared/coze/endpoints.ts';
import { followUpsOf } from '../../../../shared/coze/follow-ups.ts';
import { idsOf } from '../../../../shared/coze/known-ids.ts';
import type { NextRequest } from '../../../../shared/coze/next-request.ts';
import type { StreamStory } from '../../../../shared/coze/stream/story/stream-story.ts';
import type { FoundId } from '../reading/answer-protocol.ts';
import type { AnswerReader } from '../reading/answer-reader.ts';
import { useReading } from '../rows/use-reading.ts';
import { requestIds } from './request-ids.ts';

function nextOf(run: ConsoleRun, found: readonly FoundId[]): readonly NextRequest[] {
  const path = endpoints.find(({ id }) => id === run.endpointId)?.path ?? null;
  const all = [...found.map(({ name, value }) => [name, value] as const), ...requestIds(run.runId)];
  return followUpsOf(idsOf(all, { url: run.url, endpointId: run.endpointId, path }), run.endpointId);
}

/** What follows from the ids of a JSON answer. */
export function useNextOfAnswer(run: ConsoleRun, reader: AnswerReader): readonly NextRequest[] {
  const { isComplete } = useReading(reader);
  const [found, setFound] = useState<readonly FoundId[]>([]);
  useEffect(() => {
    if (!isComplete) return;
    let isCurrent = true;
    void reader.ask('ids', null).then((ids) => isCurrent && setFound(ids));
    return () => {
      isCurrent = false;
    };
  }, [reader, isComplete]);
  return useMemo(() => (found.length === 0 ? [] : nextOf(run, found)), [run, found]);
}

/** What follows from the ids that a stream named. */
export function nextOfStory(run: ConsoleRun, { chat, debugUrl }: StreamStory): readonly NextRequest[] {
  const found: readonly FoundId[] = [
    { name: 'chat_id', value: chat?.id ?? '' },
    { name: 'conversation_id', value: chat?.conversationId ?? '' },
    { name: 'bot_id', value: chat?.botId ?? '' },
    { name: 'debug_url', value: debugUrl },
  ];
  const known = found.filter(({ value }) => value !== '');
  return known.length === 0 ? [] : nextOf(run, known);
}
