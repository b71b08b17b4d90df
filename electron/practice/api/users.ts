import { world } from '../world.ts';
import type { ApiEndpoint } from './api-endpoint.ts';

/** `GET /v1/users/me`: known from the official SDKs; no permission is named for it. */
export const currentUser: ApiEndpoint = {
  method: 'GET',
  path: '/v1/users/me',
  permissions: [],
  checks: [],
  answer: () => ({
    data: {
      user_id: BigInt(world.userId),
      user_name: world.userName,
      nick_name: world.nickName,
      avatar_url: '',
    },
  }),
};
