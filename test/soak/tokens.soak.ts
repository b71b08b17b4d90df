import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultMintOptions } from '../../shared/coze/app.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { createMachine, type RunningApp, type TestMachine } from '../integration/engine/run-engine.ts';

/** `npx vitest run --project soak`; how long, in seconds. */
const seconds = Number(process.env['SOAK_SECONDS'] ?? 300);
const sessions = 200;
const shortest = 30;
const longest = 120;

let machine: TestMachine;
let app: RunningApp;

beforeAll(async () => {
  machine = await createMachine();
  app = await machine.start();
});

afterAll(async () => {
  await app.quit();
  await machine.remove();
});

/** What is seen of one session: exactly one token has to live in it, all the time. */
interface Chain {
  readonly session: string;
  gaps: number;
  doubles: number;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it(`holds and renews ${sessions} tokens for ${seconds} s`, { timeout: (seconds + 120) * 1000 }, async () => {
  const practice = await app.call('practice.setUp', { hold: 'this-run' });
  await app.call('apps.setAutoRenew', { appId: practice.id, autoRenew: true });
  const seen = new Map<string, AccessToken>();
  const minted = new Set<string>();
  const failed = new Set<string>();
  let now: readonly AccessToken[] = [];
  let events = 0;
  app.engine.subscribe((event) => {
    if (event.name === 'tokens') {
      events += 1;
      now = event.payload;
      for (const token of now) seen.set(token.id, token);
    }
    if (event.name === 'activity') {
      for (const { id, kind, problem } of event.payload) {
        if (kind === 'mint') (problem === null ? minted : failed).add(id);
      }
    }
  });

  const chains = new Map<string, Chain>();
  const startedAt = Date.now();
  const cpu = process.cpuUsage();
  const memory = process.memoryUsage().heapUsed;
  await Promise.all(
    Array.from({ length: sessions }, (_, n) => {
      const durationSeconds = shortest + ((n * 37) % (longest - shortest + 1));
      const options = { ...defaultMintOptions, durationSeconds, sessionName: `u-${n}` };
      chains.set(options.sessionName, { session: options.sessionName, gaps: 0, doubles: 0 });
      return app.call('tokens.mint', { appId: practice.id, options });
    }),
  );
  const mintedIn = Date.now() - startedAt;
  // Events come in lots: the last of these tokens is told a moment after its call has answered.
  await vi.waitFor(() => expect(now).toHaveLength(sessions));
  const { url } = await app.call('practice.start', null);

  let looks = 0;
  let accepted = 0;
  let refused = 0;
  let faults = 0;
  const end = startedAt + seconds * 1000;
  while (Date.now() < end) {
    const at = Date.now();
    const current = now;
    const live = new Map<string, number>();
    for (const { expiresAt, replacedBy, options } of current) {
      const lives = replacedBy === null && (expiresAt ?? 0) * 1000 > at;
      if (lives) live.set(options.sessionName, (live.get(options.sessionName) ?? 0) + 1);
    }
    for (const chain of chains.values()) {
      const count = live.get(chain.session) ?? 0;
      if (count === 0) chain.gaps += 1;
      if (count > 1) chain.doubles += 1;
    }
    looks += 1;
    const unused = current.filter(({ lastUsedAt, replacedBy }) => lastUsedAt === null && replacedBy === null);
    for (const { id } of unused) await app.reply('tokens.reveal', { tokenId: id });
    const probe = current[looks % Math.max(1, current.length)];
    if (probe !== undefined && (probe.expiresAt ?? 0) * 1000 > Date.now() + 1000) {
      const { text } = await app.call('tokens.reveal', { tokenId: probe.id });
      const answer = await fetch(`${url}/v1/users/me`, { headers: { Authorization: `Bearer ${text}` } });
      if (answer.status === 200) accepted += 1;
      else if (answer.status === 401) refused += 1;
      await answer.arrayBuffer();
    }
    if (looks % 80 === 0) {
      faults += 2;
      app.practice.setFaults({ nextAnswers: { fault: { kind: 'server-error' }, times: 2 } });
    }
    // What the harness remembers would be all that grows.
    app.events.length = 0;
    machine.crossed.length = 0;
    await pause(250);
  }

  await app.call('apps.setAutoRenew', { appId: practice.id, autoRenew: false });
  await vi.waitFor(() => expect(minted.size).toBe(seen.size), { timeout: 5000 });
  const renewed = [...seen.values()].filter(({ replaces }) => replaces !== null);
  const lefts = renewed.map(
    ({ replaces, mintedAt }) => (seen.get(replaces ?? '')?.expiresAt ?? 0) * 1000 - mintedAt,
  );
  const { user, system } = process.cpuUsage(cpu);
  const sum = (of: (chain: Chain) => number) =>
    [...chains.values()].reduce((all, chain) => all + of(chain), 0);
  const report = {
    sessions,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    'first mints, ms for all': mintedIn,
    renewals: renewed.length,
    'tokens seen': seen.size,
    'mints that succeeded': minted.size,
    'mints that failed (faults)': `${failed.size} (${faults})`,
    'looks with no live token': sum(({ gaps }) => gaps),
    'looks with two live tokens': sum(({ doubles }) => doubles),
    'renewed late': lefts.filter((left) => left < 0).length,
    'least left at a renewal, ms': Math.min(...lefts),
    'tokens accepted by the API': accepted,
    'tokens refused by the API': refused,
    'token events': events,
    'CPU share': `${Math.round((user + system) / 10 / (Date.now() - startedAt))} %`,
    'heap growth, MB': Math.round((process.memoryUsage().heapUsed - memory) / 1_000_000),
  };
  const lines = Object.entries(report).map(([name, value]) => `${name.padEnd(30)} ${value}`);
  process.stdout.write(`\n${lines.join('\n')}\n`);
  expect(report).toMatchObject({
    'looks with no live token': 0,
    'looks with two live tokens': 0,
    'renewed late': 0,
    'tokens refused by the API': 0,
  });
  expect(renewed.length).toBeGreaterThan((sessions * (seconds - longest)) / longest);
});
