import { type CodeValue, isTornText, someValue, valueNamed } from './code-value.ts';
import { goSyntax, goText } from './go-literal.ts';
import { literal, tallObject } from './literal.ts';
import { headerWithout, type ReadExchange, type ReadRecipe } from './read-recipe.ts';

const refuse = (...results: readonly string[]) => `if err != nil {
\t\treturn ${results.join(', ')}
\t}`;

const failed = refuse('""', 'err');

/** `NewWithClaims` sets `alg`, and `typ` to "JWT". */
function headerLines({ header }: ReadRecipe): string {
  const typ = valueNamed(header, 'typ');
  const isPreset = typ?.kind === 'text' && typ.text === 'JWT';
  const given = headerWithout(header, isPreset ? ['alg', 'typ'] : ['alg']);
  const lines = given.map(
    ({ name, value }) => `\ttoken.Header[${goSyntax.name(name)}] = ${literal(value, goSyntax, 1)}\n`,
  );
  return (typ === null ? '\tdelete(token.Header, "typ")\n' : '') + lines.join('');
}

function signing(recipe: ReadRecipe): string {
  const { algorithm, claims } = recipe;
  const timed = claims.some(({ value }) => value.kind === 'moment');
  const random = claims.some(({ value }) => value.kind === 'random');
  const members = tallObject(claims, goSyntax, 1, { open: 'jwt.MapClaims{', close: '}' });
  return `
// sign makes a JWT that is valid from now on.
func sign() (string, error) {
	pem, err := os.ReadFile(os.Getenv("COZE_PRIVATE_KEY_FILE"))
	${failed}
	privateKey, err := jwt.ParseRSAPrivateKeyFromPEM(pem)
	${failed}
${random ? `\tjti := make([]byte, 32)\n\tif _, err := rand.Read(jti); err != nil {\n\t\treturn "", err\n\t}\n` : ''}${
  timed ? '\tnow := time.Now().Unix()\n' : ''
}	// The members of a map are written in the order of their names.
	token := jwt.NewWithClaims(jwt.SigningMethod${algorithm}, ${members})
${headerLines(recipe)}	return token.SignedString(privateKey)
}
`;
}

function exchanging({ url, bodyText }: ReadExchange): string {
  return `
// exchange trades the assertion for an access token.
func exchange(assertion string) (string, error) {
	body := ${goText(bodyText)}
	request, err := http.NewRequest(http.MethodPost, ${goText(url)}, strings.NewReader(body))
	${failed}
	request.Header.Set("Authorization", "Bearer "+assertion)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	${failed}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	${failed}
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
`;
}

function main(exchanges: boolean): string {
  const signed = exchanges ? 'assertion' : 'token';
  const exchange = `	accessToken, err := exchange(assertion)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(accessToken)
`;
  return `
func main() {
	${signed}, err := sign()
	if err != nil {
		log.Fatal(err)
	}
${exchanges ? exchange : '\tfmt.Println(token)\n'}}
`;
}

function isNumberInText(value: CodeValue): boolean {
  return value.kind === 'number' && goSyntax.number(value.source) !== value.source;
}

function imports({ header, claims, exchange }: ReadRecipe): string {
  const random = claims.some(({ value }) => value.kind === 'random');
  const timed = claims.some(({ value }) => value.kind === 'moment');
  const numbers =
    someValue(headerWithout(header, ['alg']), isNumberInText) || someValue(claims, isNumberInText);
  const exchanges = exchange !== null;
  const paths = [
    ...(random ? ['crypto/rand', 'encoding/base64'] : []),
    ...(numbers || exchanges ? ['encoding/json'] : []),
    'fmt',
    ...(exchanges ? ['io'] : []),
    'log',
    ...(exchanges ? ['net/http'] : []),
    'os',
    ...(exchanges ? ['strings'] : []),
    ...(timed ? ['time'] : []),
  ];
  return `import (
${paths.map((path) => `\t"${path}"\n`).join('')}
	"github.com/golang-jwt/jwt/v5"
)
`;
}

/** A Go program that signs with golang-jwt and sends with net/http; null for half a surrogate pair (no UTF-8 has it). */
export function goCode(recipe: ReadRecipe): string | null {
  const { header, claims, exchange } = recipe;
  if (someValue(header, isTornText) || someValue(claims, isTornText)) return null;
  return [
    '// go get github.com/golang-jwt/jwt/v5\n\npackage main\n\n',
    imports(recipe),
    main(exchange !== null),
    signing(recipe),
    exchange === null ? '' : exchanging(exchange),
  ].join('');
}
