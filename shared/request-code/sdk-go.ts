import type { CodeMember, CodeValue } from '../jwt/code/code-value.ts';
import { someValue } from '../jwt/code/code-value.ts';
import { goSyntax, goText } from '../jwt/code/go-literal.ts';
import { type Entry, literal } from '../jwt/code/literal.ts';
import { goSdkCalls } from './go-sdk-calls.ts';
import {
  type ChosenCall,
  chooseCall,
  type SdkArgument,
  type SdkParameter,
  type SdkResult,
  type SdkShape,
  valueFor,
} from './sdk-call.ts';

const initialisms: Readonly<Record<string, string>> = { id: 'ID', uid: 'UID', url: 'URL' };

/** `bot_id` as `BotID`. */
function goName(wire: string): string {
  return wire
    .split('_')
    .map((word) => initialisms[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** The entries of a composite literal, a line each, lined up as gofmt does. */
function lines(entries: readonly Entry[], depth: number): string {
  const rows = goSyntax.align?.(entries) ?? [];
  return rows.map((row) => `${'\t'.repeat(depth)}${row},\n`).join('');
}

function textMap(value: CodeValue, depth: number): string {
  return literal(value, { ...goSyntax, object: { open: 'map[string]string{', close: '}' } }, depth);
}

function membersOf(value: CodeValue): readonly CodeMember[] {
  return value.kind === 'object' ? value.members : [];
}

function structList(value: CodeValue, type: string, depth: number): string {
  const items = value.kind === 'array' ? value.items : [];
  const tabs = '\t'.repeat(depth + 1);
  const structs = items.map((item) => {
    const entries = membersOf(item).map(({ name, value: inner }) => ({
      name: goName(name),
      value: inner.kind === 'text' ? goText(inner.text) : textMap(inner, depth + 2),
    }));
    return entries.length === 0 ? `${tabs}{},\n` : `${tabs}{\n${lines(entries, depth + 2)}${tabs}},\n`;
  });
  return structs.length === 0 ? `${type}{}` : `${type}{\n${structs.join('')}${'\t'.repeat(depth)}}`;
}

const listTypes: Partial<Record<SdkShape, string>> = {
  messages: '[]*coze.Message',
  toolOutputs: '[]*coze.ToolOutput',
  variables: '[]coze.VariableValue',
};

/** A constant in the type that a pointer needs. */
function typedConstant(code: string, shape: SdkShape): string {
  if (shape === 'audioFormat') return `coze.AudioFormat(${code})`;
  return shape === 'number' ? `float32(${code})` : code;
}

/** Go has no literal for what is beyond its types, and `json.Number` stands for it in maps alone. */
function isBeyondGo(value: CodeValue): boolean {
  return value.kind === 'number' && !/^-?[1-9]\d{0,8}$|^0$/.test(value.source);
}

function fieldCode({ shape, isPointer }: SdkParameter, argument: SdkArgument): string | null {
  if (shape === 'file') return argument.kind === 'file' ? 'file' : null;
  const value = valueFor(argument, shape);
  if (value === null) return null;
  if (shape === 'anyMap') return someValue(membersOf(value), isBeyondGo) ? null : literal(value, goSyntax, 2);
  if (shape === 'textMap') return textMap(value, 2);
  if (shape === 'texts') return literal(value, { ...goSyntax, array: { open: '[]string{', close: '}' } }, 2);
  const type = listTypes[shape];
  if (type !== undefined) return structList(value, type, 2);
  const code = value.kind === 'number' ? value.source : literal(value, goSyntax, 2);
  return isPointer ? `ptr(${typedConstant(code, shape)})` : code;
}

function requestCode({ call, given }: ChosenCall): string | null {
  const entries: Entry[] = [];
  for (const { parameter, argument } of given) {
    const value = fieldCode(parameter, argument);
    if (value === null) return null;
    entries.push({ name: parameter.name ?? goName(parameter.wire), value });
  }
  if (call.type === null) return 'ctx';
  return `ctx, &coze.${call.type}{${entries.length === 0 ? '' : `\n${lines(entries, 2)}\t`}}`;
}

const failed = '\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n';

const printJson = `	if err := json.NewEncoder(os.Stdout).Encode(result); err != nil {
		log.Fatal(err)
	}
`;

const endings: Readonly<Record<SdkResult, string>> = {
  value: printJson,
  page: printJson.replace('(result)', '(result.Items())'),
  events: `	defer result.Close()
	for {
		event, err := result.Recv()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
		if err := json.NewEncoder(os.Stdout).Encode(event); err != nil {
			log.Fatal(err)
		}
	}
`,
  bytes: `	if err := result.WriteToFile("answer.bin"); err != nil {
		log.Fatal(err)
	}
`,
};

/** A Go program that calls coze-go; null where it has no call that takes all of the request. */
export function sdkGo(origin: string, endpointId: string, given: readonly SdkArgument[]): string | null {
  const chosen = chooseCall(goSdkCalls, endpointId, given);
  const request = chosen === null ? null : requestCode(chosen);
  if (chosen === null || request === null) return null;
  const { method, result } = chosen.call;
  const path = chosen.given.flatMap(({ argument }) => (argument.kind === 'file' ? [argument.path] : []))[0];
  const packages = [
    'context',
    ...(result === 'bytes' ? [] : ['encoding/json']),
    ...(result === 'events' ? ['errors', 'io'] : []),
    'log',
    'net/http',
    'os',
    'time',
  ];
  const open =
    path === undefined ? '' : `\tfile, err := os.Open(${goText(path)})\n${failed}\tdefer file.Close()\n`;
  const pointer = request.includes('ptr(') ? '\nfunc ptr[T any](value T) *T {\n\treturn &value\n}\n' : '';
  return `// go get github.com/coze-dev/coze-go
package main

import (
${packages.map((name) => `\t"${name}"\n`).join('')}
	"github.com/coze-dev/coze-go"
)

func main() {
	client := coze.NewCozeAPI(
		coze.NewTokenAuth(os.Getenv("COZE_API_TOKEN")),
		coze.WithBaseURL(${goText(origin)}),
		// The client of the SDK itself gives up after 5 seconds.
		coze.WithHttpClient(&http.Client{Timeout: 10 * time.Minute}),
	)
	ctx := context.Background()
${open}	result, err := client.${method}(${request})
${failed}${endings[result]}}
${pointer}`;
}
