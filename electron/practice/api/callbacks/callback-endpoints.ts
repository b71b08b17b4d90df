import type { CozeValue } from '../../coze-json.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter } from '../call-checks.ts';
import { givenText, textOf, textsOf } from '../members-of.ts';
import { pageByToken } from '../pages.ts';
import { play } from '../play.ts';
import { requireKnown, requireLengths } from '../resources.ts';
import type { CallbackApp } from './callback-app.ts';

const eventNames: Readonly<Record<string, string>> = {
  'bot.published': '智能体发布事件',
  'bot.deleted': '智能体删除事件',
  'bot.unpublished': '智能体下架事件',
  'benefit.usage': '账单推送回调',
  'benefit.plugin.scale.requested': '申请插件扩容事件',
  'benefit.plugin.scale.expired': '插件扩容到期事件',
};

const requireApp = (call: ApiCall) =>
  requireKnown(call, call.state.holdings.callbackApps, 'api_app_id', call.param('api_app_id'));

/** 创建回调应用: a normal one has a name, one of a channel has the channel. */
const createApp = play('create_callback_app', {
  checks: ['values'],
  answer: (call) => {
    const { body, sheet, state } = call;
    const type = textOf(body, 'app_type') === 'connector' ? 'connector' : 'normal';
    const [name, connectorId] = [textOf(body, 'name'), textOf(body, 'connector_id')];
    requireLengths(call, { name: 128 });
    if (type === 'normal' && name === '') sheet.fail('values', refuseParameter('name', 'present'));
    if (type === 'connector' && !/^\d{1,19}$/.test(connectorId)) {
      sheet.fail('values', refuseParameter('connector_id', 'the id of a channel', connectorId));
    }
    const app = state.holdings.callbackApps.put({
      id: String(state.newId()),
      name: type === 'normal' ? name : `渠道 ${connectorId}`,
      type,
      connectorId: type === 'connector' ? connectorId : '',
      callbackUrl: '',
      verifyToken: Buffer.from(state.randomBytes(18)).toString('base64url'),
      eventTypes: [],
    });
    return { data: appData(app) };
  },
});

/** 查询回调应用列表. */
const listApps = play('list_callback_app', {
  checks: ['page'],
  answer: (call) => {
    const type = call.query('app_type');
    const found = call.state.holdings.callbackApps.list().filter((app) => type === null || app.type === type);
    const page = pageByToken(call, found);
    return {
      data: { items: page.items.map(appData), has_more: page.hasMore, next_page_token: page.nextToken },
    };
  },
});

/** 修改回调应用. */
const updateApp = play('update_callback_app', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    const app = requireApp(call);
    requireLengths(call, { name: 128 });
    const callbackUrl = givenText(call.body, 'callback_url') ?? app.callbackUrl;
    call.sheet.pass(
      'values',
      callbackUrl === '' || /^https?:\/\//.test(callbackUrl)
        ? null
        : refuseParameter('callback_url', 'a web address', callbackUrl),
    );
    const name = givenText(call.body, 'name') || app.name;
    call.state.holdings.callbackApps.put({ ...app, name, callbackUrl });
    return {};
  },
});

/** 删除回调应用. */
const deleteApp = play('delete_callback_app', {
  checks: ['resource-known'],
  answer: (call) => {
    call.state.holdings.callbackApps.remove(requireApp(call).id);
    return {};
  },
});

function requireEventTypes({ body, sheet }: ApiCall): readonly string[] {
  const types = textsOf(body, 'event_types');
  const isKnown = types.length > 0 && types.every((type) => type in eventNames);
  const known = Object.keys(eventNames).join(' | ');
  return sheet.pass('values', isKnown ? types : refuseParameter('event_types', known, types.join(', ')));
}

/** 订阅回调. */
const subscribe = play('subscribe_callback_message', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    const app = requireApp(call);
    const eventTypes = new Set([...app.eventTypes, ...requireEventTypes(call)]);
    call.state.holdings.callbackApps.put({ ...app, eventTypes: [...eventTypes] });
    return {};
  },
});

/** 取消订阅回调. */
const unsubscribe = play('unsubscribe_callback_message', {
  checks: ['resource-known', 'values'],
  answer: (call) => {
    const app = requireApp(call);
    const gone = requireEventTypes(call);
    const eventTypes = app.eventTypes.filter((type) => !gone.includes(type));
    call.state.holdings.callbackApps.put({ ...app, eventTypes });
    return {};
  },
});

/** 查询已订阅的回调列表. */
const listSubscribed = play('list_subscribed_callback_message', {
  checks: ['resource-known', 'page'],
  answer: (call) => {
    const app = requireApp(call);
    const page = pageByToken(call, app.eventTypes);
    const items = page.items.map((type) => ({
      api_app_id: BigInt(app.id),
      name: app.name,
      event_type: type,
      description: eventNames[type] ?? '',
    }));
    return { data: { items, has_more: page.hasMore, next_page_token: page.nextToken } };
  },
});

function appData(app: CallbackApp): CozeValue {
  return {
    id: BigInt(app.id),
    name: app.name,
    app_type: app.type,
    callback_url: app.callbackUrl,
    verify_token: app.verifyToken,
    connector_id: app.connectorId === '' ? undefined : BigInt(app.connectorId),
  };
}

export const callbackEndpoints: readonly ApiEndpoint[] = [
  createApp,
  listApps,
  updateApp,
  deleteApp,
  subscribe,
  unsubscribe,
  listSubscribed,
];
