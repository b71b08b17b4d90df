/** Coze allows at most three key pairs for an OAuth app (OAuth 应用管理). */
export const maxKeysPerApp = 3;
