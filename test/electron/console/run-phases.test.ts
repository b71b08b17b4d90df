import { describe, expect, it } from 'vitest';
import { createRunPhases } from '../../../electron/console/run-phases.ts';

const nobody = { onSent: () => undefined, onAllSent: () => undefined };

function phasesAt() {
  let now = 0;
  const phases = createRunPhases(() => now, 0, nobody);
  const at = (time: number, happens: () => void) => {
    now = time;
    happens();
  };
  return { phases, at };
}

describe('the phases of a request', () => {
  it('are told apart on a new connection', () => {
    const { phases, at } = phasesAt();
    at(10, () => phases.watch.onDispatch(false));
    at(61, () =>
      phases.watch.onConnection({ startedAt: 11, lookedUpAt: 21, connectedAt: 41, securedAt: 60 }),
    );
    at(100, phases.watch.onHead);
    expect(phases.timing()).toMatchObject({ firstByte: 40, body: null, total: null });
    at(130, () => undefined);
    const { total, ...parts } = phases.ended();
    expect(parts).toStrictEqual({ queue: 11, dns: 10, connect: 20, tls: 19, firstByte: 40, body: 30 });
    expect(Object.values(parts).reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(total);
  });

  it('have no connecting on a connection that was there', () => {
    const { phases, at } = phasesAt();
    at(10, () => phases.watch.onDispatch(false));
    at(11, () => phases.watch.onConnection(null));
    at(100, phases.watch.onHead);
    expect(phases.ended()).toMatchObject({ queue: 11, dns: null, connect: null, tls: null, firstByte: 89 });
  });

  it('have no look-up of a name where there is an address', () => {
    const { phases, at } = phasesAt();
    at(10, () => phases.watch.onDispatch(false));
    at(20, () =>
      phases.watch.onConnection({ startedAt: 10, lookedUpAt: null, connectedAt: 15, securedAt: null }),
    );
    expect(phases.timing()).toMatchObject({ dns: null, connect: 5, tls: null });
  });

  it('tell the whole way through a proxy as connecting', () => {
    const { phases, at } = phasesAt();
    at(10, () => phases.watch.onDispatch(true));
    at(70, () => phases.watch.onConnection(null));
    expect(phases.timing()).toMatchObject({ queue: 10, dns: null, connect: 60, tls: null });
  });

  it('are those of the last hop, with what was before as waiting', () => {
    const { phases, at } = phasesAt();
    for (const start of [0, 50]) {
      at(start + 1, () => phases.watch.onDispatch(false));
      at(start + 2, () => phases.watch.onConnection(null));
      at(start + 40, phases.watch.onHead);
    }
    at(100, () => undefined);
    expect(phases.ended()).toMatchObject({ queue: 52, firstByte: 38, body: 10, total: 100 });
  });
});
