import type { Endpoint } from '../coze/endpoints.ts';
import { someValue } from '../jwt/code/code-value.ts';
import { literal } from '../jwt/code/literal.ts';
import { nodeSyntax } from '../jwt/code/node-code.ts';
import { type NodeSdkCall, nodeSdkCall } from './node-sdk-calls.ts';
import { isBeyondNode, isIndexName } from './plain-node.ts';
import type { SdkArgument } from './sdk-call.ts';

const { text, name } = nodeSyntax;

/** The SDK puts these into a URL as they are, so they must mean the same there. */
const plainInUrl = /^[\w.,:~-]+$/;

function isCount(endpoint: Endpoint, wire: string): boolean {
  return (
    /^int/i.test(endpoint.query.find((parameter) => parameter.name === wire)?.type ?? '') && !/id$/.test(wire)
  );
}

function memberCode(argument: SdkArgument, endpoint: Endpoint): string | null {
  if (argument.kind === 'file') return `createReadStream(${text(argument.path)})`;
  if (argument.kind === 'json') {
    const members = [{ name: '', value: argument.value }];
    const isExact = !someValue(members, isBeyondNode) && !someValue(members, isIndexName);
    return isExact ? literal(argument.value, nodeSyntax, 1) : null;
  }
  if (endpoint.body?.contentType !== 'multipart/form-data' && !plainInUrl.test(argument.text)) return null;
  const isNumber = isCount(endpoint, argument.wire) && /^\d{1,9}$/.test(argument.text);
  return isNumber ? argument.text : text(argument.text);
}

function objectCode(given: readonly SdkArgument[], endpoint: Endpoint): string | null {
  const lines: string[] = [];
  for (const argument of given) {
    const code = memberCode(argument, endpoint);
    if (code === null) return null;
    lines.push(`  ${name(argument.wire)}: ${code},\n`);
  }
  return `{\n${lines.join('')}}`;
}

function textOf(argument: SdkArgument | undefined): string | null {
  if (argument?.kind === 'text') return argument.text;
  return argument?.kind === 'json' && argument.value.kind === 'text' ? argument.value.text : null;
}

function callCode(call: NodeSdkCall, given: readonly SdkArgument[], endpoint: Endpoint): string | null {
  const alone = call.alone.map((wire) => textOf(given.find((argument) => argument.wire === wire)));
  if (alone.some((value) => value === null || !plainInUrl.test(value))) return null;
  const rest = given.filter(({ wire }) => !call.alone.includes(wire));
  if (!call.hasObject && rest.length > 0) return null;
  const object = call.hasObject && (rest.length > 0 || alone.length === 0) ? objectCode(rest, endpoint) : '';
  if (object === null) return null;
  const parameters = [...alone.map((value) => text(value ?? '')), ...(object === '' ? [] : [object])];
  return `coze.${call.method}(${parameters.join(', ').replace('{\n}', '{}')})`;
}

const endings: Readonly<Record<NodeSdkCall['result'], (code: string) => string>> = {
  value: (code) => `const result = await ${code};\nconsole.dir(result, { depth: null });\n`,
  events: (code) => `for await (const event of ${code}) {\n  console.dir(event, { depth: null });\n}\n`,
  bytes: (code) => `await writeFile('answer.bin', Buffer.from(await ${code}));\n`,
};

/** A module for Node that calls @coze/api; null where it has no call that takes all of the request. */
export function sdkNode(origin: string, endpoint: Endpoint, given: readonly SdkArgument[]): string | null {
  const stream = given.find(({ wire }) => wire === 'stream');
  const isStream = stream?.kind === 'json' && stream.value.kind === 'word' && stream.value.word === 'true';
  const call = nodeSdkCall(endpoint.id, isStream);
  if (call === null) return null;
  const isByCall = endpoint.id === 'chat_v3';
  const rest = isByCall ? given.filter(({ wire }) => wire !== 'stream') : given;
  const code = callCode(call, rest, endpoint);
  if (code === null) return null;
  const imports = [
    ...(rest.some(({ kind }) => kind === 'file') ? ["import { createReadStream } from 'node:fs';\n"] : []),
    ...(call.result === 'bytes' ? ["import { writeFile } from 'node:fs/promises';\n"] : []),
    "import { CozeAPI } from '@coze/api';\n",
  ];
  return `// npm install @coze/api, and save this as request.mjs
${imports.join('')}
const coze = new CozeAPI({ token: process.env.COZE_API_TOKEN, baseURL: ${text(origin)} });
${endings[call.result](code)}`;
}
