import { type CodeMember, type CodeValue, isTornText, someValue, valueNamed } from './code-value.ts';
import { isBeyondJava, javaBuilders, javaJson, javaSyntax, javaText } from './java-literal.ts';
import { literal } from './literal.ts';
import { headerWithout, type ReadExchange, type ReadRecipe } from './read-recipe.ts';

const installation =
  '// Gradle: implementation("io.jsonwebtoken:jjwt-api:0.12.6"), the same of jjwt-impl and jjwt-jackson\n';

/** A method has at most 65 535 bytes (JVMS §4.7.3), and a value needs up to 30 of them. */
const mostValues = 1500;

/** Header parameters that jjwt sets itself or has its own idea of. */
const ownParameters = 'b64 crit zip calg jwk enc epk apu apv iv tag p2s p2c'.split(' ');

/** jjwt trims texts and leaves out what is empty. */
function isKeptByJjwt(value: CodeValue): boolean {
  switch (value.kind) {
    case 'text':
      return isKeptName(value.text);
    case 'array':
      return value.items.length > 0;
    case 'object':
      return value.members.length > 0;
    default:
      return value.kind !== 'word' || value.word !== 'null';
  }
}

function isKeptName(name: string): boolean {
  return /^[^\s\p{C}\p{Z}](.*[^\s\p{C}\p{Z}])?$/su.test(name);
}

function canJjwtSet(header: readonly CodeMember[]): boolean {
  const isText = (name: string) => (valueNamed(header, name)?.kind ?? 'text') === 'text';
  return (
    header.every(({ name, value }) => isKeptName(name) && isKeptByJjwt(value)) &&
    header.every(({ name }) => !ownParameters.includes(name)) &&
    ['typ', 'cty', 'kid'].every(isText)
  );
}

function headerCalls(header: readonly CodeMember[]): string {
  const calls = headerWithout(header, ['alg']).map(({ name, value }) => {
    const code = literal(value, javaSyntax, 5);
    if (name === 'typ') return `.type(${code})`;
    if (name === 'kid') return `.keyId(${code})`;
    return `.add(${javaText(name)}, ${code})`;
  });
  if (calls.length === 0) return '';
  return `                .header()
${calls.map((call) => `                    ${call}\n`).join('')}                    .and()
`;
}

function signing({ algorithm, header, claims }: ReadRecipe): string {
  const timed = claims.some(({ value }) => value.kind === 'moment');
  const random = claims.some(({ value }) => value.kind === 'random');
  const puts = claims.map(
    ({ name, value }) => `        claims.put(${javaText(name)}, ${literal(value, javaSyntax, 2)});\n`,
  );
  return `
    /** A JWT that is valid from now on. */
    private static String sign() throws IOException, GeneralSecurityException {
        // PKCS#8: -----BEGIN PRIVATE KEY-----
        String pem = Files.readString(Path.of(System.getenv("COZE_PRIVATE_KEY_FILE")));
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", ""));
        PrivateKey privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
${random ? '        byte[] jti = new byte[32];\n        new SecureRandom().nextBytes(jti);\n' : ''}${
  timed ? '        long now = Instant.now().getEpochSecond();\n' : ''
}
        Map<String, Object> claims = new LinkedHashMap<>();
${puts.join('')}
        // As content, the claims are signed as they are; jjwt's claims() would trim them and leave out empty ones.
        return Jwts.builder()
${headerCalls(header)}                .content(new ObjectMapper().writeValueAsBytes(claims))
                .signWith(privateKey, Jwts.SIG.${algorithm})
                .compact();
    }
`;
}

function exchanging({ url, bodyText }: ReadExchange): string {
  const body = javaJson(bodyText, ' '.repeat(16));
  return `
    private static String exchange(String assertion) throws IOException, InterruptedException {
        String body = ${body};
        HttpRequest request = HttpRequest.newBuilder(URI.create(${javaText(url)}))
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
`;
}

function imports(recipe: ReadRecipe): string {
  const { header, claims, exchange } = recipe;
  const random = claims.some(({ value }) => value.kind === 'random');
  const timed = claims.some(({ value }) => value.kind === 'moment');
  const has = (holds: (value: CodeValue) => boolean) => someValue(header, holds) || someValue(claims, holds);
  const code = (value: CodeValue) => (value.kind === 'number' ? javaSyntax.number(value.source) : '');
  const names = [
    'com.fasterxml.jackson.databind.ObjectMapper',
    'io.jsonwebtoken.Jwts',
    'java.io.IOException',
    ...(has((value) => code(value).startsWith('new BigDecimal')) ? ['java.math.BigDecimal'] : []),
    ...(has((value) => code(value).startsWith('new BigInteger')) ? ['java.math.BigInteger'] : []),
    ...(exchange === null ? [] : ['java.net.URI', 'java.net.http.HttpClient']),
    ...(exchange === null ? [] : ['java.net.http.HttpRequest', 'java.net.http.HttpResponse']),
    'java.nio.file.Files',
    'java.nio.file.Path',
    'java.security.GeneralSecurityException',
    'java.security.KeyFactory',
    'java.security.PrivateKey',
    ...(random ? ['java.security.SecureRandom'] : []),
    'java.security.spec.PKCS8EncodedKeySpec',
    ...(timed ? ['java.time.Instant'] : []),
    ...(has(({ kind }) => kind === 'array') ? ['java.util.Arrays'] : []),
    'java.util.Base64',
    'java.util.LinkedHashMap',
    ...(has(({ kind }) => kind === 'array') ? ['java.util.List'] : []),
    'java.util.Map',
  ];
  return names.map((name) => `import ${name};\n`).join('');
}

function countValues(members: readonly CodeMember[]): number {
  let count = 0;
  someValue(members, () => {
    count += 1;
    return false;
  });
  return count;
}

/**
 * A Java 17 program that signs with jjwt 0.12 and sends with java.net.http. Null for what jjwt, UTF-8 or a class file
 * cannot carry.
 */
export function javaCode(recipe: ReadRecipe): string | null {
  const { header, claims, exchange } = recipe;
  const everything = [...header, ...claims];
  if (!canJjwtSet(header) || countValues(everything) > mostValues) return null;
  if (someValue(everything, isTornText) || someValue(everything, isBeyondJava)) return null;

  const name = exchange === null ? 'SignJwt' : 'CozeToken';
  const result = exchange === null ? 'sign()' : 'exchange(sign())';
  const program = [
    imports(recipe),
    `
public class ${name} {
    public static void main(String[] args) throws Exception {
        System.out.println(${result});
    }
`,
    signing(recipe),
    exchange === null ? '' : exchanging(exchange),
    javaBuilders(everything),
    '}\n',
  ].join('');
  const encoding = /^[\n -~]*$/.test(program) ? '' : '// Before Java 18: javac -encoding UTF-8\n';
  return installation + encoding + program;
}
