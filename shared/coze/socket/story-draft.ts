import { fieldsOf, type ReadSocketEvent, textIn } from './read-socket-event.ts';
import type { SocketLine, SocketStory, SocketTrack } from './socket-story.ts';

type Writable<State> = { -readonly [Name in keyof State]: State[Name] };
/** A story that is being told on. */
export interface StoryDraft extends Writable<Omit<SocketStory, 'lines' | 'tracks'>> {
  readonly lines: SocketLine[];
  readonly tracks: SocketTrack[];
}

/** Where the last line stands that `isIt` and is not whole yet. */
function openLine(lines: readonly SocketLine[], isIt: (line: SocketLine) => boolean): number {
  return lines.findLastIndex((line) => !line.isComplete && isIt(line));
}

interface Said {
  readonly kind: SocketLine['kind'];
  readonly key?: string;
  readonly type?: string;
  readonly text: string;
  /** The text goes on; else it is all of it so far. */
  readonly isPiece: boolean;
  readonly isComplete: boolean;
}

/** Begins a line, goes on with it, or says it anew. */
export function say(
  draft: StoryDraft,
  at: number,
  { kind, key, type = '', text, isPiece, isComplete }: Said,
): void {
  const { lines } = draft;
  const place = openLine(lines, (line) => line.kind === kind && (key === undefined || line.key === key));
  const line = lines[place];
  if (line === undefined) {
    const name = key ?? `${kind} ${lines.length}`;
    // What is whole already has been said again: `completed` may come twice.
    if (text !== '' && !lines.some((other) => key !== undefined && other.key === key)) {
      lines.push({ key: name, kind, type, text, isComplete, firstAt: at });
    }
    return;
  }
  const whole = isPiece ? line.text + text : text === '' ? line.text : text;
  lines[place] = { ...line, text: whole, isComplete };
}

/** The line of that kind is whole. */
export function end(draft: StoryDraft, kind: SocketLine['kind']): void {
  const place = openLine(draft.lines, (line) => line.kind === kind);
  const line = draft.lines[place];
  if (line !== undefined) draft.lines[place] = { ...line, isComplete: true };
}

/** Adds a piece of sound, in base64, to the sound of that key; without one, to the last. */
export function sound(draft: StoryDraft, at: number, key: string | null, piece: string): void {
  if (piece === '') return;
  const place = draft.tracks.findLastIndex(
    (track) => !track.isComplete && (key === null || track.key === key),
  );
  const track = draft.tracks[place];
  if (track === undefined) {
    const name = key ?? `sound ${draft.tracks.length}`;
    const { format } = draft;
    draft.tracks.push({ key: name, pieces: `${piece} `, count: 1, format, isComplete: false, firstAt: at });
  } else {
    draft.tracks[place] = { ...track, pieces: `${track.pieces}${piece} `, count: track.count + 1 };
  }
}

/** All sound is whole. */
export function endSound(draft: StoryDraft): void {
  const { tracks } = draft;
  for (const [place, track] of tracks.entries())
    if (!track.isComplete) tracks[place] = { ...track, isComplete: true };
}

/** Takes over how the sound that comes is encoded. */
export function setFormat(draft: StoryDraft, data: ReadSocketEvent['data']): void {
  const output = fieldsOf(data['output_audio']);
  const rate = fieldsOf(output['pcm_config'])['sample_rate'];
  const codec = textIn(output, 'codec');
  draft.format = {
    codec: codec === '' ? draft.format.codec : codec,
    sampleRate: typeof rate === 'number' && rate > 0 ? rate : draft.format.sampleRate,
  };
}
