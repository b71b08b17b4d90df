import type { RefusalKind } from '../coze/exchange-answer.ts';

export interface RefusalText {
  readonly means: string;
  readonly todo: string;
}

/** What a refusal of the token endpoint means and what to do about it. */
export const refusalTextsEn: Readonly<Record<RefusalKind, RefusalText>> = {
  'kid-not-registered': {
    means: 'Coze does not know this kid here.',
    todo: 'Check first that the region is the one where the app was created: cn and com know nothing of each other. Then compare the kid with the fingerprint in the console. A key that was created seconds ago may need a moment.',
  },
  'jwt-empty': {
    means: 'The JWT did not arrive.',
    todo: 'A proxy may have removed the Authorization header.',
  },
  'app-deactivated': {
    means: 'The OAuth app is switched off.',
    todo: 'Its owner can switch it on in the Coze console under API, OAuth apps.',
  },
  'channel-not-bound': {
    means: 'The channel app is not bound to a publishing channel.',
    todo: 'In the Coze console: account settings, publishing channels, edit the custom channel and bind this OAuth app to it.',
  },
  'invalid-app-type': {
    means: 'This kind of app cannot use this grant.',
    todo: 'Check the kind chosen for the app.',
  },
  'login-session': { means: 'The login session at Coze is not valid.', todo: 'Sign in to Coze again.' },
  'grant-type': {
    means: 'The grant type was not accepted.',
    todo: 'Check the base URL: another service may have answered.',
  },
  parameter: {
    means: 'A parameter of the request was not accepted.',
    todo: 'Compare lifetime and scope with the documentation.',
  },
  internal: { means: 'Coze had an internal error.', todo: 'Try again in a moment.' },
  'client-invalid': {
    means: 'Coze did not accept the JWT.',
    todo: 'Check app ID, kid and key: they have to belong to one app in one region. A clock that is wrong has the same effect.',
  },
  unknown: {
    means: 'This error is not documented.',
    todo: 'It is shown as Coze sent it. The log ID helps Coze support to find it.',
  },
};
