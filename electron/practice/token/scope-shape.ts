import { z } from 'zod';

/** What a token may do: null in either place means "no limit". */
export interface GrantedScope {
  readonly permissions: readonly string[] | null;
  readonly botIds: readonly string[] | null;
}

const accountPermission = z.looseObject({ permission_list: z.array(z.string()) });

const attributeConstraint = z.looseObject({
  connector_bot_chat_attribute: z.looseObject({ bot_id_list: z.array(z.string()) }).nullish(),
});

// The members beside the two documented ones are known from the Go SDK only.
const requestedScope = z
  .looseObject({
    account_permission: accountPermission.nullish(),
    attribute_constraint: attributeConstraint.nullish(),
    workspace_permission: z.looseObject({}).nullish(),
    workflow_permission: z.looseObject({}).nullish(),
  })
  .refine((scope) => scope.account_permission ?? scope.workspace_permission ?? scope.workflow_permission);

/**
 * Reads the `scope` member of a token request; null and absent are alike, inside too, because SDKs send both.
 *
 * Source: OAuth JWT 授权（渠道场景）, "Scope object", relaxed as far as the official SDKs relax it.
 *
 * @returns null for no scope, `'malformed'` when the shape is wrong
 */
export function readScope(scope: unknown): GrantedScope | null | 'malformed' {
  if (scope === undefined || scope === null) return null;
  const parsed = requestedScope.safeParse(scope);
  if (!parsed.success) return 'malformed';
  const { account_permission: account, attribute_constraint: constraint } = parsed.data;
  return {
    permissions: account?.permission_list ?? null,
    botIds: constraint?.connector_bot_chat_attribute?.bot_id_list ?? null,
  };
}
