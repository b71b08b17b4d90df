import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenWorld, type Network, type TokenWorld } from './token-world.ts';

/** One thing that happens; `pick` chooses among what is there. */
type Step =
  | {
      readonly kind: 'mint';
      readonly session: number;
      readonly lifetime: number;
      readonly autoRenew: boolean;
    }
  | { readonly kind: 'use' | 'ask' | 'forget'; readonly pick: number }
  | { readonly kind: 'pass' | 'jump'; readonly seconds: number }
  | { readonly kind: 'sleep'; readonly seconds: number; readonly first: 'woke' | 'timer' }
  | { readonly kind: 'network'; readonly network: Network }
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'hear' | 'use-all' | 'forget-running' };

const pick = fc.nat(20);
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('mint' as const),
    session: fc.nat(3),
    lifetime: fc.constantFrom(20, 30, 60, 120, 900, 3600),
    autoRenew: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('use' as const, 'ask' as const), pick }),
  fc.record({ kind: fc.constant('use' as const), pick }),
  fc.record({ kind: fc.constant('forget' as const), pick }),
  fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 200 }) }),
  fc.record({
    kind: fc.constant('sleep' as const),
    seconds: fc.integer({ min: 1, max: 5000 }),
    first: fc.constantFrom('woke' as const, 'timer' as const),
  }),
  fc.record({ kind: fc.constant('jump' as const), seconds: fc.integer({ min: -40_000, max: 40_000 }) }),
  fc.record({
    kind: fc.constant('network' as const),
    network: fc.constantFrom('fine', 'fine', 'down', 'refuses'),
  }),
  fc.record({ kind: fc.constant('latency' as const), ms: fc.integer({ min: 10, max: 2000 }) }),
  fc.record({ kind: fc.constant('hear' as const) }),
);

/** Short lives and slow answers of few sessions, so that much happens at the same time. */
const crowded: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('mint' as const),
    session: fc.nat(1),
    lifetime: fc.constantFrom(20, 30),
    autoRenew: fc.constant(true),
  }),
  fc.record({ kind: fc.constantFrom('use-all' as const, 'use-all' as const, 'forget-running' as const) }),
  fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('latency' as const), ms: fc.integer({ min: 500, max: 4000 }) }),
);

function chosen(world: TokenWorld, index: number): string | null {
  const all = world.tokens.views();
  return all[index % Math.max(1, all.length)]?.id ?? null;
}

async function happen(world: TokenWorld, step: Step): Promise<void> {
  switch (step.kind) {
    case 'mint':
      void world.mint(`s${step.session}`, step.lifetime, step.autoRenew).catch(() => undefined);
      return world.pass(2500);
    case 'use':
    case 'ask':
    case 'forget': {
      const id = chosen(world, step.pick);
      if (id === null) return;
      if (step.kind === 'use') world.use(id);
      if (step.kind === 'ask') world.askFor(id);
      if (step.kind === 'forget') world.tokens.forget(id);
      return;
    }
    case 'pass':
      return world.pass(step.seconds * 1000);
    case 'sleep':
      return world.sleep(step.seconds * 1000, step.first);
    case 'jump':
      return world.setClock(step.seconds * 1000);
    case 'network':
      return world.setNetwork(step.network);
    case 'latency':
      return world.setLatency(step.ms);
    case 'hear':
      return world.hear();
    case 'use-all':
      for (const { view } of world.tokens.all()) world.use(view.id);
      return;
    case 'forget-running':
      for (const { view } of world.tokens.all()) {
        if (view.renewal?.state === 'running') world.tokens.forget(view.id);
      }
      return;
  }
}

describe('whatever happens to the tokens', () => {
  it('there are never two mints at once for the same token, nor one for a forgotten token', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(steps, { maxLength: 40 }),
        fc.double({ min: 0, max: 0.999 }),
        async (all, chance) => {
          const world = createTokenWorld();
          world.setRandomness(chance);
          for (const step of all) await happen(world, step);
          await world.pass(300_000);
          expect(world.faults).toStrictEqual([]);
          for (const { view } of world.tokens.all()) {
            if (view.replacedBy !== null) expect(view.renewal).toBeNull();
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('that holds when much happens at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(crowded, { minLength: 20, maxLength: 60 }), async (all) => {
        const world = createTokenWorld();
        for (const step of all) await happen(world, step);
        await world.pass(60_000);
        expect(world.faults).toStrictEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('a token that is used is renewed before it expires, as long as the network is fine and nobody sleeps', async () => {
    /** Milliseconds; a use with less left than two answers may take cannot be in time. */
    const slowest = 4000;
    let checked = 0;
    const calm = steps.filter(
      ({ kind }) =>
        kind !== 'sleep' && kind !== 'network' && kind !== 'forget' && kind !== 'ask' && kind !== 'use',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(calm, { minLength: 10, maxLength: 30 }), async (all) => {
        const world = createTokenWorld();
        const expiries = new Map<string, number>();
        for (const step of all) {
          await happen(world, step);
          for (const { view } of world.live().filter(({ view }) => world.leftOf(view.id) > slowest)) {
            world.use(view.id);
            if (view.autoRenew) expiries.set(view.id, view.expiresAt ?? 0);
          }
        }
        await world.pass(120_000);
        const dead = [...expiries].filter(([, expiresAt]) => expiresAt * 1000 <= world.serverNow());
        const inTime = world.renewed.filter(({ leftAtEnd }) => leftAtEnd !== null && leftAtEnd > 0);
        const renewed = new Set(inTime.map(({ tokenId }) => tokenId));
        expect(dead.map(([id]) => id).filter((id) => !renewed.has(id))).toStrictEqual([]);
        expect(world.faults).toStrictEqual([]);
        checked += dead.length;
      }),
      { numRuns: 100 },
    );
    expect(checked).toBeGreaterThan(50);
  });

  it('the countdown is the true one, within the grain of a Date header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 30 }), async (all) => {
        const world = createTokenWorld({ offsetMs: 1_000_000 });
        world.add(86_000, false, 'watched');
        for (const step of all) {
          await happen(world, step);
          world.serverClock.look();
          for (const { view } of world.tokens.all()) {
            expect(Math.abs(world.shownLeft(view.id) - world.leftOf(view.id))).toBeLessThan(3000);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
