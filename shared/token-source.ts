import { z } from 'zod';

const idSchema = z.string().min(1).max(64);

/** Which token goes with a request, and by that where the request goes. */
export const tokenSourceSchema = z.discriminatedUnion('kind', [
  /** The newest live token of an app, at the app's API host; minted when there is none. */
  z.object({ kind: z.literal('app'), appId: idSchema }),
  /** One token that is held, or what has renewed it, at the API host that it is valid for. */
  z.object({ kind: z.literal('token'), tokenId: idSchema }),
  /** No `Authorization` header at all, at the app's API host. */
  z.object({ kind: z.literal('none'), appId: idSchema }),
]);
export type TokenSource = Readonly<z.infer<typeof tokenSourceSchema>>;
