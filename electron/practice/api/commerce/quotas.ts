import type { CozeValue } from '../../coze-json.ts';
import type { ApiCall, ApiEndpoint, BodyMembers } from '../api-endpoint.ts';
import { refuseParameter } from '../call-checks.ts';
import { numberOf, objectOf, textOf } from '../members-of.ts';
import { pageByToken } from '../pages.ts';
import { play } from '../play.ts';
import { requireKnown } from '../resources.ts';
import type { Quota } from './quota.ts';

const benefitTypes = ['resource_point', 'voice_unified_duration_system', 'voice_unified_duration_custom'];
const triggerUnits = ['never', 'minute', 'hour', 'day'];

const fresh: Omit<Quota, 'id' | 'entityType' | 'entityId' | 'benefitType'> = {
  limit: 0,
  status: 'valid',
  startedAt: 0,
  endedAt: 0,
  triggerTime: 1,
  triggerUnit: 'never',
};

/** 创建设备权益配额. */
const createQuota = play('create_device_quotas', {
  checks: ['values'],
  answer: (call) => {
    const { body, sheet, state } = call;
    const info = objectOf(body, 'benefit_info');
    const benefitType = textOf(info, 'benefit_type');
    if (!benefitTypes.includes(benefitType)) {
      sheet.fail(
        'values',
        refuseParameter('benefit_info.benefit_type', benefitTypes.join(' | '), benefitType),
      );
    }
    const [entityType, entityId] = [textOf(body, 'entity_type'), textOf(body, 'entity_id')];
    const isSingle = entityType.startsWith('single_');
    if (isSingle && entityId === '') sheet.fail('values', refuseParameter('entity_id', 'present'));
    const terms = requireTerms(call, fresh, info);
    const place = { entityType, entityId: isSingle ? entityId : '', benefitType };
    const quota = state.holdings.quotas.put({ id: String(state.newId()), ...place, ...terms });
    return { data: { benefit_info: { benefit_id: BigInt(quota.id), ...quotaData(quota) } } };
  },
});

/** Ticks `values`: what `info` says of the terms, over those of `quota`. */
function requireTerms<Terms extends typeof fresh>(
  { sheet }: ApiCall,
  quota: Terms,
  info: BodyMembers,
): Terms {
  const terms = {
    ...quota,
    limit: numberOf(info, 'limit', quota.limit),
    status: textOf(info, 'status', quota.status),
    startedAt: numberOf(info, 'started_at', quota.startedAt),
    endedAt: numberOf(info, 'ended_at', quota.endedAt),
    triggerTime: numberOf(info, 'trigger_time', quota.triggerTime),
    triggerUnit: textOf(info, 'trigger_unit', quota.triggerUnit),
  };
  const wrong = !triggerUnits.includes(terms.triggerUnit)
    ? refuseParameter('trigger_unit', triggerUnits.join(' | '), terms.triggerUnit)
    : terms.endedAt < terms.startedAt
      ? refuseParameter('ended_at', 'later than started_at', terms.endedAt)
      : null;
  sheet.pass('values', wrong);
  return terms;
}

/** 查询设备权益配额. */
const listQuotas = play('get_device_quotas', {
  checks: ['page'],
  answer: (call) => {
    const found = call.state.holdings.quotas.list().filter((quota) => isAskedFor(call, quota));
    const page = pageByToken(call, found);
    return {
      data: { benefit_infos: page.items.map(quotaData), has_more: page.hasMore, page_token: page.nextToken },
    };
  },
});

function isAskedFor({ query }: ApiCall, quota: Quota): boolean {
  const [entityId, status] = [query('entity_id'), query('status')];
  if (entityId !== null && entityId !== quota.entityId) return false;
  if (status !== null && status !== quota.status) return false;
  return quota.entityType === query('entity_type') && quota.benefitType === query('benefit_type');
}

/** 更新设备权益配额. */
const updateQuota = play('update_device_quotas', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    const { holdings } = call.state;
    const quota = requireKnown(call, holdings.quotas, 'benefit_id', call.param('benefit_id'));
    holdings.quotas.put(requireTerms(call, quota, call.body));
    return {};
  },
});

function quotaData(quota: Quota): { readonly [name: string]: CozeValue | undefined } {
  return {
    benefit_type: quota.benefitType,
    active_mode: 'absolute_time',
    started_at: quota.startedAt,
    ended_at: quota.endedAt,
    limit: quota.limit,
    status: quota.status,
    trigger_unit: quota.triggerUnit,
    trigger_time: quota.triggerTime,
    entity_type: quota.entityType,
    entity_id: quota.entityId === '' ? undefined : quota.entityId,
  };
}

export const quotaEndpoints: readonly ApiEndpoint[] = [createQuota, listQuotas, updateQuota];
