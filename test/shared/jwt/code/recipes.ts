import type { SigningRecipe } from '../../../../shared/jwt/code/signing-code.ts';

export const kid = '_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4';

/** A Coze assertion and its exchange, as the build form makes them. */
export const cozeRecipe: SigningRecipe = {
  header: `{"alg":"RS256","typ":"JWT","kid":"${kid}"}`,
  payload:
    '{"iss":"1127900106117","aud":"api.coze.cn","iat":1767323045,"exp":1767323645,"jti":"b7e1","session_name":"小明 😀","session_context":{"device_info":{"device_id":"d-1"}}}',
  jwt: 'eyJh.eyJp.c2ln',
  exchange: {
    url: 'https://api.coze.cn/api/permission/oauth2/token',
    body: '{"grant_type":"urn:ietf:params:oauth:grant-type:jwt-bearer","duration_seconds":900}',
  },
};

/** A JWT that is for something other than Coze. */
export const plainRecipe: SigningRecipe = {
  header: '{"alg":"PS256"}',
  payload: '{"sub":"a"}',
  jwt: null,
  exchange: null,
};

/** `plainRecipe` with this payload. */
export function recipeOf(payload: string, header = '{"alg":"RS256","typ":"JWT"}'): SigningRecipe {
  return { ...plainRecipe, header, payload };
}
