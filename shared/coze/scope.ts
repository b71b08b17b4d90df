import { z } from 'zod';

/**
 * The `scope` object of the token request. Only the two documented members are described; members that only an SDK
 * shows, and any other, pass through untouched.
 *
 * Source: OAuth JWT 授权（渠道场景）, "Scope object".
 */
export const scopeSchema = z.looseObject({
  account_permission: z.looseObject({ permission_list: z.array(z.string()) }).optional(),
  attribute_constraint: z
    .looseObject({
      connector_bot_chat_attribute: z.looseObject({ bot_id_list: z.array(z.string()) }).optional(),
    })
    .optional(),
});
export type Scope = z.infer<typeof scopeSchema>;
