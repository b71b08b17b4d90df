import { z } from 'zod';
import { type ApiRefusal, refuseCall } from '../../refusal.ts';
import type { ApiCall } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown } from '../call-checks.ts';
import { metaDataSchema } from '../meta-data.ts';
import type { EnteredMessage, MessageType } from './conversation.ts';

const enteredSchema = z.looseObject({
  role: z.enum(['user', 'assistant']),
  type: z.string().nullish(),
  content: z.string().nullish(),
  content_type: z.enum(['text', 'object_string']).nullish(),
  meta_data: metaDataSchema.nullish(),
});

const partsSchema = z
  .array(
    z
      .looseObject({
        type: z.enum(['text', 'file', 'image', 'audio']),
        text: z.string().nullish(),
        file_id: z.string().nullish(),
        file_url: z.string().nullish(),
      })
      .refine((part) => part.type === 'text' || (part.file_id ?? part.file_url ?? '') !== ''),
  )
  .min(1);
type Parts = z.infer<typeof partsSchema>;

/** The parts of a multimodal (`object_string`) content, or null when it is none. */
export function readParts(content: string): Parts | null {
  try {
    return partsSchema.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

/** What a message says: its content, or of an `object_string` its text parts and the kinds of the others. */
export function textOfMessage({
  content,
  contentType,
}: Pick<EnteredMessage, 'content' | 'contentType'>): string {
  const parts = contentType === 'object_string' ? readParts(content) : null;
  return parts?.map(({ type, text }) => (type === 'text' ? (text ?? '') : `[${type}]`)).join(' ') ?? content;
}

/** Code 4200 about the first file of a message that was never uploaded; null when all of them were. */
export function refuseUnknownFile(
  { state }: Pick<ApiCall, 'state'>,
  { content, contentType }: Pick<EnteredMessage, 'content' | 'contentType'>,
): ApiRefusal | null {
  const parts = contentType === 'object_string' ? (readParts(content) ?? []) : [];
  const ids = parts.flatMap(({ type, file_id: id }) => (type === 'text' || !id ? [] : [id]));
  const unknown = ids.find((id) => state.holdings.files.find(id) === null);
  return unknown === undefined ? null : refuseUnknown('file_id', unknown);
}

const savedTypes: readonly MessageType[] = ['question', 'answer'];
const unsavedTypes: readonly MessageType[] = [...savedTypes, 'function_call', 'tool_output', 'tool_response'];

/**
 * One `EnterMessage` of member `name`, or why it is refused. Intermediate types are for chats whose history is not
 * saved; a question is the user's.
 */
export function readEntered(value: unknown, name: string, isSaved: boolean): EnteredMessage | ApiRefusal {
  const parsed = enteredSchema.safeParse(value);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    return refuseParameter(`${name}.${path}`, 'as documented for EnterMessage', value);
  }
  const { role, type, content, content_type: contentType, meta_data: metaData } = parsed.data;
  const types = isSaved ? savedTypes : unsavedTypes;
  const known = types.find((one) => one === (type || (role === 'user' ? 'question' : 'answer')));
  if (known === undefined) return refuseParameter(`${name}.type`, types.join(' | '), type);
  if (known === 'question' && role !== 'user') {
    return refuseParameter(`${name}.role`, 'user, because a question is the user’s', role);
  }
  const entered = { role, type: known, content: content ?? '', contentType: contentType ?? 'text' };
  if (entered.contentType === 'object_string' && readParts(entered.content) === null) {
    return refuseParameter(`${name}.content`, 'a JSON array of text, file, image and audio parts', content);
  }
  return { ...entered, metaData: metaData ?? {} };
}

const mostMessages = 100;

/**
 * Ticks `messages`: the list in body member `name`, empty when absent (more than 100: code 4004; a file that was never
 * uploaded: 4200).
 */
export function requireEntered(call: ApiCall, name: string, isSaved: boolean): readonly EnteredMessage[] {
  const { body, sheet } = call;
  const values = Array.isArray(body[name]) ? body[name] : [];
  if (values.length > mostMessages) {
    return sheet.fail('messages', refuseCall(4004, `${name} holds more than ${mostMessages} messages`));
  }
  const entered: EnteredMessage[] = [];
  for (const [index, value] of values.entries()) {
    const read = readEntered(value, `${name}[${index}]`, isSaved);
    if ('refusedBy' in read) return sheet.fail('messages', read);
    entered.push(sheet.pass('messages', refuseUnknownFile(call, read) ?? read));
  }
  return sheet.pass('messages', entered);
}
