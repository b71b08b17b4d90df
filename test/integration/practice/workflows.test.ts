import { describe, expect, test } from 'vitest';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import { startDocumentedBench } from './documented.ts';
import { startTime } from './practice-bench.ts';
import { differences } from './shapes/shape.ts';
import { workflowEventShapes, workflowShapes } from './shapes/workflow-shapes.ts';

const { bench, ok, refused, send, normalToken } = startDocumentedBench(workflowShapes);

const { workspaceId, userId, botIds } = practiceWorld;
const [guide] = botIds;
const greet = '7436648691700137011';
const ask = '7436648691700137029';
const fail = '7436648691700137047';
const talk = '7436648691700137053';
const draft = '7436648691700137071';

interface Event {
  readonly id?: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const readEvents = (text: string): readonly Event[] =>
  text
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => {
      const lines = block.split('\n').map((line) => line.split(/: ?(.*)/s).slice(0, 2));
      const { id, event = '', data = 'null' } = Object.fromEntries(lines) as Record<string, string>;
      return { ...(id !== undefined && { id }), event, data: JSON.parse(data) };
    });

const stream = async (id: string, body: object): Promise<readonly Event[]> => {
  bench.practice.setFaults({ eventPaceMilliseconds: 0 });
  const answer = await send(id, { body });
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  return readEvents(await answer.text());
};

/** Events of a workflow: counted from 0, each as documented. */
const run = async (id: string, body: object): Promise<readonly Event[]> => {
  const events = await stream(id, body);
  expect(events.map((event) => event.id)).toEqual(events.map((_, index) => String(index)));
  for (const { event, data } of events) {
    expect(differences(data, workflowEventShapes[event] ?? 'text', event)).toEqual([]);
  }
  return events;
};

const names = (events: readonly Event[]) => events.map(({ event }) => event);

const interruption = (events: readonly Event[]) =>
  (events.at(-1)?.data['interrupt_data'] ?? {}) as { readonly event_id: string; readonly type: number };

describe('workflows', () => {
  test('are listed, described and have versions', async () => {
    const list = async (more: Record<string, string>) => {
      const { data } = await ok('get_workflow_list', {
        with: { workspace_id: workspaceId, page_num: '1', ...more },
      });
      return data as { items: readonly { workflow_id: string }[]; has_more: boolean };
    };
    expect((await list({})).items.map((each) => each.workflow_id)).toEqual([greet, ask, fail, talk]);
    expect((await list({ workflow_mode: 'chatflow' })).items).toMatchObject([{ workflow_id: talk }]);
    expect((await list({ publish_status: 'unpublished_draft' })).items).toMatchObject([
      { workflow_id: draft },
    ]);
    expect((await list({ page_size: '3' })).has_more).toBe(true);

    const plain = await ok('get_workflow_info', { with: { workflow_id: greet } });
    expect(plain['data']).not.toHaveProperty('input');
    const whole = await ok('get_workflow_info', {
      with: { workflow_id: greet, include_input_output: 'true' },
    });
    expect(whole['data']).toMatchObject({
      input: { parameters: { input: { type: 'string', required: true } } },
      output: { terminate_plan: 'return_variables' },
    });

    const versions = async (more: Record<string, string>) =>
      (await ok('list_workflow_version', { with: { workflow_id: greet, ...more } }))['data'];
    expect(await versions({})).toMatchObject({ items: [{ version: 'v0.0.1' }], has_more: false });
    const all = { publish_status: 'all', page_size: '1' };
    expect(await versions(all)).toMatchObject({ has_more: true, next_page_token: '1' });
    expect(await versions({ ...all, page_token: '1' })).toMatchObject({ items: [{ version: 'draft' }] });
  });

  test.each([
    ['get_workflow_list', { workspace_id: workspaceId }, 4000],
    ['get_workflow_list', { workspace_id: '1', page_num: '1' }, 4200],
    ['get_workflow_info', { workflow_id: '1' }, 4200],
    ['list_workflow_version', { workflow_id: greet, page_token: 'x' }, 4000],
  ])('are refused by %s with %j', async (id, parameters, code) => {
    expect((await refused(id, { with: parameters })).code).toBe(code);
  });
});

