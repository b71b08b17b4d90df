import { describe, expect, test } from 'vitest';
import { signingCode } from '../../../../shared/jwt/code/signing-code.ts';
import { cozeRecipe, plainRecipe, recipeOf } from './recipes.ts';

const go = (payload: string, header?: string) => signingCode('go', recipeOf(payload, header));

describe('Go code', () => {
  test('signs a fresh assertion with golang-jwt and exchanges it', () => {
    expect(signingCode('go', cozeRecipe)).toBe(`// go get github.com/golang-jwt/jwt/v5

package main

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func main() {
	assertion, err := sign()
	if err != nil {
		log.Fatal(err)
	}
	accessToken, err := exchange(assertion)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(accessToken)
}

// sign makes a JWT that is valid from now on.
func sign() (string, error) {
	pem, err := os.ReadFile(os.Getenv("COZE_PRIVATE_KEY_FILE"))
	if err != nil {
		return "", err
	}
	privateKey, err := jwt.ParseRSAPrivateKeyFromPEM(pem)
	if err != nil {
		return "", err
	}
	jti := make([]byte, 32)
	if _, err := rand.Read(jti); err != nil {
		return "", err
	}
	now := time.Now().Unix()
	// The members of a map are written in the order of their names.
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{
		"iss":             "1127900106117",
		"aud":             "api.coze.cn",
		"iat":             now,
		"exp":             now + 600,
		"jti":             base64.RawURLEncoding.EncodeToString(jti),
		"session_name":    "小明 😀",
		"session_context": map[string]any{"device_info": map[string]any{"device_id": "d-1"}},
	})
	token.Header["kid"] = "_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4"
	return token.SignedString(privateKey)
}

// exchange trades the assertion for an access token.
func exchange(assertion string) (string, error) {
	body := \`{"grant_type":"urn:ietf:params:oauth:grant-type:jwt-bearer","duration_seconds":900}\`
	request, err := http.NewRequest(http.MethodPost, "https://api.coze.cn/api/permission/oauth2/token", strings.NewReader(body))
	if err != nil {
		return "", err
	}
	request.Header.Set("Authorization", "Bearer "+assertion)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return "", err
	}
	if response.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", response.Status, answer)
	}
	var granted struct {
		AccessToken string \`json:"access_token"\`
		ExpiresIn   int64  \`json:"expires_in"\` // an absolute Unix time
	}
	if err := json.Unmarshal(answer, &granted); err != nil {
		return "", err
	}
	return granted.AccessToken, nil
}
`);
  });

  test('prints the JWT when there is no exchange, and imports only what it uses', () => {
    expect(signingCode('go', plainRecipe)).toBe(`// go get github.com/golang-jwt/jwt/v5

package main

import (
	"fmt"
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func main() {
	token, err := sign()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token)
}

// sign makes a JWT that is valid from now on.
func sign() (string, error) {
	pem, err := os.ReadFile(os.Getenv("COZE_PRIVATE_KEY_FILE"))
	if err != nil {
		return "", err
	}
	privateKey, err := jwt.ParseRSAPrivateKeyFromPEM(pem)
	if err != nil {
		return "", err
	}
	// The members of a map are written in the order of their names.
	token := jwt.NewWithClaims(jwt.SigningMethodPS256, jwt.MapClaims{
		"sub": "a",
	})
	delete(token.Header, "typ")
	return token.SignedString(privateKey)
}
`);
  });

  test.each([
    ['{"a":[0,-7,999999999]}', '"a": []any{0, -7, 999999999},'],
    ['{"a":[-0,1.50]}', '"a": []any{json.Number("-0"), json.Number("1.50")},'],
    ['{"a":[2147483648,1e400]}', '"a": []any{json.Number("2147483648"), json.Number("1e400")},'],
    ['{"a":[null,true,{}]}', '"a": []any{nil, true, map[string]any{}},'],
    ['{"a":"say \\"\\\\\\""}', '"a": `say "\\"`,'],
    ['{"a":"`\\"\\n\\ufeff"}', '"a": "`\\"\\n\\ufeff",'],
    ['{"a":1,"b":2,"a":3}', '"a": 3,\n\t\t"b": 2,'],
  ])('%s is written as %s', (payload, line) => {
    expect(go(payload)).toContain(`jwt.MapClaims{\n\t\t${line}\n\t})`);
  });

  test('values line up as gofmt wants it', () => {
    const long = 'x'.repeat(110);
    expect(go(`{"a":1,"bcd":2,"e":"${long}","list":["${long}"],"f":3,"${'n'.repeat(80)}":4}`)).toContain(
      `		"a":   1,
		"bcd": 2,
		"e":   "${long}",
		"list": []any{
			"${long}",
		},
		"f": 3,
		"${'n'.repeat(80)}": 4,
`,
    );
  });

  test('every other header parameter is set', () => {
    expect(go('{}', '{"typ":"at+jwt","alg":"RS512","n":1.0,"x\\"y":null}')).toContain(
      `	token := jwt.NewWithClaims(jwt.SigningMethodRS512, jwt.MapClaims{})
	token.Header["typ"] = "at+jwt"
	token.Header["n"] = json.Number("1.0")
	token.Header["x\\"y"] = nil
	return`,
    );
  });

  test('there is none for half a surrogate pair, which UTF-8 cannot hold', () => {
    expect(go('{"a":"\\ud800"}')).toBeNull();
    expect(go('{"a":{"\\ud800":1}}')).toBeNull();
    expect(go('{}', '{"alg":"RS256","a":["\\udc00"]}')).toBeNull();
    expect(go('{"a":"\\ud83d\\ude00"}')).toContain('"a": "😀",');
  });
});
