import type { CozeValue } from '../coze-json.ts';
import { world } from '../world.ts';
import type { ApiCall, ApiEndpoint } from './api-endpoint.ts';
import { refuseParameter, refuseUnknown, requireBot } from './call-checks.ts';
import { objectsOf, textOf } from './members-of.ts';
import { play } from './play.ts';
import { secondsOf } from './seconds.ts';
import type { Variable } from './variable.ts';

const checks = ['values', 'bot-allowed', 'bot-known', 'resource-known'] as const;

/** Whose variables the call is about: of an agent or an app, on a channel, for a user. */
function requireOwner(call: ApiCall, member: (name: string) => string, permission: string): string {
  const { sheet, state } = call;
  const [botId, appId] = [member('bot_id'), member('app_id')];
  const connectorId = member('connector_id') || world.connectorId;
  const wrong =
    (botId === '') === (appId === '')
      ? refuseParameter('bot_id', 'present, or app_id, but not both')
      : [world.connectorId, '999'].includes(connectorId)
        ? null
        : refuseParameter('connector_id', `${world.connectorId} | 999`, connectorId);
  sheet.pass('values', wrong);
  if (botId === '') {
    sheet.pass(
      'resource-known',
      state.holdings.apps.find(appId) === null ? refuseUnknown('app_id', appId) : null,
    );
  } else requireBot(call, botId, permission);
  return JSON.stringify([botId || appId, connectorId, member('connector_uid')]);
}

/** 设置用户变量的值. */
const updateVariables = play('update_variable', {
  checks,
  answer: (call) => {
    const { body, sheet, state } = call;
    const owner = requireOwner(call, (name) => textOf(body, name), 'updateVariable');
    const items = objectsOf(body, 'data');
    const isItem = (item: (typeof items)[number]) =>
      textOf(item, 'keyword') !== '' && typeof item['value'] === 'string';
    sheet.pass(
      'values',
      items.length > 0 && items.every(isItem) ? null : refuseParameter('data', 'a list of keyword and value'),
    );
    for (const item of items) {
      const keyword = textOf(item, 'keyword');
      const id = JSON.stringify([owner, keyword]);
      const createdAt = state.holdings.variables.find(id)?.createdAt ?? secondsOf(call);
      const value = textOf(item, 'value');
      state.holdings.variables.put({ id, owner, keyword, value, createdAt, updatedAt: secondsOf(call) });
    }
    return {};
  },
});

/** 读取用户变量的值: all of a user's, or those named in `keywords`. */
const readVariables = play('read_variable', {
  checks,
  answer: (call) => {
    const owner = requireOwner(call, (name) => call.query(name) ?? '', 'readVariable');
    const keywords = call.query('keywords')?.split(',') ?? null;
    const items = call.state.holdings.variables
      .list()
      .filter((variable) => variable.owner === owner)
      .filter(({ keyword }) => keywords === null || keywords.includes(keyword));
    return { data: { items: items.map(variableData) } };
  },
});

function variableData({ keyword, value, createdAt, updatedAt }: Variable): CozeValue {
  return { keyword, value, create_time: createdAt, update_time: updatedAt };
}

export const variableEndpoints: readonly ApiEndpoint[] = [updateVariables, readVariables];