describe('a run without a stream', () => {
  test.each([[{ input: '小薄荷' }], ['{"input":"小薄荷"}']])(
    'gives JSON in a text for %j',
    async (parameters) => {
      const members = await ok('workflow_run', { body: { workflow_id: greet, parameters } });
      expect(JSON.parse(String(members['data']))).toEqual({ output: '你好，小薄荷！这是练习工作流的输出。' });
      expect(members).not.toHaveProperty('interrupt_data');
    },
  );

  test('is interrupted, and goes on with what the caller answers', async () => {
    const first = await ok('workflow_run', { body: { workflow_id: ask } });
    expect(first).toMatchObject({ data: '', interrupt_data: { type: 2 } });
    const { event_id } = first['interrupt_data'] as { event_id: string };
    const resumed = { workflow_id: ask, event_id, interrupt_type: 2, resume_data: '杭州' };
    const last = await ok('resume_workflow', { body: resumed });
    expect(JSON.parse(String(last['data']))).toEqual({ output: '杭州：练习用的天气，晴，22 度。' });
    expect((await refused('resume_workflow', { body: resumed })).code).toBe(4315);
  });

  test.each([
    [{ workflow_id: draft }, 4200],
    [{ workflow_id: '1' }, 4200],
    [{}, 4000],
    [{ workflow_id: greet }, 4000],
    [{ workflow_id: greet, parameters: '{' }, 4000],
    [{ workflow_id: greet, parameters: [] }, 4000],
    [{ workflow_id: ask, bot_id: guide, app_id: '7439828073000137211' }, 4000],
    [{ workflow_id: ask, bot_id: '1' }, 4200],
    [{ workflow_id: ask, app_id: '1' }, 4200],
    [{ workflow_id: fail }, 5000],
  ])('is refused for %j', async (body, code) => {
    expect((await refused('workflow_run', { body })).code).toBe(code);
  });

  test('is not reached by the token of another account', async () => {
    const token = await normalToken(`account/${practiceWorld.accountId}/token`);
    expect((await refused('workflow_run', { token, body: { workflow_id: ask } })).code).toBe(4101);
  });
});

describe('an asynchronous run', () => {
  const start = async () => {
    const body = { workflow_id: greet, parameters: { input: '薄荷' }, is_async: true };
    const members = await ok('workflow_run', { body });
    expect(members).not.toHaveProperty('data');
    return { workflow_id: greet, execute_id: String(members['execute_id']) };
  };
  const history = async (of: Record<string, string>) =>
    ((await ok('workflow_history', { with: of }))['data'] as readonly Record<string, unknown>[])[0] ?? {};

  test('is running at first, and has output on the second look', async () => {
    const of = await start();
    expect(await history(of)).toMatchObject({
      execute_status: 'Running',
      output: '',
      run_mode: 2,
      create_time: startTime,
      connector_uid: userId,
      bot_id: '0',
    });
    const done = await history(of);
    expect(done).toMatchObject({ execute_status: 'Success', error_code: '0' });
    expect(JSON.parse(String(done['output']))).toEqual({
      Output: '{"output":"你好，薄荷！这是练习工作流的输出。"}',
      输出: '你好，薄荷！这是练习工作流的输出。',
    });
  });

  test('tells of each node', async () => {
    const of = await start();
    bench.pass(1000);
    const { node_execute_status: nodes } = (await history(of)) as {
      node_execute_status: { 输出: { node_execute_uuid: string; is_finish: boolean } };
    };
    const { node_execute_uuid, is_finish } = nodes.输出;
    expect(is_finish).toBe(true);
    const { data } = await ok('get_node_execute_history_response', { with: { ...of, node_execute_uuid } });
    expect(data).toEqual({ is_finish: true, node_output: '你好，薄荷！这是练习工作流的输出。' });
    const other = { with: { ...of, node_execute_uuid: '1' } };
    expect((await refused('get_node_execute_history_response', other)).code).toBe(4200);
  });

  test('fails in its history', async () => {
    const members = await ok('workflow_run', { body: { workflow_id: fail, is_async: true } });
    bench.pass(1000);
    const of = { workflow_id: fail, execute_id: String(members['execute_id']) };
    expect(await history(of)).toMatchObject({ execute_status: 'Fail', error_code: '5000' });
  });

  test('is unknown under another workflow: code 4314', async () => {
    const { execute_id } = await start();
    expect((await refused('workflow_history', { with: { workflow_id: ask, execute_id } })).code).toBe(4314);
  });
});

