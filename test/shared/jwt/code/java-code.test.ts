import { describe, expect, test } from 'vitest';
import { signingCode } from '../../../../shared/jwt/code/signing-code.ts';
import { cozeRecipe, plainRecipe, recipeOf } from './recipes.ts';

const java = (payload: string, header?: string) => signingCode('java', recipeOf(payload, header));

describe('Java code', () => {
  test('signs a fresh assertion with jjwt and exchanges it', () => {
    expect(
      signingCode('java', cozeRecipe),
    ).toBe(`// Gradle: implementation("io.jsonwebtoken:jjwt-api:0.12.6"), the same of jjwt-impl and jjwt-jackson
// Before Java 18: javac -encoding UTF-8
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jsonwebtoken.Jwts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

public class CozeToken {
    public static void main(String[] args) throws Exception {
        System.out.println(exchange(sign()));
    }

    /** A JWT that is valid from now on. */
    private static String sign() throws IOException, GeneralSecurityException {
        // PKCS#8: -----BEGIN PRIVATE KEY-----
        String pem = Files.readString(Path.of(System.getenv("COZE_PRIVATE_KEY_FILE")));
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", ""));
        PrivateKey privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        byte[] jti = new byte[32];
        new SecureRandom().nextBytes(jti);
        long now = Instant.now().getEpochSecond();

        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "1127900106117");
        claims.put("aud", "api.coze.cn");
        claims.put("iat", now);
        claims.put("exp", now + 600);
        claims.put("jti", Base64.getUrlEncoder().withoutPadding().encodeToString(jti));
        claims.put("session_name", "小明 😀");
        claims.put("session_context", object("device_info", object("device_id", "d-1")));

        // As content, the claims are signed as they are; jjwt's claims() would trim them and leave out empty ones.
        return Jwts.builder()
                .header()
                    .type("JWT")
                    .keyId("_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4")
                    .and()
                .content(new ObjectMapper().writeValueAsBytes(claims))
                .signWith(privateKey, Jwts.SIG.RS256)
                .compact();
    }

    private static String exchange(String assertion) throws IOException, InterruptedException {
        String body = """
                {"grant_type":"urn:ietf:params:oauth:grant-type:jwt-bearer","duration_seconds":900}""";
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://api.coze.cn/api/permission/oauth2/token"))
                .header("Authorization", "Bearer " + assertion)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + ": " + response.body());
        }
        // "expires_in", beside it, is an absolute Unix time.
        return new ObjectMapper().readTree(response.body()).get("access_token").asText();
    }

    /** A JSON object whose members keep their order. */
    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
`);
  });

  test('prints the JWT when there is no exchange, and holds only what it uses', () => {
    const code = signingCode('java', plainRecipe);
    expect(code).toContain('public class SignJwt {');
    expect(code).toContain('System.out.println(sign());');
    expect(code).toContain(`        return Jwts.builder()
                .content(new ObjectMapper().writeValueAsBytes(claims))
                .signWith(privateKey, Jwts.SIG.PS256)
                .compact();
    }
}
`);
    expect(code).not.toMatch(/SecureRandom|Instant|HttpClient|Arrays|BigDecimal|-encoding/);
  });

  test.each([
    ['{"a":-7}', '"a", -7'],
    ['{"a":2147483648}', '"a", 2147483648L'],
    ['{"a":9223372036854775808}', '"a", new BigInteger("9223372036854775808")'],
    ['{"a":1.50}', '"a", new BigDecimal("1.50")'],
    ['{"a":null}', '"a", null'],
    ['{"a":[null]}', '"a", array((Object) null)'],
    ['{"a":[null,[],{}]}', '"a", array(null, array(), object())'],
    ['{"a":"\\"\\\\\\n\\r\\u0000\\u2028"}', '"a", "\\"\\\\\\n\\r\\u0000\\u2028"'],
    ['{"a":"\\\\u0022"}', '"a", "\\\\u0022"'],
    ['{"a":"\\udb40\\udc01"}', '"a", "\\udb40\\udc01"'],
  ])('%s is written as %s', (payload, args) => {
    expect(java(payload)).toContain(`        claims.put(${args});\n`);
  });

  test('a text beyond 65 535 bytes is joined from parts that tear no character', () => {
    const code = java(`{"a":"${'😀'.repeat(21_001)}"}`);
    expect(code).toContain(
      `claims.put("a", String.join("", "${'😀'.repeat(10_500)}", "${'😀'.repeat(10_500)}", "😀"));`,
    );
    expect(java(`{"a":"x${'😀'.repeat(10_500)}"}`)).toContain(
      `String.join("", "x${'😀'.repeat(10_499)}", "😀")`,
    );
  });

  test('a request body is a text block, or a plain string when it holds what no reader sees', () => {
    const bodyOf = (body: string) =>
      signingCode('java', { ...cozeRecipe, exchange: { url: 'https://a.example/', body } });
    expect(bodyOf('{ "a": "\\"\\"\\"\\\\" }')).toContain('{"a":"\\\\"\\\\"\\\\"\\\\\\\\"}""";\n');
    expect(bodyOf('{"a":"\u2028"}')).toContain('String body = "{\\"a\\":\\"\\u2028\\"}";\n');
  });

  test.each([
    ['a header parameter that jjwt leaves out', '{}', '{"alg":"RS256","x":null}'],
    ['one that jjwt trims', '{}', '{"alg":"RS256","x":" a"}'],
    ['one that jjwt sets itself', '{}', '{"alg":"RS256","crit":["x"],"x":1}'],
    ['a kid that is no text', '{}', '{"alg":"RS256","kid":7}'],
    ['half a surrogate pair', '{"a":"\\ud800"}', '{"alg":"RS256"}'],
    ['a number beyond BigDecimal', '{"a":1e2147483648}', '{"alg":"RS256"}'],
    ['more values than a method holds', `{"a":[${'1,'.repeat(1500)}1]}`, '{"alg":"RS256"}'],
  ])('there is none for %s', (_, payload, header) => {
    expect(java(payload, header)).toBeNull();
  });
});
