import type { PracticeCheckId } from '../../shared/practice-check.ts';

/** Where the words about a check come from. */
export const checkSources = {
  channel: 'https://www.coze.cn/open/docs/developer_guides/oauth_jwt_channel',
  collaborate: 'https://www.coze.cn/open/docs/developer_guides/oauth_jwt_collaborate',
  privilege: 'https://www.coze.cn/open/docs/developer_guides/oauth_jwt_privilege',
  authentication: 'https://www.coze.cn/open/docs/developer_guides/authentication',
  errors: 'https://www.coze.cn/open/docs/developer_guides/coze_error_codes',
  chat: 'https://www.coze.cn/open/docs/developer_guides/chat_v3',
  api: 'https://www.coze.cn/open/docs/developer_guides/coze_api_overview',
  jws: 'https://www.rfc-editor.org/rfc/rfc7515',
  jwt: 'https://www.rfc-editor.org/rfc/rfc7519',
  grant: 'https://www.rfc-editor.org/rfc/rfc7523',
  bearer: 'https://www.rfc-editor.org/rfc/rfc6750',
  /** An issue of coze-js. */
  sdk: 'https://github.com/coze-dev/coze-js/issues/313',
  /** Nothing is documented: practice Coze chose. */
  own: null,
} as const satisfies Readonly<Record<string, string | null>>;

export type CheckSource = keyof typeof checkSources;

const sourceOf: Readonly<Partial<Record<PracticeCheckId, CheckSource>>> = {
  'grant-type-known': 'grant',
  'assertion-not-empty': 'sdk',
  'assertion-parses': 'jws',
  'iat-integer': 'jwt',
  'exp-integer': 'jwt',
  'iat-not-in-future': 'own',
  'account-known': 'collaborate',
  'enterprise-known': 'privilege',
  'token-present': 'bearer',
  'token-well-formed': 'errors',
  'token-known': 'errors',
  'token-alive': 'channel',
  permission: 'authentication',
  'permission-of-kind': 'authentication',
  'token-reach': 'authentication',
  'workspace-allowed': 'authentication',
  'bot-allowed': 'channel',
  'meta-data': 'chat',
  'history-saved': 'chat',
  'conversation-known': 'chat',
};

/** `forTokens`: the request was one for a token. */
export function checkSourceOf(name: PracticeCheckId, forTokens: boolean): CheckSource {
  return sourceOf[name] ?? (forTokens ? 'channel' : 'api');
}
