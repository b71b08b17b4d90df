import { type ParsedJson, parseJson } from '../../shared/json/parse-json.ts';

const recent = new Map<string, ParsedJson>();
const remembered = 8;

/** Parses as `parseJson` does; the last few texts, which one keystroke asks for many times, only once. */
export function parseRecent(text: string): ParsedJson {
  const parsed = recent.get(text) ?? parseJson(text);
  recent.delete(text);
  recent.set(text, parsed);
  const [oldest] = recent.keys();
  if (recent.size > remembered && oldest !== undefined) recent.delete(oldest);
  return parsed;
}
