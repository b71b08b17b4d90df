import type { AnswerBody } from '../../shared/console-run.ts';
import { fetchBody } from './answer/reading/fetch-body.ts';

/** The whole text of a body that is known to be short. */
export async function answerText({ address, bytes, charset }: AnswerBody): Promise<string> {
  let text = '';
  for await (const part of fetchBody({ address, bytes, charset })) {
    if (part.isLast) text = new TextDecoder().decode(part.bytes.subarray(0, part.length));
  }
  return text;
}
