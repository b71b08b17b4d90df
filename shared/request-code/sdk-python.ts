import { type CodeValue, someValue } from '../jwt/code/code-value.ts';
import { literal, tallObject } from '../jwt/code/literal.ts';
import { isBeyondPython, pythonSyntax } from '../jwt/code/python-code.ts';
import { pythonSdkCalls } from './python-sdk-calls.ts';
import {
  type ChosenCall,
  chooseCall,
  type SdkArgument,
  type SdkResult,
  type SdkShape,
  valueFor,
} from './sdk-call.ts';

const { text } = pythonSyntax;

/** Classes of cozepy that are made out of one value. */
const wrappers: Partial<Record<SdkShape, string>> = {
  role: 'MessageRole',
  contentType: 'MessageContentType',
  audioFormat: 'AudioFormat',
  documentFormat: 'DocumentFormatType',
};

/** Models of cozepy, which validate a dictionary. */
const models: Partial<Record<SdkShape, string>> = {
  messages: 'Message',
  toolOutputs: 'ToolOutput',
  variables: 'VariableValue',
};

function modelList(value: CodeValue, model: string): string {
  const items = value.kind === 'array' ? value.items : [];
  const lines = items.map((item) => {
    const members = item.kind === 'object' ? item.members : [];
    return `        ${model}.model_validate(${tallObject(members, pythonSyntax, 2)}),\n`;
  });
  return lines.length === 0 ? '[]' : `[\n${lines.join('')}    ]`;
}

function argumentCode(argument: SdkArgument, shape: SdkShape): string | null {
  if (shape === 'file') return argument.kind === 'file' ? `Path(${text(argument.path)})` : null;
  const value = valueFor(argument, shape);
  if (value === null || someValue([{ name: '', value }], isBeyondPython)) return null;
  const model = models[shape];
  if (model !== undefined) return modelList(value, model);
  const code = literal(value, pythonSyntax, 1);
  const wrapper = wrappers[shape];
  return wrapper === undefined ? code : `${wrapper}(${code})`;
}

function callCode({ call, given }: ChosenCall): string | null {
  const lines: string[] = [];
  for (const { parameter, argument } of given) {
    const code = argumentCode(argument, parameter.shape);
    if (code === null) return null;
    lines.push(`    ${parameter.name ?? parameter.wire}=${code},\n`);
  }
  return lines.length === 0 ? `coze.${call.method}()` : `coze.${call.method}(\n${lines.join('')})`;
}

function program(result: SdkResult, code: string): string {
  switch (result) {
    case 'value':
      return `result = ${code}\nprint(result)\n`;
    case 'page':
      return `page = ${code}\nfor item in page.items:\n    print(item)\n`;
    case 'events':
      return `for event in ${code}:\n    print(event)\n`;
    case 'bytes':
      return `answer = ${code}\nanswer.write_to_file("answer.bin")\n`;
  }
}

/** A Python 3 program that calls cozepy; null where it has no call that takes all of the request. */
export function sdkPython(origin: string, endpointId: string, given: readonly SdkArgument[]): string | null {
  const chosen = chooseCall(pythonSdkCalls, endpointId, given);
  const code = chosen === null ? null : callCode(chosen);
  if (chosen === null || code === null) return null;
  const shapes = chosen.given.map(({ parameter }) => parameter.shape);
  const names = ['Coze', 'TokenAuth', ...shapes.flatMap((shape) => wrappers[shape] ?? models[shape] ?? [])];
  return `# pip install cozepy
import os
${shapes.includes('file') ? 'from pathlib import Path\n' : ''}
from cozepy import ${[...new Set(names)].toSorted().join(', ')}

coze = Coze(
    auth=TokenAuth(token=os.environ["COZE_API_TOKEN"]),
    base_url=${text(origin)},
)
${program(chosen.call.result, code)}`;
}
