import type { FormPart } from '../curl/http-request.ts';
import { readMembers, someValue } from '../jwt/code/code-value.ts';
import { tallObject } from '../jwt/code/literal.ts';
import { isBeyondPython, pythonSyntax } from '../jwt/code/python-code.ts';
import { fileNameOf, type PlainHeader, type PlainRequest } from './plain-request.ts';

const { text } = pythonSyntax;

function headerValue({ text: before, variable }: PlainHeader): string {
  if (variable === null) return /^[\0-\x7f]*$/.test(before) ? text(before) : `${text(before)}.encode()`;
  const value = `os.environ["${variable}"]`;
  return before === '' ? value : `${text(before)} + ${value}`;
}

function headerLines(headers: readonly PlainHeader[]): string {
  if (headers.length === 0) return '';
  const lines = headers.map((header) => `        ${text(header.name)}: ${headerValue(header)},\n`);
  return `    headers={\n${lines.join('')}    },\n`;
}

function partLine(part: FormPart): string {
  const type = part.contentType === null ? '' : `, ${text(part.contentType)}`;
  const value =
    part.kind === 'text'
      ? `None, ${text(part.text)}${type}`
      : `${text(fileNameOf(part))}, open(${text(part.path)}, "rb")${type}`;
  return `        (${text(part.name)}, (${value})),\n`;
}

/** As a literal where that is the same JSON, else as its text. */
function bodyLine({ body }: PlainRequest): string {
  switch (body?.kind) {
    case undefined:
      return '';
    case 'form':
      return `    files=[\n${body.parts.map(partLine).join('')}    ],\n`;
    case 'file':
      return `    data=open(${text(body.path)}, "rb"),\n`;
    case 'text':
      return `    data=${text(body.text)}.encode(),\n`;
    case 'json': {
      const members = readMembers(body.text);
      const isLiteral = members !== null && !someValue(members, isBeyondPython);
      return isLiteral
        ? `    json=${tallObject(members, pythonSyntax, 1)},\n`
        : `    data=${text(body.text)}.encode(),\n`;
    }
  }
}

const endings: Readonly<Record<PlainRequest['answer'], string>> = {
  text: 'print(response.text)\n',
  events: `for line in response.iter_lines():
    print(line.decode())
`,
  bytes: `with open("answer.bin", "wb") as file:
    file.write(response.content)
`,
};

/** A Python 3 program that sends with requests. */
export function plainPython(request: PlainRequest): string {
  const usesEnvironment = request.headers.some(({ variable }) => variable !== null);
  return `# pip install requests
${usesEnvironment ? 'import os\n\n' : ''}import requests

response = requests.request(
    "${request.method}",
    ${text(request.url)},
${headerLines(request.headers)}${bodyLine(request)}${request.answer === 'events' ? '    stream=True,\n' : ''}    timeout=${request.answer === 'events' ? '(30, 300)' : '120'},
)
if not response.ok:
    raise RuntimeError(f"{response.status_code}: {response.text}")

${endings[request.answer]}`;
}
