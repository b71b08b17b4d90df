import { type CozeValue, type IdForm, writeCozeJson } from '../coze-json.ts';

/** One event of a stream: its `data` line is JSON, or `text` as it stands. */
export type StreamEvent =
  | { readonly event: string; readonly data: CozeValue }
  | { readonly event: string; readonly text: string };

/**
 * `chat` writes `event:` and `data:`; `workflow` counts its events from 0 in an `id:` line before them, and may hold
 * heartbeats.
 */
export type StreamDialect = 'chat' | 'workflow';

/** An answer as server-sent events. */
export interface EventStream {
  readonly answeredWith: 'events';
  readonly dialect: StreamDialect;
  /** Ended (`return`) when the client goes away. */
  readonly events: AsyncIterable<StreamEvent> | Iterable<StreamEvent>;
  /** True: at the set pace; false: as fast as the client reads. */
  readonly paced: boolean;
}

/** The events that tell that a stream is over and whole: `done` of a chat, `Done` of a workflow. */
export function isEndEvent({ event }: StreamEvent): boolean {
  return event === 'done' || event === 'Done';
}

/** An event as it goes over the wire, blank line included. `number` is the `id` that a workflow's event gets. */
export function writeEvent(
  event: StreamEvent,
  dialect: StreamDialect,
  number: number,
  idForm: IdForm,
): string {
  const data = 'text' in event ? event.text : writeCozeJson(event.data, idForm);
  return dialect === 'chat'
    ? `event:${event.event}\ndata:${data}\n\n`
    : `id: ${number}\nevent: ${event.event}\ndata: ${data}\n\n`;
}
