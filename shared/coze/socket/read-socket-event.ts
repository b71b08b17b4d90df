/** One event of a WebSocket, in either direction: `{id, event_type, data, detail: {logid}}`. */
export interface ReadSocketEvent {
  readonly eventType: string;
  /** Empty where it has none. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly logId: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of an object; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** A member that is a string; empty for anything else. */
export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** Reads a text message; null for what is no JSON object with an `event_type`. Numbers beyond 2^53 are not exact in it. */
export function readSocketEvent(text: string): ReadSocketEvent | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isFields(value) || typeof value['event_type'] !== 'string') return null;
    const logId = fieldsOf(value['detail'])['logid'];
    return {
      eventType: value['event_type'],
      data: fieldsOf(value['data']),
      logId: typeof logId === 'string' && logId !== '' ? logId : null,
    };
  } catch {
    return null;
  }
}
