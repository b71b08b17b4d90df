import { describe, expect, it } from 'vitest';
import { createTokenWorld } from './token-world.ts';

const second = 1000;

describe('the notices before a token ends', () => {
  it('come at each time that the settings name, the later in place of the earlier', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900, false);
    await world.pass(779 * second);
    expect(world.told).toStrictEqual([]);
    await world.pass(2 * second);
    expect(world.told).toStrictEqual(['Token of 店铺 expires in 02:00']);
    await world.pass(90 * second);
    expect(world.told).toHaveLength(2);
    expect(world.told[1]).toMatch(/expires in 00:30$/);
    expect([...world.notices.keys()]).toStrictEqual([id]);
    await world.pass(200 * second);
    expect(world.told).toHaveLength(2);
  });

  it('do not come for tokens that hardly live longer, nor when the settings name no time', async () => {
    const world = createTokenWorld();
    world.add(120, false);
    await world.pass(60 * second);
    expect(world.told).toStrictEqual([]);
    await world.pass(31 * second);
    expect(world.told).toHaveLength(1);
    const silent = createTokenWorld({ settings: { notifyBeforeSeconds: [] } });
    silent.add(900, false);
    await silent.pass(1000 * second);
    expect(silent.told).toStrictEqual([]);
  });

  it('are one after a sleep, and none when the token is gone', async () => {
    const world = createTokenWorld();
    world.add(900, false);
    await world.sleep(880 * second);
    await world.pass(second);
    expect(world.told).toHaveLength(1);
    const late = createTokenWorld();
    late.add(900, false);
    await late.sleep(3600 * second);
    await late.pass(second);
    expect(late.told).toStrictEqual([]);
  });

  it('renew by their button, show the tokens by a click, and go when the token is renewed or forgotten', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900, false);
    const other = world.add(900, false, 'other').id;
    await world.pass(785 * second);
    expect([...world.notices.keys()].toSorted()).toStrictEqual([id, other]);
    world.notices.get(id)?.onAction('renew');
    expect(world.told).not.toContain('the tokens are shown');
    world.notices.get(other)?.onAction(null);
    expect(world.told.at(-1)).toBe('the tokens are shown');
    await world.pass(second);
    expect(world.view(id).replacedBy).not.toBeNull();
    expect([...world.notices.keys()]).toStrictEqual([other]);
    world.tokens.forget(other);
    await world.pass(second);
    expect(world.notices.size).toBe(0);
  });

  it('say nothing of a token that is about to renew itself, but of one whose renewal fails', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    world.use(id);
    await world.pass(800 * second);
    expect(world.told).toStrictEqual([]);
    world.setNetwork('down');
    await world.pass(15 * second);
    expect(world.notices.get(id)?.body).toContain('has failed so far');
  });

  it('say why a token is not renewed', async () => {
    const world = createTokenWorld();
    const { id } = world.add(900);
    await world.pass(830 * second);
    expect(world.notices.get(id)?.body).toContain('It has not been used');
    const stopped = createTokenWorld();
    const bad = stopped.add(900).id;
    stopped.use(bad);
    stopped.setNetwork('refuses');
    await stopped.pass(830 * second);
    expect(stopped.notices.get(bad)?.body).toContain('has stopped');
  });

  it('are one for many tokens that end together', async () => {
    const world = createTokenWorld();
    for (let n = 0; n < 20; n += 1) world.add(900, false, `u-${n}`);
    await world.pass(785 * second);
    expect(world.told).toStrictEqual(['20 tokens expire soon']);
  });

  it('are one for many tokens that end one soon after the other', async () => {
    const world = createTokenWorld();
    for (let n = 0; n < 100; n += 1) {
      world.add(900, false, `u-${n}`);
      await world.pass(400);
    }
    await world.pass(819 * second);
    expect([...world.notices.keys()]).toStrictEqual(['tokens']);
    expect(world.notices.get('tokens')?.title).toMatch(/^\d+ tokens expire soon$/);
    await world.pass(100 * second);
    expect([...world.notices.keys()]).toStrictEqual(['tokens']);
    expect(world.told.length).toBeLessThan(14);
  });

  it('go with the last of the tokens that the one for many stands for', async () => {
    const world = createTokenWorld();
    const ids = Array.from({ length: 5 }, (_, n) => world.add(900, false, `u-${n}`).id);
    await world.pass(785 * second);
    expect([...world.notices.keys()]).toStrictEqual(['tokens']);
    const [renewed, ...others] = ids;
    void world.renew(renewed ?? '', new AbortController().signal);
    for (const id of others.slice(1)) world.tokens.forget(id);
    await world.pass(second);
    expect(world.notices.size).toBe(1);
    world.tokens.forget(others[0] ?? '');
    await world.pass(second);
    expect(world.notices.size).toBe(0);
  });

  it('are single again after a minute', async () => {
    const world = createTokenWorld();
    for (let n = 0; n < 5; n += 1) world.add(900, false, `u-${n}`);
    await world.pass(200 * second);
    const { id } = world.add(900, false, 'later');
    await world.pass(785 * second);
    expect([...world.notices.keys()]).toContain(id);
  });

  it('are in the language of the app, with the session', async () => {
    const world = createTokenWorld({ settings: { language: 'zh' } });
    const { id } = world.add(900, false, 'u-1001');
    await world.pass(781 * second);
    expect(world.notices.get(id)).toMatchObject({
      title: '“店铺”的令牌将在 02:00 后到期',
      body: expect.stringContaining('会话 u-1001'),
      actions: [{ id: 'renew', label: '续期' }],
    });
  });
});
