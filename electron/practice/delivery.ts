import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { whenClientGoes } from './client-gone.ts';
import type { AnswerFault } from './faults.ts';
import { pause } from './pause.ts';
import type { PracticeContext } from './practice-env.ts';

/** The faults that happen to an answer on its way; the others are answers of their own. */
export type DeliveryFault = Extract<AnswerFault, { readonly kind: 'delay' | 'drop' | 'cut' | 'slow-drip' }>;

/** Sends `answer` as `fault` says. A client that goes away ends the waiting. */
export async function deliver(c: PracticeContext, answer: Response, fault: DeliveryFault): Promise<Response> {
  switch (fault.kind) {
    case 'delay':
      await pause(fault.milliseconds, whenClientGoes(c));
      return answer;
    case 'drop':
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'cut':
      await cut(c, answer);
      return RESPONSE_ALREADY_SENT;
    case 'slow-drip':
      await drip(c, answer, fault.bytes, fault.milliseconds);
      return RESPONSE_ALREADY_SENT;
  }
}

/** Announces the whole length, sends the first half, then ends the connection. */
async function cut(c: PracticeContext, answer: Response): Promise<void> {
  const { outgoing } = c.env;
  const bytes = await writeHead(c, answer);
  await new Promise<void>((resolve) => {
    outgoing.write(bytes.subarray(0, bytes.length / 2), () => resolve());
  });
  outgoing.destroy();
}

async function drip(c: PracticeContext, answer: Response, step: number, milliseconds: number): Promise<void> {
  const { outgoing } = c.env;
  const gone = whenClientGoes(c);
  const bytes = await writeHead(c, answer);
  for (let sent = 0; sent < bytes.length && !gone.aborted; sent += step) {
    outgoing.write(bytes.subarray(sent, sent + step));
    await pause(milliseconds, gone);
  }
  outgoing.end();
}

async function writeHead(c: PracticeContext, answer: Response): Promise<Buffer> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  c.env.outgoing.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    'content-length': bytes.length,
  });
  return bytes;
}
