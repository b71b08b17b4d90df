import { z } from 'zod';

const messagesSchema = z.array(
  z.looseObject({
    role: z.string().optional(),
    content: z.string().optional(),
    content_type: z.string().optional(),
  }),
);
type Messages = z.infer<typeof messagesSchema>;

/** `additional_messages` of a chat, or null when they are no list of messages. */
export function readMessages(value: unknown): Messages | null {
  return messagesSchema.nullable().safeParse(value).data ?? (value === null ? [] : null);
}

const partsSchema = z.array(z.looseObject({ type: z.string(), text: z.string().optional() }));

function textOfParts(content: string): string {
  try {
    const parts = partsSchema.parse(JSON.parse(content));
    return parts.map((part) => (part.type === 'text' ? (part.text ?? '') : `[${part.type}]`)).join(' ');
  } catch {
    return content;
  }
}

/** The text of the last message by the user; of an `object_string` its text parts. */
export function lastQuestion(messages: Messages): string {
  const last = messages.filter((message) => message.role !== 'assistant').at(-1);
  const content = last?.content ?? '';
  return last?.content_type === 'object_string' ? textOfParts(content) : content;
}
