import type { answer } from '../../../i18n/en/answer.ts';
import { explainCode } from '../../explain-code.ts';

/** What a value of an answer stands for. */
export type ValueMeaning =
  | { readonly kind: 'time'; readonly epochMilliseconds: number }
  | { readonly kind: 'id'; readonly name: Exclude<keyof typeof answer.about, 'time' | 'connector'> }
  | { readonly kind: 'connector'; readonly name: keyof typeof answer.connectors }
  | { readonly kind: 'code'; readonly meaning: string };

const idNames: ReadonlySet<string> = new Set([
  'bot_id',
  'conversation_id',
  'chat_id',
  'message_id',
  'section_id',
  'workflow_id',
  'execute_id',
  'node_execute_uuid',
  'file_id',
  'dataset_id',
  'document_id',
  'workspace_id',
  'space_id',
  'plugin_id',
  'task_id',
  'folder_id',
  'group_id',
  'voice_id',
  'app_id',
  'enterprise_id',
  'organization_id',
  'connector_id',
  'event_id',
  'user_id',
  'logid',
]);

/** Coze API, "发布渠道". */
const connectors: Readonly<Record<string, keyof typeof answer.connectors>> = {
  '1024': 'api',
  '999': 'chatSdk',
  '998': 'webSdk',
  '10000122': 'store',
  '10000113': 'wechatService',
  '10000120': 'wechatAccount',
  '10000121': 'wechatAccount',
  '10000126': 'douyin',
  '10000127': 'wechatApp',
  '10000011': 'feishu',
  '10000128': 'feishuBase',
  '10000117': 'juejin',
};

/** Names of points in time; `expires_in` of a token is one, too. */
const timeName = /(?:_at|_time|^time|timestamp|_ts|date|deadline|^expires_in|^expire|^exp|^iat)$/i;

function timeOf(text: string): number | null {
  if (/^[1-4]\d{9}$/.test(text)) return Number(text) * 1000;
  return /^[1-4]\d{12}$/.test(text) ? Number(text) : null;
}

/**
 * What a number or a text says by the name that it stands under; null when nothing is known of it.
 *
 * @param text - as it is shown, with or without quotation marks
 */
export function explainValue(key: string | null, text: string, language: string): ValueMeaning | null {
  if (key === null) return null;
  const value = text.replace(/^"|"$/g, '');
  if (key === 'connector_id') {
    const name = connectors[value];
    return name === undefined ? { kind: 'id', name: 'connector_id' } : { kind: 'connector', name };
  }
  if (key === 'code' || key === 'error_code') {
    const meaning = /^[1-9]\d{2,9}$/.test(value) ? explainCode(Number(value), language) : null;
    return meaning === null ? null : { kind: 'code', meaning };
  }
  if (idNames.has(key)) return { kind: 'id', name: key as Extract<ValueMeaning, { kind: 'id' }>['name'] };
  const time = timeName.test(key) ? timeOf(value) : null;
  return time === null ? null : { kind: 'time', epochMilliseconds: time };
}
