import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VariableSet } from '../../../shared/console-run.ts';
import { openBench, type RunBench } from './run-bench.ts';

let bench: RunBench;

beforeEach(async () => {
  bench = await openBench();
});

afterEach(() => bench.close());

const set = (...variables: VariableSet['variables']): VariableSet => ({ id: 's1', name: '一号', variables });
const open = (name: string, value: string) => ({ name, value, secret: false });
const secret = (name: string) => ({ name, value: null, secret: true });

async function echo() {
  const seen: { url: string; headers: Record<string, unknown>; body: string }[] = [];
  const at = await bench.serve((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push({ url: request.url ?? '', headers: request.headers, body });
      response.end(`${request.url} ${body}`);
    });
  });
  return { at, seen };
}

describe('variables', () => {
  it('are filled in wherever they stand, each as its place needs it', async () => {
    const { at, seen } = await echo();
    const value = 'a/b "ü"';
    await bench.app.call('variables.save', {
      set: set(open('v', value), open('n', '7501234567890123456')),
      secrets: [],
    });
    const run = await bench.send(at, {
      method: 'POST',
      target: { kind: 'region', path: '/v1/{{v}}/x' },
      query: [['q{{n}}', '{{ v }}']],
      headers: [['X-N', '{{n}}']],
      body: { kind: 'text', contentType: 'application/json', text: '{"t":"\\"{{v}}","n":{{n}},"{{v}}":1}' },
      variableSetId: 's1',
    });
    expect(run.stage).toBe('done');
    expect(seen[0]?.url).toBe('/v1/a%2Fb%20%22%C3%BC%22/x?q7501234567890123456=a%2Fb%20%22%C3%BC%22');
    expect(seen[0]?.headers).toMatchObject({ 'x-n': '7501234567890123456' });
    expect(seen[0]?.body).toBe(
      `{"t":"\\"a/b \\"ü\\"","n":7501234567890123456,"a/b \\"ü\\"":1}`.replaceAll('"ü\\"', '"ü\\"'),
    );
  });

  it('that have no value keep the request from being sent', async () => {
    const { at, seen } = await echo();
    await bench.app.call('variables.save', { set: set(open('known', '1'), secret('lost')), secrets: [] });
    const request = await bench.request(at, {
      query: [
        ['a', '{{known}}{{unknown}}'],
        ['b', '{{lost}}'],
      ],
      variableSetId: 's1',
    });
    expect(await bench.app.problem('console.start', { request })).toMatchObject({
      code: 'console/unresolved',
      params: { names: 'unknown, lost', count: 2 },
    });
    const without = { ...request, variableSetId: null };
    expect((await bench.app.problem('console.start', { request: without })).params['count']).toBe(3);
    expect(seen).toEqual([]);
  });

  it('are none in the text of a body where no set is chosen', async () => {
    const { at, seen } = await echo();
    const text = '{"prompt":"Answer {{input}}"}';
    const body = { kind: 'text', contentType: 'application/json', text } as const;
    expect((await bench.send(at, { method: 'POST', body })).stage).toBe('done');
    const form = {
      kind: 'form',
      parts: [{ name: 'p', text: 'to {{name}}' }],
    } as const;
    expect((await bench.send(at, { method: 'POST', body: { ...form, parts: [...form.parts] } })).stage).toBe(
      'done',
    );
    expect(seen[0]?.body).toBe(text);
    expect(seen[1]?.body).toContain('to {{name}}');
    for (const refused of [
      { body: { ...body, text: '{"n":{{n}}}' } },
      { headers: [['X-A', '{{n}}'] as [string, string]] },
      { body: { kind: 'form' as const, parts: [{ name: '{{n}}', text: '' }] } },
    ]) {
      const request = await bench.request(at, { method: 'POST', ...refused });
      expect(await bench.app.problem('console.start', { request })).toMatchObject({
        code: 'console/unresolved',
        params: { names: 'n' },
      });
    }
    expect(seen).toHaveLength(2);
  });

  it('that are secret are sent, and stand in the keychain and nowhere else', async () => {
    const { at, seen } = await echo();
    await bench.app.call('variables.save', {
      set: set(secret('long'), secret('pin')),
      secrets: [
        { name: 'long', value: 'correct horse battery' },
        { name: 'pin', value: '48151' },
      ],
    });
    const run = await bench.send(at, {
      method: 'POST',
      query: [
        ['k', '{{long}}'],
        ['p', '{{pin}}'],
      ],
      body: { kind: 'text', contentType: 'text/plain', text: '{{long}}' },
      variableSetId: 's1',
    });
    expect(seen[0]).toMatchObject({
      url: '/v1/things?k=correct%20horse%20battery&p=48151',
      body: 'correct horse battery',
    });
    expect(run.url).toBe(`${at}/v1/things?k=***&p=***`);
    await expect.poll(async () => (await bench.app.call('history.usage', null)).count).toBe(1);
    const files = Object.values(await bench.machine.files()).join('\n');
    for (const text of ['correct horse', 'correct%20horse', ...bench.machine.crossed]) {
      if (text.includes('correct')) expect(files).not.toContain(text);
    }
    expect(bench.machine.crossed.join('\n')).not.toMatch(/correct(?: |%20)horse/);
    expect(files).toContain('{{long}}');
  });

  it('of two sets that are saved at once keep the secrets of both', async () => {
    const { at, seen } = await echo();
    const ids = ['s1', 's2'];
    await Promise.all(
      ids.map((id) =>
        bench.app.call('variables.save', {
          set: { ...set(secret('k')), id },
          secrets: [{ name: 'k', value: `value of ${id}` }],
        }),
      ),
    );
    for (const variableSetId of ids) await bench.send(at, { query: [['k', '{{k}}']], variableSetId });
    expect(seen.map(({ url }) => url)).toEqual(ids.map((id) => `/v1/things?k=value%20of%20${id}`));
  });

  it('that are secret go to no other origin, until a person says so', async () => {
    const { at } = await echo();
    const other = await echo();
    await bench.app.call('variables.save', { set: set(secret('k')), secrets: [{ name: 'k', value: 'v' }] });
    const request = await bench.request(at, {
      target: { kind: 'url', url: `${other.at}/x?k={{k}}`, withToken: false },
      variableSetId: 's1',
    });
    expect(await bench.app.problem('console.start', { request })).toMatchObject({
      code: 'console/secret-origin',
      params: { origin: other.at, names: 'k' },
    });
    expect(other.seen).toEqual([]);
    await bench.app.call('settings.change', { tokenOrigins: [other.at] });
    await bench.ended(await bench.start(request));
    expect(other.seen[0]?.url).toBe('/x?k=v');
  });

  it('that make up the origin stand there as they are, and decide whether secrets may go there', async () => {
    const { at } = await echo();
    const other = await echo();
    await bench.app.call('variables.save', {
      set: set(open('base', other.at), open('id', '1/2')),
      secrets: [],
    });
    const request = await bench.request(at, {
      target: { kind: 'url', url: '{{base}}/v1/{{id}}', withToken: false },
      variableSetId: 's1',
    });
    await bench.ended(await bench.start(request));
    expect(other.seen[0]?.url).toBe('/v1/1%2F2');
    const withToken = { ...request, target: { ...request.target, withToken: true } };
    expect(await bench.app.problem('console.start', { request: withToken })).toMatchObject({
      code: 'console/token-origin',
    });
  });

  it('keep their values until they are given others, renamed or deleted', async () => {
    const { at, seen } = await echo();
    const send = () =>
      bench.send(at, { query: [['k', '{{k}}']], variableSetId: 's1' }).then(() => seen.at(-1)?.url);
    await bench.app.call('variables.save', { set: set(secret('k')), secrets: [{ name: 'k', value: 'one' }] });
    await bench.app.call('variables.save', { set: set(secret('k'), open('x', '1')), secrets: [] });
    expect(await send()).toBe('/v1/things?k=one');
    await bench.app.call('variables.save', { set: set(secret('k')), secrets: [{ name: 'k', value: 'two' }] });
    expect(await send()).toBe('/v1/things?k=two');
    const undo = await bench.app.call('variables.remove', { id: 's1' });
    const sets = async () => (await bench.app.call('app.snapshot', null)).profile.variableSets;
    expect(await sets()).toEqual([]);
    await bench.app.call('undo.run', { undoId: undo?.undoId ?? '' });
    expect(await sets()).toEqual([set(secret('k'))]);
    expect(await send()).toBe('/v1/things?k=two');
    await bench.app.call('variables.remove', { id: 's1' });
    expect(await bench.app.call('variables.remove', { id: 's1' })).toBeNull();
    await bench.app.call('variables.save', { set: set(secret('k')), secrets: [] });
    const request = await bench.request(at, { query: [['k', '{{k}}']], variableSetId: 's1' });
    expect((await bench.app.problem('console.start', { request })).code).toBe('console/unresolved');
  });

  it('of the same name in one set are refused, and a value of a secret one that came as an open one is not kept', async () => {
    const twice = { set: set(open('a', '1'), open('a', '2')), secrets: [] };
    expect(await bench.app.problem('variables.save', twice)).toMatchObject({ code: 'input/invalid' });
    const given = { name: 'a', value: 'secret-in-the-wrong-place', secret: true };
    const saved = await bench.app.call('variables.save', { set: set(given), secrets: [] });
    expect(saved.variables[0]?.value).toBeNull();
    expect(Object.values(await bench.machine.files()).join()).not.toContain('secret-in-the-wrong-place');
  });
});
