import type { z } from 'zod';
import type { socketFileFormSchema } from '../../shared/console-socket.ts';
import type { BodySource } from '../http/request-body.ts';

export type FileForm = Readonly<z.infer<typeof socketFileFormSchema>>;

export interface FileMessage {
  readonly message: string | Uint8Array;
  /** Bytes of the file in it. */
  readonly taken: number;
}

/** The same bytes in pieces of `size`, but for the last. */
async function* pieces(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    for (; rest.length >= size; rest = rest.subarray(size)) yield rest.subarray(0, size);
  }
  if (rest.length > 0) yield rest;
}

/** A file as the messages of a WebSocket, read while they are sent. */
export async function* fileMessages(
  source: BodySource,
  form: FileForm,
  size: number,
  newId: () => string,
): AsyncGenerator<FileMessage> {
  for await (const piece of pieces(source.open(), size)) {
    const message =
      form.kind === 'binary'
        ? piece
        : JSON.stringify({
            id: newId(),
            event_type: form.eventType,
            data: { delta: piece.toString('base64') },
          });
    yield { message, taken: piece.length };
  }
}
