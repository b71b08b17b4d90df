import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useConnectionStore } from '../../../../renderer/app/connection-store.ts';
import { createLoopbackPort } from '../../../../renderer/app/loopback/loopback-port.ts';
import { eventually } from '../../../eventually.ts';

/** What was sent, by path and call id, and how each is answered: a status, or no answer at all. */
const sent: string[] = [];
let answers: (number | null)[] = [];
const before = { window: Reflect.get(globalThis, 'window'), fetch: globalThis.fetch };

beforeEach(() => {
  sent.length = 0;
  answers = [];
  useConnectionStore.setState({ connection: { kind: 'connected' } });
  Object.assign(globalThis, {
    window: { localStorage: { getItem: () => 'page-key' } },
    fetch: async (where: string, { body }: { body: string }) => {
      sent.push(`${where} ${JSON.parse(body).callId}`);
      const status = answers.length === 0 ? 202 : answers.shift();
      if (status == null) throw new TypeError('not reached');
      return { status };
    },
  });
});
afterEach(() => {
  Object.assign(globalThis, before);
  if (before.window === undefined) Reflect.deleteProperty(globalThis, 'window');
});

const hello = (resumed: boolean) => ({ kind: 'hello', data: { resumed, count: 'x' } }) as const;
const reply = (callId: number, value: unknown) =>
  ({ kind: 'reply', data: { callId, reply: { ok: true, value } } }) as const;
const cancelled = { ok: false, problem: { code: 'cancelled' } };
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the bridge over HTTP', () => {
  it('sends nothing before the stream is there, and settles by its replies', async () => {
    const port = createLoopbackPort(() => undefined);
    const call = port.call(1, 'app.snapshot', null);
    expect(sent).toEqual([]);
    port.hear(hello(false));
    expect(sent).toEqual(['/bridge/call 1']);
    port.hear(reply(1, 'now'));
    expect(await call).toEqual({ ok: true, value: 'now' });
  });

  it('sends what did not get through again when the connection is back, under the same id', async () => {
    const port = createLoopbackPort(() => undefined);
    port.hear(hello(false));
    answers = [null];
    const call = port.call(1, 'app.snapshot', null);
    useConnectionStore.setState({ connection: { kind: 'lost', attempt: 2 } });
    await settled();
    port.hear(hello(true));
    expect(sent).toEqual(['/bridge/call 1', '/bridge/call 1']);
    port.hear(reply(1, 'late'));
    expect(await call).toEqual({ ok: true, value: 'late' });
  });

  it('ends what may have run when the host begins anew, and sends what cannot have', async () => {
    let fresh = 0;
    const port = createLoopbackPort(() => {
      fresh += 1;
    });
    port.hear(hello(false));
    const ran = port.call(1, 'tokens.mint', null);
    await settled();
    answers = [409];
    const unknown = port.call(2, 'app.snapshot', null);
    await settled();
    port.hear(hello(false));
    expect(await ran).toMatchObject(cancelled);
    await eventually(() => expect(sent.at(-1)).toBe('/bridge/call 2'));
    expect(sent.filter((what) => what === '/bridge/call 2')).toHaveLength(2);
    port.hear(reply(2, 'new'));
    expect(await unknown).toEqual({ ok: true, value: 'new' });
    expect(fresh).toBe(1);
  });

  it('cancels at the host what was sent, and by itself what was not', async () => {
    const port = createLoopbackPort(() => undefined);
    const early = port.call(1, 'tokens.mint', null);
    port.cancel(1);
    expect(await early).toMatchObject(cancelled);
    port.hear(hello(false));
    void port.call(2, 'tokens.mint', null);
    port.cancel(2);
    expect(sent).toEqual(['/bridge/call 2', '/bridge/cancel 2']);
  });

  it('says what a call that the host refuses came to, and ends everything with the host', async () => {
    const port = createLoopbackPort(() => undefined);
    port.hear(hello(false));
    answers = [413];
    expect(await port.call(1, 'app.copyText', null)).toMatchObject({ problem: { code: 'input/invalid' } });
    const running = port.call(2, 'tokens.mint', null);
    port.hear({ kind: 'end', data: null });
    expect(await running).toMatchObject(cancelled);
  });
});
