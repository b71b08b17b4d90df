import { z } from 'zod';

/** Levels that a scope may nest; the documented one has four. What nests without end can be neither sent nor stored. */
const deepest = 32;

function isShallow(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}

/**
 * The `scope` object of the token request. Only the two documented members are described; members that only an SDK
 * shows, and any other, pass through untouched.
 *
 * Source: OAuth JWT 授权（渠道场景）, "Scope object".
 */
export const scopeSchema = z
  .looseObject({
    account_permission: z.looseObject({ permission_list: z.array(z.string()) }).optional(),
    attribute_constraint: z
      .looseObject({
        connector_bot_chat_attribute: z.looseObject({ bot_id_list: z.array(z.string()) }).optional(),
      })
      .optional(),
  })
  .refine((scope) => isShallow(scope));
export type Scope = z.infer<typeof scopeSchema>;
