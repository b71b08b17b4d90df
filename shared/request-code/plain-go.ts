import type { FormPart, HttpBody } from '../curl/http-request.ts';
import { goSyntax, goText } from '../jwt/code/go-literal.ts';
import { dispositionOf, type PlainHeader, type PlainRequest, partTypeOf } from './plain-request.ts';

const failed = `if err != nil {
		log.Fatal(err)
	}`;

function headerLine({ name, text, variable }: PlainHeader): string {
  const value =
    variable === null ? goText(text) : `${text === '' ? '' : `${goText(text)}+`}os.Getenv("${variable}")`;
  return `	request.Header.Set(${goSyntax.name(name)}, ${value})\n`;
}

function partCall(part: FormPart): string {
  const source =
    part.kind === 'file' ? `file(${goText(part.path)})` : `strings.NewReader(${goText(part.text)})`;
  return `	add(form, ${goText(dispositionOf(part))}, ${goText(partTypeOf(part))}, ${source})\n`;
}

const addPart = `
// add writes one part of the form.
func add(form *multipart.Writer, disposition, contentType string, content io.Reader) {
	header := textproto.MIMEHeader{}
	header.Set("Content-Disposition", disposition)
	if contentType != "" {
		header.Set("Content-Type", contentType)
	}
	part, err := form.CreatePart(header)
	${failed}
	if _, err := io.Copy(part, content); err != nil {
		log.Fatal(err)
	}
}
`;

const openFile = `
func file(path string) io.Reader {
	opened, err := os.Open(path)
	${failed}
	return opened
}
`;

interface Body {
  /** Lines before the request is made. */
  readonly lines: string;
  readonly value: string;
}

function bodyOf(body: HttpBody | null): Body {
  switch (body?.kind) {
    case undefined:
      return { lines: '', value: 'nil' };
    case 'json':
    case 'text':
      return { lines: `	body := strings.NewReader(${goText(body.text)})\n`, value: 'body' };
    case 'file':
      return { lines: '', value: `file(${goText(body.path)})` };
    case 'form':
      return {
        lines: `	var body bytes.Buffer
	form := multipart.NewWriter(&body)
${body.parts.map(partCall).join('')}	if err := form.Close(); err != nil {
		log.Fatal(err)
	}
`,
        value: '&body',
      };
  }
}

const endings: Readonly<Record<PlainRequest['answer'], string>> = {
  text: `	if _, err := io.Copy(os.Stdout, response.Body); err != nil {
		log.Fatal(err)
	}
`,
  events: `	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		fmt.Println(lines.Text())
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
`,
  bytes: `	answer, err := os.Create("answer.bin")
	${failed}
	defer answer.Close()
	if _, err := io.Copy(answer, response.Body); err != nil {
		log.Fatal(err)
	}
`,
};

/** A Go program of the standard library alone. */
export function plainGo({ method, url, headers, body, answer }: PlainRequest): string {
  const isForm = body?.kind === 'form';
  const opensFile = body?.kind === 'file' || (isForm && body.parts.some(({ kind }) => kind === 'file'));
  const readsText =
    body?.kind === 'json' ||
    body?.kind === 'text' ||
    (isForm && body.parts.some(({ kind }) => kind === 'text'));
  const { lines, value } = bodyOf(body);
  const packages = [
    ...(answer === 'events' ? ['bufio'] : []),
    ...(isForm ? ['bytes'] : []),
    ...(answer === 'events' ? ['fmt'] : []),
    'io',
    'log',
    ...(isForm ? ['mime/multipart'] : []),
    'net/http',
    ...(isForm ? ['net/textproto'] : []),
    'os',
    ...(readsText ? ['strings'] : []),
  ].filter(
    (name) =>
      name !== 'os' || answer !== 'events' || opensFile || headers.some(({ variable }) => variable !== null),
  );
  return `package main

import (
${packages.map((name) => `	"${name}"\n`).join('')})

func main() {
${lines}	request, err := http.NewRequest("${method}", ${goText(url)}, ${value})
	${failed}
${headers.map(headerLine).join('')}${isForm ? '	request.Header.Set("Content-Type", form.FormDataContentType())\n' : ''}	response, err := http.DefaultClient.Do(request)
	${failed}
	defer response.Body.Close()
	if response.StatusCode >= 400 {
		answer, _ := io.ReadAll(response.Body)
		log.Fatalf("%s: %s", response.Status, answer)
	}
${endings[answer]}}
${isForm ? addPart : ''}${opensFile ? openFile : ''}`;
}
