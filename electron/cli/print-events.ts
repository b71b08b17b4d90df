import { assertNever } from '../../shared/assert-never.ts';
import { createMessageJoin } from '../../shared/coze/stream/message-join.ts';
import type { StoryFailure } from '../../shared/coze/stream/story/stream-story.ts';
import { type StreamMeaning, streamMeaning } from '../../shared/coze/stream/stream-meaning.ts';
import { type SseEvent, sseEvents } from '../console/sse-events.ts';
import type { CommandContext } from './command.ts';
import { eventJson, eventText } from './event-line.ts';
import { printable } from './printable.ts';

/** `events` as they stand in the stream, as one line of JSON each, or only the message that they make up. */
export type EventForm = 'events' | 'json' | 'message' | 'none';

/** Where what is printed goes. */
export interface Page {
  readonly write: (text: string) => Promise<void>;
  /** Nothing on it may steer a terminal. */
  readonly isTerminal: boolean;
}

export function stdoutPage({ terminal }: CommandContext): Page {
  return {
    write: (text) => terminal.pour(Buffer.from(text)),
    isTerminal: terminal.stdoutIsTerminal,
  };
}

/** What a stream came to. */
export interface StreamOutcome {
  readonly failure: StoryFailure | null;
  readonly waitingFor: 'tool-outputs' | 'resume' | null;
  readonly isEnded: boolean;
}

function createForm(form: EventForm, { isTerminal }: Page) {
  const join = createMessageJoin();
  let last = '\n';
  return {
    of: (event: SseEvent, meaning: StreamMeaning): string => {
      switch (form) {
        case 'none':
          return '';
        case 'json':
          return eventJson(event);
        case 'events':
          return eventText(event);
        case 'message': {
          const piece = join.add(meaning);
          last = piece.at(-1) ?? last;
          return isTerminal ? printable(piece) : piece;
        }
        default:
          return assertNever(form);
      }
    },
    /** What ends a message that does not end its line itself. */
    ending: () => (last === '\n' ? '' : '\n'),
  };
}

/**
 * Prints the events of a stream as they come, and says what it came to.
 *
 * @throws what reading the chunks throws
 */
export async function printEvents(
  chunks: AsyncIterable<Uint8Array>,
  form: EventForm,
  page: Page,
): Promise<StreamOutcome> {
  const formed = createForm(form, page);
  const outcome: { -readonly [Name in keyof StreamOutcome]: StreamOutcome[Name] } = {
    failure: null,
    waitingFor: null,
    isEnded: false,
  };
  const write = async (text: string) => {
    if (text !== '') await page.write(text);
  };
  for await (const event of sseEvents(chunks)) {
    const meaning = streamMeaning(event);
    await write(formed.of(event, meaning));
    if (meaning.kind === 'failed' || meaning.kind === 'chat') outcome.failure ??= meaning.failure;
    if (meaning.kind === 'chat' && meaning.state === 'requires_action') outcome.waitingFor = 'tool-outputs';
    if (meaning.kind === 'interrupt') outcome.waitingFor = 'resume';
    if (meaning.kind === 'end') outcome.isEnded = true;
    if (outcome.isEnded) break;
  }
  await write(formed.ending());
  return outcome;
}