describe('a streamed run', () => {
  test('tells messages with consecutive numbers, then Done with an address', async () => {
    const events = await run('workflow_stream_run', { workflow_id: greet, parameters: { input: '薄荷' } });
    expect(names(events)).toEqual([...Array(5).fill('Message'), 'Done']);
    expect(events.slice(0, 4).map(({ data }) => [data['node_seq_id'], data['node_is_finish']])).toEqual([
      ['0', false],
      ['1', false],
      ['2', false],
      ['3', true],
    ]);
    expect(events.slice(0, 4).map(({ data }) => data['content'])).toEqual([
      '你好，',
      '薄荷',
      '！',
      '这是练习工作流的输出。',
    ]);
    expect(events.at(-2)?.data).toMatchObject({ node_title: '结束', node_seq_id: '0', node_is_finish: true });
    expect(events.at(-1)?.data['debug_url']).toContain(`workflow_id=${greet}`);
  });

  test('is interrupted, goes on, and asks again when the answer is blank', async () => {
    const first = await run('workflow_stream_run', { workflow_id: ask });
    expect(names(first)).toEqual(['Message', 'Interrupt']);
    const { event_id, type } = interruption(first);
    const resume = (changes: object) =>
      run('workflow_resume', {
        workflow_id: ask,
        event_id,
        interrupt_type: type,
        resume_data: '北京',
        ...changes,
      });
    const again = await resume({ resume_data: ' ' });
    expect(names(again)).toEqual(['Message', 'Interrupt']);
    const last = await resume({ event_id: interruption(again).event_id });
    expect(names(last)).toEqual([...Array(4).fill('Message'), 'Done']);
    expect(last.at(0)?.data['content']).toBe('北京：');
  });

  test('ends with an Error event when it fails', async () => {
    const events = await run('workflow_stream_run', { workflow_id: fail });
    expect(events).toEqual([
      { id: '0', event: 'Error', data: { error_code: 5000, error_message: 'Server internal error' } },
    ]);
  });

  test('may hold heartbeats', async () => {
    bench.practice.setFaults({ heartbeats: true });
    const events = await run('workflow_stream_run', { workflow_id: greet, parameters: { input: '薄荷' } });
    expect(names(events)).toContain('PING');
  });

  test.each([
    [{ event_id: '1/2' }, 4314],
    [{ workflow_id: greet }, 4314],
    [{ interrupt_type: 5 }, 4000],
    [{ interrupt_type: 3 }, 4000],
    [{ workflow_id: '1' }, 4200],
  ])('does not go on with %j: code %s', async (changes, code) => {
    const { event_id } = interruption(await run('workflow_stream_run', { workflow_id: ask }));
    const body = { workflow_id: ask, event_id, interrupt_type: 2, resume_data: 'x', ...changes };
    expect((await refused('workflow_resume', { body })).code).toBe(code);
  });

  test('is refused in JSON, before any event', async () => {
    expect((await refused('workflow_stream_run', { body: { workflow_id: draft } })).code).toBe(4200);
  });
});

describe('a chatflow', () => {
  const body = (changes: object = {}) => ({
    workflow_id: talk,
    bot_id: guide,
    parameters: {},
    additional_messages: [{ role: 'user', content: '今天好', content_type: 'text' }],
    ...changes,
  });

  test('tells a chat, its message in pieces and whole, then done with an address', async () => {
    const events = await stream('workflow_chat', body());
    expect(names(events)).toEqual([
      'conversation.chat.created',
      'conversation.chat.in_progress',
      ...Array(4).fill('conversation.message.delta'),
      'conversation.message.completed',
      'conversation.message.completed',
      'conversation.chat.completed',
      'done',
    ]);
    expect(events[6]?.data).toMatchObject({
      type: 'answer',
      content: '你说的是“今天好”，我记下了。',
      bot_id: guide,
    });
    expect(events[8]?.data).toMatchObject({ status: 'completed', completed_at: startTime });
    expect(events[9]?.data['debug_url']).toContain(`workflow_id=${talk}`);
  });

  test('goes on in a conversation that there is', async () => {
    const [first] = await stream('workflow_chat', body());
    const conversation_id = first?.data['conversation_id'];
    const [second] = await stream('workflow_chat', body({ conversation_id }));
    expect(second?.data['conversation_id']).toBe(conversation_id);
    expect((await refused('workflow_chat', { body: body({ conversation_id: '1' }) })).code).toBe(4200);
  });

  test('stops where a workflow asks, and says so where one fails', async () => {
    expect(names(await stream('workflow_chat', body({ workflow_id: ask })))).toContain(
      'conversation.chat.requires_action',
    );
    const failed = await stream('workflow_chat', body({ workflow_id: fail }));
    expect(failed.at(-2)).toMatchObject({
      event: 'conversation.chat.failed',
      data: { last_error: { code: 5000 } },
    });
  });

  test.each([
    [{ bot_id: undefined }, 4000],
    [{ additional_messages: [] }, 4000],
    [{ workflow_id: '1' }, 4200],
  ])('is refused with %j', async (changes, code) => {
    expect((await refused('workflow_chat', { body: body(changes) })).code).toBe(code);
  });
});
