import { describe, expect, test } from 'vitest';
import { signingCode } from '../../../../shared/jwt/code/signing-code.ts';
import { cozeRecipe, plainRecipe, recipeOf } from './recipes.ts';

const python = (payload: string, header?: string) => signingCode('python', recipeOf(payload, header));

describe('Python code', () => {
  test('signs a fresh assertion with PyJWT and exchanges it', () => {
    expect(signingCode('python', cozeRecipe)).toBe(`# pip install "pyjwt[crypto]" requests
import os
import secrets
import time
from pathlib import Path

import jwt
import requests

private_key = Path(os.environ["COZE_PRIVATE_KEY_FILE"]).read_bytes()
now = int(time.time())

claims = {
    "iss": "1127900106117",
    "aud": "api.coze.cn",
    "iat": now,
    "exp": now + 600,
    "jti": secrets.token_urlsafe(32),
    "session_name": "小明 😀",
    "session_context": {"device_info": {"device_id": "d-1"}},
}
assertion = jwt.encode(
    claims,
    private_key,
    algorithm="RS256",
    headers={
        "typ": "JWT",
        "kid": "_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4",
    },
)

response = requests.post(
    "https://api.coze.cn/api/permission/oauth2/token",
    headers={"Authorization": f"Bearer {assertion}"},
    json={
        "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "duration_seconds": 900,
    },
    timeout=30,
)
if not response.ok:
    raise RuntimeError(f"{response.status_code}: {response.text}")

# "expires_in", beside it, is an absolute Unix time.
print(response.json()["access_token"])
`);
  });

  test('prints the JWT when there is no exchange, and imports only what it uses', () => {
    expect(signingCode('python', plainRecipe)).toBe(`# pip install "pyjwt[crypto]"
import os
from pathlib import Path

import jwt

private_key = Path(os.environ["COZE_PRIVATE_KEY_FILE"]).read_bytes()

claims = {
    "sub": "a",
}
token = jwt.encode(
    claims,
    private_key,
    algorithm="PS256",
    headers={
        "typ": None,
    },
)

print(token)
`);
  });

  test.each([
    ['{"a":[true,false,null]}', '"a": [True, False, None],'],
    ['{"a":12345678901234567890123}', '"a": 12345678901234567890123,'],
    ['{"a":-1.50e-7}', '"a": -1.50e-7,'],
    ['{"a":"\\"\\\\\\n\\u0000\\u202e\\ud800"}', '"a": "\\"\\\\\\n\\u0000\\u202e\\ud800",'],
    ['{"a":"\\udb40\\udc01"}', '"a": "\\U000e0001",'],
    ['{"__proto__":{},"b":[]}', '"__proto__": {},\n    "b": [],'],
    ['{"a":1,"b":2,"a":3}', '"a": 3,\n    "b": 2,'],
  ])('%s is written as %s', (payload, line) => {
    expect(python(payload)).toContain(`claims = {\n    ${line}\n}`);
  });

  test('there is none for what Python or PyJWT cannot write', () => {
    expect(python('{"a":1e400}')).toBeNull();
    expect(python(`{"a":${'1'.repeat(4301)}}`)).toBeNull();
    expect(python(`{"a":${'1'.repeat(4300)}}`)).not.toBeNull();
    expect(python('{}', '{"alg":"RS256","typ":""}')).toBeNull();
    expect(python('{}', '{"alg":"RS256","kid":7}')).toBeNull();
    expect(python('{"iss":1127900106117}')).toBeNull();
    expect(python('{"iss":null}')).toBeNull();
    expect(python('{"iss":"1127900106117","sub":7,"aud":7,"iat":"x"}')).not.toBeNull();
  });
});
