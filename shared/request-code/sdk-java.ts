import { type CodeMember, type CodeValue, someValue } from '../jwt/code/code-value.ts';
import { isBeyondJava, javaBuilders, javaSyntax, javaText } from '../jwt/code/java-literal.ts';
import { literal } from '../jwt/code/literal.ts';
import { javaPackages, javaSdkCalls } from './java-sdk-calls.ts';
import { type ChosenCall, chooseCall, type SdkArgument, type SdkShape, valueFor } from './sdk-call.ts';

const constants: Partial<Record<SdkShape, Readonly<Record<string, string>>>> = {
  role: { user: 'MessageRole.USER', assistant: 'MessageRole.ASSISTANT' },
  contentType: {
    text: 'MessageContentType.TEXT',
    object_string: 'MessageContentType.OBJECT_STRING',
  },
};

const messageTypes: Readonly<Record<string, string>> = {
  question: 'MessageType.QUESTION',
  answer: 'MessageType.ANSWER',
};

function membersOf(value: CodeValue): readonly CodeMember[] {
  return value.kind === 'object' ? value.members : [];
}

function constantOf(value: CodeValue, known: Readonly<Record<string, string>> | undefined): string | null {
  const key = value.kind === 'text' ? value.text : '';
  return known !== undefined && Object.hasOwn(known, key) ? (known[key] ?? null) : null;
}

function textMap(value: CodeValue): string {
  const entries = membersOf(value).map(
    ({ name, value: inner }) =>
      `Map.entry(${javaText(name)}, ${javaText(inner.kind === 'text' ? inner.text : '')})`,
  );
  return `Map.ofEntries(${entries.join(', ')})`;
}

function messageSetter({ name, value }: CodeMember): string | null {
  switch (name) {
    case 'role': {
      const role = constantOf(value, constants.role);
      return role === null ? null : `.role(${role})`;
    }
    case 'content_type': {
      const type = constantOf(value, constants.contentType);
      return type === null ? null : `.contentType(${type})`;
    }
    case 'type': {
      const type = constantOf(value, messageTypes);
      return type === null ? null : `.type(${type})`;
    }
    case 'meta_data':
      return `.metaData(${textMap(value)})`;
    default:
      return value.kind === 'text' ? `.content(${javaText(value.text)})` : null;
  }
}

function messages(value: CodeValue): string | null {
  const items = value.kind === 'array' ? value.items : [];
  const built: string[] = [];
  for (const item of items) {
    const setters = membersOf(item).map(messageSetter);
    if (setters.includes(null)) return null;
    const calls = setters.map((setter) => `\n                                ${setter}`).join('');
    built.push(
      `\n                        Message.builder()${calls}\n                                .build()`,
    );
  }
  return `List.of(${built.join(',')})`;
}

function argumentCode(argument: SdkArgument, shape: SdkShape): string | null {
  if (shape === 'file') return argument.kind === 'file' ? javaText(argument.path) : null;
  const value = valueFor(argument, shape);
  if (value === null || someValue([{ name: '', value }], isBeyondJava)) return null;
  switch (shape) {
    case 'role':
    case 'contentType':
      return constantOf(value, constants[shape]);
    case 'messages':
      return messages(value);
    case 'textMap':
      return textMap(value);
    default:
      return literal(value, javaSyntax, 4);
  }
}

/** The request: by `of(…)` where that makes it, else by its builder. */
function requestCode({ call, given }: ChosenCall): string | null {
  if (call.type === null) return '';
  const values: string[] = [];
  for (const { parameter, argument } of given) {
    const code = argumentCode(argument, parameter.shape);
    if (code === null) return null;
    values.push(
      parameter.name === 'of' ? code : `\n                .${parameter.name ?? parameter.wire}(${code})`,
    );
  }
  const isMadeByOf = call.parameters.some(({ name }) => name === 'of');
  if (isMadeByOf)
    return values.length === call.parameters.length ? `${call.type}.of(${values.join(', ')})` : null;
  return values.length === 0
    ? `new ${call.type}()`
    : `${call.type}.builder()${values.join('')}\n                .build()`;
}

const printing: Readonly<Record<ChosenCall['call']['result'], (call: string) => string>> = {
  value: (call) => `        System.out.println(${call});\n`,
  page: (call) => `        ${call}.getItems().forEach(System.out::println);\n`,
  events: (call) => `        ${call}.blockingForEach(System.out::println);\n`,
  bytes: (call) => `        System.out.println(${call});\n`,
};

function importsFor(code: string, hasBuilders: readonly ('object' | 'array')[]): readonly string[] {
  const bare = code.replace(/"(?:[^"\\\n]+|\\.)*"/g, '');
  const classes = Object.entries(javaPackages)
    .filter(([name]) => new RegExp(`\\b${name}\\b`).test(bare))
    .map(([name, location]) => `${location}.${name}`);
  return [
    ...classes,
    'com.coze.openapi.service.auth.TokenAuth',
    'com.coze.openapi.service.service.CozeAPI',
    ...(bare.includes('new BigDecimal') ? ['java.math.BigDecimal'] : []),
    ...(bare.includes('new BigInteger') ? ['java.math.BigInteger'] : []),
    ...(hasBuilders.includes('array') ? ['java.util.Arrays'] : []),
    ...(hasBuilders.includes('object') ? ['java.util.LinkedHashMap'] : []),
    ...(hasBuilders.includes('array') || bare.includes('List.of(') ? ['java.util.List'] : []),
    ...(hasBuilders.includes('object') || bare.includes('Map.') ? ['java.util.Map'] : []),
  ].toSorted();
}

/** A Java 17 program that calls coze-api; null where it has no call that takes all of the request. */
export function sdkJava(origin: string, endpointId: string, given: readonly SdkArgument[]): string | null {
  const chosen = chooseCall(javaSdkCalls, endpointId, given);
  const request = chosen === null ? null : requestCode(chosen);
  if (chosen === null || request === null) return null;
  const maps = chosen.given.flatMap(({ parameter, argument }) => {
    const value = parameter.shape === 'anyMap' ? valueFor(argument, 'anyMap') : null;
    return value === null ? [] : [{ name: '', value }];
  });
  const builders = javaBuilders(maps);
  const kinds = (['object', 'array'] as const).filter((kind) =>
    someValue(maps, (value) => value.kind === kind),
  );
  const body = printing[chosen.call.result](`coze.${chosen.call.method}(${request})`);
  const imports = importsFor(request, kinds);
  const program = `${imports.map((name) => `import ${name};\n`).join('')}
public class CozeRequest {
    public static void main(String[] args) {
        CozeAPI coze = new CozeAPI.Builder()
                .baseURL(${javaText(origin)})
                .auth(new TokenAuth(System.getenv("COZE_API_TOKEN")))
                .readTimeout(600_000)
                .build();
${body}        coze.shutdownExecutor();
    }
${builders}}
`;
  const encoding = /^[\n -~]*$/.test(program) ? '' : '// Before Java 18: javac -encoding UTF-8\n';
  return `// Maven: com.coze:coze-api\n${encoding}${program}`;
}
