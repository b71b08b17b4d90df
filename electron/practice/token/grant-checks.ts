import { refuseToken } from '../refusal.ts';
import { world } from '../world.ts';
import { longestDuration } from './token-attempt.ts';
import { type TokenCheck, wrongParameter } from './token-check.ts';

/** What is checked about what the request asks for, once its sender is known. */
export const grantChecks: readonly TokenCheck[] = [
  {
    name: 'duration',
    run: ({ body, duration }) =>
      duration === null
        ? wrongParameter('duration_seconds', body.duration_seconds, `an integer of 1 to ${longestDuration}`)
        : null,
  },
  {
    name: 'scope',
    run: ({ body, scope }) =>
      scope === 'malformed'
        ? wrongParameter('scope', body.scope, 'account_permission.permission_list')
        : null,
  },
  {
    name: 'app-active',
    run: ({ key }, { faults }) =>
      faults.appDeactivated
        ? refuseToken('access_deny', `app: ${key?.app.name ?? ''} is currently deactivated by the owner`)
        : null,
  },
  {
    name: 'channel-bound',
    run: ({ key }, { faults }) =>
      faults.channelUnbound && key?.app.type === 'channel'
        ? refuseToken('access_deny', 'connector app should bind connector id', {
            undocumented: ['status', 'code'],
          })
        : null,
  },
];

export const accountCheck: TokenCheck = {
  name: 'account-known',
  run: ({ path }) =>
    path.kind !== 'account' || path.id === world.accountId
      ? null
      : wrongParameter('account_id', path.id, world.accountId),
};

export const enterpriseCheck: TokenCheck = {
  name: 'enterprise-known',
  run: ({ path }) =>
    path.kind !== 'enterprise' || path.id === world.enterpriseId
      ? null
      : wrongParameter('enterprise_id', path.id, world.enterpriseId),
};
