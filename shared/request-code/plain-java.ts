import type { FormPart, HttpBody } from '../curl/http-request.ts';
import { javaJson, javaText } from '../jwt/code/java-literal.ts';
import { dispositionOf, type PlainHeader, type PlainRequest, partTypeOf } from './plain-request.ts';

/** Headers that java.net.http sets itself and refuses to be given. */
const restricted = new Set(['connection', 'content-length', 'expect', 'host', 'upgrade']);

function headerLine({ name, text, variable }: PlainHeader): string {
  const value =
    variable === null
      ? javaText(text)
      : `${text === '' ? '' : `${javaText(text)} + `}System.getenv("${variable}")`;
  return `                .header(${javaText(name)}, ${value})\n`;
}

function partHead(part: FormPart): string {
  const type = partTypeOf(part);
  const typeLine = type === '' ? '' : `\r\nContent-Type: ${type}`;
  return `Content-Disposition: ${dispositionOf(part)}${typeLine}\r\n\r\n`;
}

function partLines(part: FormPart): string {
  const content =
    part.kind === 'file'
      ? `BodyPublishers.ofFile(Path.of(${javaText(part.path)}))`
      : `BodyPublishers.ofString(${javaText(part.text)})`;
  return `        parts.add(BodyPublishers.ofString("--" + boundary + "\\r\\n" + ${javaText(partHead(part))}));
        parts.add(${content});
        parts.add(BodyPublishers.ofString("\\r\\n"));
`;
}

function formLines(parts: readonly FormPart[]): string {
  return `        String boundary = UUID.randomUUID().toString();
        List<BodyPublisher> parts = new ArrayList<>();
${parts.map(partLines).join('')}        parts.add(BodyPublishers.ofString("--" + boundary + "--\\r\\n"));
        BodyPublisher body = BodyPublishers.concat(parts.toArray(new BodyPublisher[0]));
`;
}

function bodyLines(body: HttpBody | null): string {
  switch (body?.kind) {
    case undefined:
      return '        BodyPublisher body = BodyPublishers.noBody();\n';
    case 'form':
      return formLines(body.parts);
    case 'file':
      return `        BodyPublisher body = BodyPublishers.ofFile(Path.of(${javaText(body.path)}));\n`;
    case 'json':
    case 'text': {
      // A text block would drop blanks at the ends of lines and turn \r\n into \n (JLS §3.10.6).
      const isBlock = body.kind === 'json' && !/\s\n|\s$|\r/.test(body.text);
      const text =
        isBlock && !body.text.includes('\n') ? javaJson(body.text, ' '.repeat(16)) : javaText(body.text);
      return `        BodyPublisher body = BodyPublishers.ofString(${text});\n`;
    }
  }
}

interface Answer {
  readonly type: string;
  readonly handler: string;
  readonly lines: string;
}

const answers: Readonly<Record<PlainRequest['answer'], Answer>> = {
  text: { type: 'String', handler: 'ofString()', lines: 'System.out.println(response.body());\n' },
  events: {
    type: 'Stream<String>',
    handler: 'ofLines()',
    lines: 'response.body().forEach(System.out::println);\n',
  },
  bytes: {
    type: 'byte[]',
    handler: 'ofByteArray()',
    lines: 'Files.write(Path.of("answer.bin"), response.body());\n',
  },
};

/** What an answer that says of an error looks like as text. */
const errorText: Readonly<Record<PlainRequest['answer'], string>> = {
  text: 'response.body()',
  events: 'response.body().toList()',
  bytes: 'new String(response.body())',
};

/** A Java 17 program of the JDK alone; java.net.http refuses headers that are not ASCII. */
export function plainJava({ method, url, headers, body, answer }: PlainRequest): string {
  const isForm = body?.kind === 'form';
  const usesPath =
    answer === 'bytes' || body?.kind === 'file' || (isForm && body.parts.some(({ kind }) => kind === 'file'));
  const { type, handler, lines } = answers[answer];
  const imports = [
    'java.net.URI',
    'java.net.http.HttpClient',
    'java.net.http.HttpRequest',
    'java.net.http.HttpRequest.BodyPublisher',
    'java.net.http.HttpRequest.BodyPublishers',
    'java.net.http.HttpResponse',
    'java.net.http.HttpResponse.BodyHandlers',
    ...(answer === 'bytes' ? ['java.nio.file.Files'] : []),
    ...(usesPath ? ['java.nio.file.Path'] : []),
    ...(isForm ? ['java.util.ArrayList', 'java.util.List', 'java.util.UUID'] : []),
    ...(answer === 'events' ? ['java.util.stream.Stream'] : []),
  ];
  const allowed = headers.filter(({ name }) => !restricted.has(name.toLowerCase()));
  const formType = isForm
    ? '                .header("Content-Type", "multipart/form-data; boundary=" + boundary)\n'
    : '';
  const program = `${imports.map((name) => `import ${name};\n`).join('')}
public class CozeRequest {
    public static void main(String[] args) throws Exception {
${bodyLines(body)}        HttpRequest request = HttpRequest.newBuilder(URI.create(${javaText(url)}))
${allowed.map(headerLine).join('')}${formType}                .method("${method}", body)
                .build();
        HttpResponse<${type}> response = HttpClient.newHttpClient().send(request, BodyHandlers.${handler});
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(response.statusCode() + ": " + ${errorText[answer]});
        }
        ${lines}    }
}
`;
  return /^[\n -~]*$/.test(program) ? program : `// Before Java 18: javac -encoding UTF-8\n${program}`;
}
