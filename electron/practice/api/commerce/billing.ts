import type { CozeValue } from '../../coze-json.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter } from '../call-checks.ts';
import { numberOf } from '../members-of.ts';
import { pageOf } from '../pages.ts';
import { play } from '../play.ts';
import { secondsOf } from '../seconds.ts';
import type { BillTask } from './bill-task.ts';

const day = 86_400;
const keptDays = 7;
const runningSeconds = 1;

/** 创建账单导出任务: whole days (in UTC), none of them today. */
const createTask = play('create_bill_task', {
  checks: ['values'],
  answer: (call) => {
    const { body, sheet, state } = call;
    const now = secondsOf(call);
    const startedAt = Math.floor(numberOf(body, 'started_at', now - day) / day) * day;
    const endedAt = (Math.floor(numberOf(body, 'ended_at', now - day) / day) + 1) * day - 1;
    const today = Math.floor(now / day) * day;
    const wrong =
      startedAt >= today
        ? refuseParameter('started_at', 'a day before today', startedAt)
        : endedAt < startedAt
          ? refuseParameter('ended_at', 'later than started_at', endedAt)
          : null;
    sheet.pass('values', wrong);
    const task = state.holdings.billTasks.put({
      id: String(state.newId()),
      startedAt,
      endedAt,
      createdAt: now,
    });
    return { data: taskData(call, task) };
  },
});

/** 查询账单导出任务. There is nothing to download. */
const listTasks = play('billing_file', {
  checks: ['page'],
  answer: (call) => {
    const ids = call.query('task_ids')?.split(',') ?? null;
    const found = call.state.holdings.billTasks.list().filter(({ id }) => ids === null || ids.includes(id));
    const items = pageOf(call, found).items.map((task) => taskData(call, task));
    return { data: { task_infos: items, total: found.length } };
  },
});

function taskData(call: ApiCall, { id, startedAt, endedAt, createdAt }: BillTask): CozeValue {
  const isDone = secondsOf(call) - createdAt >= runningSeconds;
  return {
    task_id: BigInt(id),
    status: isDone ? 'succeed' : 'running',
    started_at: startedAt,
    ended_at: endedAt,
    created_at: createdAt,
    expires_at: createdAt + keptDays * day,
    file_urls: [],
  };
}

const counter = { start_at: 1_735_689_600, end_at: 4_102_444_800, strategy: 'by_quota', total: 50, used: 0 };

/** 查询权益额度: the same for everyone. */
const getBenefit = play('get_benefit', {
  answer: ({ query }) => {
    const types = query('benefit_type_list')?.split(',') ?? null;
    const kinds = [
      { benefit_type: 'api_run_qps', resource_id: 'chat' },
      { benefit_type: 'api_run_qps', resource_id: 'workflow' },
      { benefit_type: 'api_run_qps', resource_id: 'plugin' },
      { benefit_type: 'call_tool_limit', resource_id: 'plugin' },
    ];
    const found = kinds
      .filter((kind) => types === null || types.includes(kind.benefit_type))
      .filter((kind) => query('resource_id') === null || query('resource_id') === kind.resource_id);
    const item = { status: 'valid', item_info: counter };
    return {
      data: {
        basic_info: { user_level: 'pro_personal' },
        benefit_info: found.map((kind) => ({ ...kind, basic: item, effective: item, extra: [] })),
      },
    };
  },
});

export const billingEndpoints: readonly ApiEndpoint[] = [createTask, listTasks, getBenefit];
