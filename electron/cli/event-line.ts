import { isJson } from '../../shared/json/is-json.ts';
import { minifyJson } from '../../shared/json/minify-json.ts';
import type { SseEvent } from '../console/sse-events.ts';
import { printable, printableJson } from './printable.ts';

/** An event as one line of JSON: `data` as the JSON that it holds, digit for digit, else as text. */
export function eventJson({ event, id, data }: SseEvent): string {
  const value = isJson(data) ? minifyJson(data) : JSON.stringify(data);
  const line = `{"event":${JSON.stringify(event)},"id":${JSON.stringify(id)},"data":${value}}`;
  return `${printableJson(line)}\n`;
}

/** An event as it stands in the stream, with nothing in it that could steer a terminal. */
export function eventText({ event, id, data }: SseEvent): string {
  const lines = [
    ...(id === null ? [] : [`id: ${id}`]),
    ...(event === '' ? [] : [`event: ${event}`]),
    ...data.split('\n').map((line) => `data: ${line}`),
  ];
  return `${printable(lines.join('\n'))}\n\n`;
}
