import { redact } from '../../shared/redact.ts';

const longest = 400;

/** `value` as the request log shows it: without secrets, shortened; null when there is nothing. */
export function shownText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = redact(typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
