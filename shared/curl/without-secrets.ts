import { redact } from '../redact.ts';
import { isSecretUnder, secretParameter, urlWithoutNamedSecrets } from '../secret-names.ts';
import type { FormPart, HttpBody, HttpRequest, Pair } from './http-request.ts';

const hidden = '[redacted]';

function cleanParameter([name, value]: Pair): Pair {
  return [name, isSecretUnder(name, value, secretParameter) ? hidden : redact(value)];
}

function cleanPart(part: FormPart): FormPart {
  const contentType = part.contentType === null ? null : redact(part.contentType);
  if (part.kind === 'text') {
    const [, text] = cleanParameter([part.name, part.text]);
    return { ...part, contentType, text };
  }
  return { ...part, contentType, fileName: part.fileName === null ? null : redact(part.fileName) };
}

function cleanBody(body: HttpBody): HttpBody {
  switch (body.kind) {
    case 'json':
    case 'text':
      return { ...body, text: redact(body.text) };
    case 'form':
      return { ...body, parts: body.parts.map(cleanPart) };
    case 'file':
      return body;
  }
}

/** The request as it may be written down: tokens, keys and assertions in its values are taken out. */
export function withoutSecrets(request: HttpRequest): HttpRequest {
  return {
    ...request,
    path: urlWithoutNamedSecrets(redact(request.path)),
    query: request.query.map(cleanParameter),
    headers: request.headers.map(([name, value]) => [name, redact(value)]),
    body: request.body === null ? null : cleanBody(request.body),
  };
}
