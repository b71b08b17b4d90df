import type { FormPart, HttpBody } from '../curl/http-request.ts';
import { type CodeValue, readMembers, someValue } from '../jwt/code/code-value.ts';
import { tallObject } from '../jwt/code/literal.ts';
import { nodeSyntax } from '../jwt/code/node-code.ts';
import { survivesDouble } from '../jwt/code/number-source.ts';
import { fileNameOf, type PlainHeader, type PlainRequest } from './plain-request.ts';

const { text, name } = nodeSyntax;

/** A number that JavaScript would round. */
export function isBeyondNode(value: CodeValue): boolean {
  return value.kind === 'number' && !survivesDouble(value.source);
}

/** True for names that change their place in an object, because JavaScript puts integers first. */
export function isIndexName(value: CodeValue): boolean {
  return value.kind === 'object' && value.members.some((member) => /^\d+$/.test(member.name));
}

function headerLine({ name: header, text: before, variable }: PlainHeader): string {
  // `fetch` takes a header as bytes, one a character.
  const value = /^[\0-\x7f]*$/.test(before)
    ? text(before)
    : `Buffer.from(${text(before)}).toString('latin1')`;
  if (variable === null) return `    ${name(header)}: ${value},\n`;
  const secret = `process.env.${variable}`;
  return `    ${name(header)}: ${before === '' ? secret : `${text(before)} + ${secret}`},\n`;
}

function partLine(part: FormPart): string {
  const type = part.contentType === null ? '' : `, { type: ${text(part.contentType)} }`;
  const value =
    part.kind === 'file'
      ? `await openAsBlob(${text(part.path)}${type}), ${text(fileNameOf(part))}`
      : part.contentType === null
        ? text(part.text)
        : `new Blob([${text(part.text)}]${type})`;
  return `form.append(${text(part.name)}, ${value});\n`;
}

function bodyValue(body: Exclude<HttpBody, { kind: 'form' }>): string {
  switch (body.kind) {
    case 'file':
      return `await openAsBlob(${text(body.path)})`;
    case 'text':
      return text(body.text);
    case 'json': {
      const members = readMembers(body.text);
      const isLiteral =
        members !== null &&
        !someValue(members, isBeyondNode) &&
        !someValue([{ name: '', value: { kind: 'object', members } }], isIndexName);
      return isLiteral ? `JSON.stringify(${tallObject(members, nodeSyntax, 1)})` : text(body.text);
    }
  }
}

const endings: Readonly<Record<PlainRequest['answer'], string>> = {
  text: 'console.log(await response.text());\n',
  events: `for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
  process.stdout.write(text);
}
`,
  bytes: "await writeFile('answer.bin', Buffer.from(await response.arrayBuffer()));\n",
};

function imports({ body, answer }: PlainRequest): string {
  const opensFile =
    body?.kind === 'file' || (body?.kind === 'form' && body.parts.some(({ kind }) => kind === 'file'));
  const lines = [
    ...(opensFile ? ["import { openAsBlob } from 'node:fs';\n"] : []),
    ...(answer === 'bytes' ? ["import { writeFile } from 'node:fs/promises';\n"] : []),
  ];
  return lines.length === 0 ? '' : `${lines.join('')}\n`;
}

/** A module for Node 20 that sends with the built-in `fetch`. Null for a body that `fetch` refuses to send. */
export function plainNode(request: PlainRequest): string | null {
  const { method, url, headers, body, answer } = request;
  if (body !== null && (method === 'GET' || method === 'HEAD')) return null;
  const form =
    body?.kind === 'form' ? `const form = new FormData();\n${body.parts.map(partLine).join('')}\n` : '';
  const sent = body === null ? '' : `  body: ${body.kind === 'form' ? 'form' : bodyValue(body)},\n`;
  const headerLines = headers.length === 0 ? '' : `  headers: {\n${headers.map(headerLine).join('')}  },\n`;
  return `// Node 20 or newer; save this as request.mjs
${imports(request)}${form}const response = await fetch(${text(url)}, {
  method: '${method}',
${headerLines}${sent}});
if (!response.ok) throw new Error(\`\${response.status}: \${await response.text()}\`);

${endings[answer]}`;
}
