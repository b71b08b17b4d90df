import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown, requireBot, requireWorkspace } from '../call-checks.ts';
import { numberOf, objectsOf, textOf } from '../members-of.ts';
import { findPerson } from '../people.ts';
import { play } from '../play.ts';

/** Ticks `values`: the channel has an id of digits. Practice Coze lists no channels, so any will do. */
function requireConnector({ param, sheet }: ApiCall): string {
  const id = param('connector_id');
  return sheet.pass('values', /^\d{1,19}$/.test(id) ? id : refuseUnknown('connector_id', id));
}

const approved = 2;
const rejected = 3;

/** 更新审核结果: approval puts a published agent on the channel, rejection takes it off. */
const updateReview = play('update_review_result', {
  checks: ['values', 'bot-allowed', 'bot-known'],
  answer: (call) => {
    const connectorId = requireConnector(call);
    const agent = requireBot(call, call.param('bot_id'), 'Connector.botUpdateProfile');
    const status = numberOf(call.body, 'audit_status', 1);
    const others = agent.connectorIds.filter((id) => id !== connectorId);
    const { agents } = call.state.holdings;
    if (status === rejected) agents.put({ ...agent, connectorIds: others });
    if (status === approved && agent.versions.length > 0) {
      agents.put({ ...agent, connectorIds: [...others, connectorId] });
    }
    return {};
  },
});

/** 安装渠道 into a workspace; a second time changes nothing. */
const installChannel = play('install_channel', {
  checks: ['values', 'workspace-known', 'workspace-allowed'],
  answer: (call) => {
    const id = `${requireConnector(call)}/workspaces`;
    const workspace = requireWorkspace(call, 'workspace_id', textOf(call.body, 'workspace_id'));
    const { channelSettings } = call.state.holdings;
    const values = new Set([...(channelSettings.find(id)?.values ?? []), workspace.id]);
    channelSettings.put({ id, values: [...values] });
    return {};
  },
});

/** 绑定设备: the devices that agents may be published to. */
const bindConfig = play('bind_connector_config', {
  checks: ['values', 'resource-known'],
  answer: (call) => {
    const { body, sheet, state } = call;
    const connectorId = requireConnector(call);
    const configs = objectsOf(body, 'configs').map((config) => ({
      key: textOf(config, 'key'),
      devices: objectsOf(config, 'enums').map((device) => textOf(device, 'value')),
    }));
    const isWhole = configs.every(
      ({ key, devices }) => key !== '' && devices.length > 0 && !devices.includes(''),
    );
    sheet.pass(
      'values',
      configs.length > 0 && isWhole
        ? null
        : refuseParameter('configs', 'a list of key and enums with label and value'),
    );
    const userId = textOf(body, 'user_id');
    sheet.pass(
      'resource-known',
      userId === '' || findPerson(userId) !== null ? null : refuseUnknown('user_id', userId),
    );
    for (const { key, devices } of configs) {
      state.holdings.channelSettings.put({ id: `${connectorId}/devices/${key}`, values: devices });
    }
    return {};
  },
});

export const channelEndpoints: readonly ApiEndpoint[] = [updateReview, installChannel, bindConfig];
