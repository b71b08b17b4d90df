import type { SocketMessage } from '../../../shared/console-socket.ts';
import { type ReadSocketEvent, readSocketEvent } from '../../../shared/coze/socket/read-socket-event.ts';

/** What a row of the log says of a message. */
export interface MessageLook {
  /** `event_type`; empty for a message that is no event. */
  readonly eventType: string;
  readonly isError: boolean;
  readonly preview: string;
}

const longestPreview = 300;
const looks = new WeakMap<SocketMessage, MessageLook>();

function oneLine(text: string): string {
  return text.slice(0, longestPreview).replace(/\s+/g, ' ');
}

/** Members of `data` that say what an event is about. */
const telling = ['content', 'delta', 'text', 'msg'] as const;

/** The part of an event that differs from the next one of its kind comes first. */
function previewOf(text: string, event: ReadSocketEvent | null): string {
  const told = telling
    .map((name) => event?.data[name])
    .find((value) => typeof value === 'string' && value !== '');
  if (typeof told === 'string') return oneLine(told);
  if (event === null) return oneLine(text);
  const start = /"data"\s*:\s*/.exec(text.slice(0, 4000));
  return start === null ? '' : oneLine(text.slice(start.index + start[0].length));
}

function look({ kind, data }: SocketMessage): MessageLook {
  if (kind === 'binary') return { eventType: '', isError: false, preview: '' };
  const event = readSocketEvent(data);
  const eventType = event?.eventType ?? '';
  return {
    eventType,
    isError: eventType === 'error' || eventType.endsWith('.failed'),
    preview: previewOf(data, event),
  };
}

/** Looks at a message; it is read once. */
export function lookAt(message: SocketMessage): MessageLook {
  const known = looks.get(message) ?? look(message);
  looks.set(message, known);
  return known;
}
