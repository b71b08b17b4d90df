import type { RefusalKind } from '../coze/exchange-answer.ts';

/** What to do about each kind of refusal of the token endpoint. */
export const cliRefusalsEn: Readonly<Record<RefusalKind, string>> = {
  'kid-not-registered':
    'Check first that --region is where the app was created: cn and com know nothing of each other. Then compare the kid with the fingerprint in the console. A key that was created seconds ago may need a moment.',
  'jwt-empty': 'The JWT did not arrive: a proxy may have removed the Authorization header.',
  'app-deactivated': 'Its owner can switch the app on in the Coze console under API, OAuth apps.',
  'channel-not-bound':
    'In the Coze console: account settings, publishing channels, edit the custom channel and bind this OAuth app to it.',
  'invalid-app-type': 'This kind of app cannot use this grant; check how it was created.',
  'login-session': 'Sign in to Coze again.',
  'grant-type': 'Check the base URL: another service may have answered.',
  parameter: 'Compare lifetime and scope with the documentation.',
  internal: 'Try again in a moment.',
  'client-invalid':
    'Check app ID, kid and key: they have to belong to one app in one region. A clock that is wrong has the same effect.',
  unknown: 'This error is not documented. The log id helps Coze support to find it.',
};
