import { describe, expect, it } from 'vitest';
import { createTokenWorld } from '../tokens/token-world.ts';

const second = 1000;
const hour = 3_600 * second;

describe('the pulse at rest', () => {
  it('sees that the clock was set while only expired tokens are held', async () => {
    const world = createTokenWorld();
    const { id } = world.add(60, false);
    await world.pass(100 * second);
    world.setClock(-2 * hour);
    await world.pass(10 * second);
    expect(world.view(id).clockOffsetMs).toBe(2 * hour);
    expect(world.shownLeft(id)).toBe(world.leftOf(id));
  });

  it('does not beat when no token has an end', async () => {
    const world = createTokenWorld();
    world.add(60, false);
    await world.pass(100 * second);
    expect(world.pendingTimers()).toBe(1);
    world.tokens.forgetWhere(() => true);
    await world.pass(second);
    expect(world.pendingTimers()).toBe(0);
  });
});
