import type { SocketMessage } from '../../../shared/console-socket.ts';
import { readSocketEvent } from '../../../shared/coze/socket/read-socket-event.ts';

/** What a row of the log says of a message. */
export interface MessageLook {
  /** `event_type`; empty for a message that is no event. */
  readonly eventType: string;
  readonly isError: boolean;
  readonly preview: string;
}

const longestPreview = 300;
const looks = new WeakMap<SocketMessage, MessageLook>();

/** The part of an event that differs from the next one of its kind comes first. */
function previewOf(text: string, isEvent: boolean): string {
  const start = isEvent ? /"data"\s*:\s*/.exec(text.slice(0, 4000)) : null;
  const at = start === null ? 0 : start.index + start[0].length;
  return text.slice(at, at + longestPreview).replace(/\s+/g, ' ');
}

function look({ kind, data }: SocketMessage): MessageLook {
  if (kind === 'binary') return { eventType: '', isError: false, preview: '' };
  const event = readSocketEvent(data);
  const eventType = event?.eventType ?? '';
  return {
    eventType,
    isError: eventType === 'error' || eventType.endsWith('.failed'),
    preview: previewOf(data, event !== null),
  };
}

/** Looks at a message; it is read once. */
export function lookAt(message: SocketMessage): MessageLook {
  const known = looks.get(message) ?? look(message);
  looks.set(message, known);
  return known;
}
