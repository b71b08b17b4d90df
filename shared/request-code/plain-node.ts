import type { FormPart, HttpBody } from '../curl/http-request.ts';
import { type CodeValue, readMembers, someValue } from '../jwt/code/code-value.ts';
import { tallObject } from '../jwt/code/literal.ts';
import { nodeSyntax } from '../jwt/code/node-code.ts';
import { survivesDouble } from '../jwt/code/number-source.ts';
import {
  dispositionOf,
  fileNameOf,
  type PlainHeader,
  type PlainRequest,
  partTypeOf,
} from './plain-request.ts';

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

/**
 * FormData makes a file of a text that names its type, CRLF of the line ends of texts and names, and small letters of a
 * type.
 */
function isBeyondFormData(part: FormPart): boolean {
  const { name, contentType } = part;
  if (/[\r\n]/.test(name)) return true;
  if (part.kind === 'text') return contentType !== null || /[\r\n]/.test(part.text);
  return !/^[ !-@[-~]*$/.test(contentType ?? '');
}

function appendLine(part: FormPart): string {
  if (part.kind === 'text') return `form.append(${text(part.name)}, ${text(part.text)});\n`;
  const type = part.contentType === null ? '' : `, { type: ${text(part.contentType)} }`;
  return `form.append(${text(part.name)}, await openAsBlob(${text(part.path)}${type}), ${text(fileNameOf(part))});\n`;
}

function partLines(part: FormPart): string {
  const content = part.kind === 'text' ? text(part.text) : `await openAsBlob(${text(part.path)})`;
  const type = partTypeOf(part);
  return `  head(${text(dispositionOf(part))}${type === '' ? '' : `, ${text(type)}`}),
  ${content},
  '\\r\\n',
`;
}

interface FormCode {
  /** Statements that make `form`. */
  readonly lines: string;
  /** Of the header `Content-Type`; empty where `fetch` sets it. */
  readonly typeLine: string;
}

function formCode(parts: readonly FormPart[]): FormCode {
  if (!parts.some(isBeyondFormData))
    return { lines: `const form = new FormData();\n${parts.map(appendLine).join('')}\n`, typeLine: '' };
  return {
    lines: `const boundary = crypto.randomUUID();
const head = (disposition, type) =>
  \`--\${boundary}\\r\\nContent-Disposition: \${disposition}\\r\\n\${type ? \`Content-Type: \${type}\\r\\n\` : ''}\\r\\n\`;
const form = new Blob([
${parts.map(partLines).join('')}  \`--\${boundary}--\\r\\n\`,
]);

`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is of the code that is written
    typeLine: "    'Content-Type': `multipart/form-data; boundary=${boundary}`,\n",
  };
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

/** A module for Node 20 that sends with the built-in `fetch`, which refuses a body of GET and HEAD. */
export function plainNode(request: PlainRequest): string {
  const { method, url, headers, body, answer } = request;
  const form = body?.kind === 'form' ? formCode(body.parts) : { lines: '', typeLine: '' };
  const sent = body === null ? '' : `  body: ${body.kind === 'form' ? 'form' : bodyValue(body)},\n`;
  const headerLines = headers.map(headerLine).join('') + form.typeLine;
  const headersLine = headerLines === '' ? '' : `  headers: {\n${headerLines}  },\n`;
  return `// Node 20 or newer; save this as request.mjs
${imports(request)}${form.lines}const response = await fetch(${text(url)}, {
  method: '${method}',
${headersLine}${sent}});
if (!response.ok) throw new Error(\`\${response.status}: \${await response.text()}\`);

${endings[answer]}`;
}
