type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function answerText(message: unknown): readonly string[] {
  if (!isObject(message)) return [];
  const { type, role, content } = message;
  return type === 'answer' && role !== 'user' && typeof content === 'string' ? [content] : [];
}

/**
 * The message in an answer that is no stream: the answers in a list of messages, or what a workflow gave back. Null when
 * there is none.
 *
 * @param json - an envelope
 */
export function messageOfAnswer(json: string): string | null {
  const envelope: unknown = JSON.parse(json);
  const data = isObject(envelope) ? envelope['data'] : undefined;
  if (typeof data === 'string') return data;
  const messages = Array.isArray(data) ? data.flatMap(answerText) : answerText(data);
  return messages.length === 0 ? null : messages.join('\n');
}
