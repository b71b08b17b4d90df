import type { ConsoleFile } from '../../../shared/console-run.ts';
import { changeBody } from './change-body.ts';
import type { BodyDraft } from './request-draft.ts';
import { takeFile } from './take-file.ts';

/** Whether a file that is dropped somewhere on the request has a place in its body. */
export function takesFiles({ kind, parts }: BodyDraft): boolean {
  return kind === 'file' || (kind === 'form' && parts.some((part) => part.kind === 'file'));
}

/** The body with a file in the first place that waits for one, else in the first place for one. */
export function withFile(body: BodyDraft, file: ConsoleFile): BodyDraft {
  if (body.kind === 'file') return { ...body, file };
  const places = body.parts.filter((part) => part.kind === 'file');
  const place = places.find((part) => part.file === null) ?? places[0];
  return {
    ...body,
    parts: body.parts.map((part) => (part === place ? { ...part, file, on: true } : part)),
  };
}

/** Takes a file that was dropped somewhere on the request. */
export async function putFile(dropped: File): Promise<void> {
  const file = await takeFile(dropped);
  if (file !== null) changeBody('file', (body) => (takesFiles(body) ? withFile(body, file) : body));
}
