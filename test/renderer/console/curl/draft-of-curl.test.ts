import { describe, expect, test } from 'vitest';
import { draftOfCurl, filesOf, hasOwnCredential } from '../../../../renderer/console/curl/draft-of-curl.ts';
import { looksLikeCurl } from '../../../../renderer/console/curl/looks-like-curl.ts';
import { sentRequestOf } from '../../../../renderer/console/curl/sent-request.ts';
import { draftOfSocketUrl, withPastedAddress } from '../../../../renderer/console/request/paste-address.ts';
import { freeDraft } from '../../../../renderer/console/request/request-draft.ts';
import { endpoints } from '../../../../shared/coze/endpoints.ts';
import { readCurl } from '../../../../shared/curl/read-curl.ts';
import { writeCurl } from '../../../../shared/curl/write-curl.ts';
import { requestCode, requestLanguages } from '../../../../shared/request-code/request-code.ts';

const practice = 'http://127.0.0.1:4000';
const draftOf = (command: string, origin: string | null = practice) => {
  const draft = draftOfCurl(readCurl(command), origin);
  if (draft === null) throw new Error('there is no request in it');
  return draft;
};

describe('a curl command', () => {
  test('is known by its first word', () => {
    for (const text of ['curl https://x', '$ curl -X POST x', ' PS C:\\> curl.exe x', '"curl" x'])
      expect(looksLikeCurl(text), text).toBe(true);
    for (const text of ['/v1/curl', 'https://curl.se/', 'curl', 'curling x'])
      expect(looksLikeCurl(text), text).toBe(false);
  });

  test('for a Coze host becomes a request of the catalogue, without its token', () => {
    const draft = draftOf(
      `curl -X POST 'https://api.coze.cn/v3/chat?conversation_id=7342866812345678901' -H 'Authorization: Bearer czs_secret' -H 'X-A: 1' -H 'Content-Type: application/json' -d '{"bot_id":7342866812345678902,"foo":1}'`,
    );
    expect(draft).toMatchObject({ endpointId: 'chat_v3', method: 'POST', address: '/v3/chat' });
    expect(draft.query.find(({ name }) => name === 'conversation_id')).toMatchObject({
      value: '7342866812345678901',
      known: true,
      on: true,
    });
    expect(draft.headers).toMatchObject([{ name: 'X-A', value: '1' }]);
    expect(draft.body).toMatchObject({
      kind: 'json',
      json: '{\n  "bot_id": 7342866812345678902,\n  "foo": 1\n}',
    });
    expect(JSON.stringify(draft)).not.toContain('czs_secret');
  });

  test('has the steps of its path in the fields', () => {
    const draft = draftOf('curl https://api.coze.com/v1/bots/7342866812345678901?is_published=true');
    expect(draft).toMatchObject({ address: '/v1/bots/:bot_id', path: { bot_id: '7342866812345678901' } });
  });

  test('for another host stays there', () => {
    expect(draftOf('curl https://example.com/v3/chat -d a=1')).toMatchObject({
      endpointId: null,
      address: 'https://example.com/v3/chat',
      body: { kind: 'text', text: 'a=1', textType: 'application/x-www-form-urlencoded' },
    });
    expect(draftOf(`curl ${practice}/v1/bots`)).toMatchObject({ address: '/v1/bots' });
  });

  test('for another host keeps its credential, which goes in place of a token and into no copy of the request', () => {
    const basic = draftOf(
      "curl -u 'me:密码 1' https://example.com/x -b 'sid=longsecret1' -H 'X-Api-Key: longsecret2'",
    );
    const headers = basic.headers.map(({ name, value }) => [name, value]);
    expect(headers).toContainEqual(['Authorization', `Basic ${Buffer.from('me:密码 1').toString('base64')}`]);
    expect(headers).toContainEqual(['Cookie', 'sid=longsecret1']);
    expect(hasOwnCredential(basic)).toBe(true);
    const sent = sentRequestOf(basic, null, { apiOrigin: practice, tokenOrigins: [] }, false);
    if (sent === null) throw new Error('it has no address');
    const text = writeCurl(sent, 'posix');
    for (const secret of ['longsecret', Buffer.from('me:密码 1').toString('base64')])
      expect(text).not.toContain(secret);
    expect(hasOwnCredential(draftOf("curl https://example.com/x -H 'Authorization: Bearer abcdefgh'"))).toBe(
      true,
    );
    expect(hasOwnCredential(draftOf(`curl ${practice}/x -H 'Authorization: Bearer abcdefgh'`))).toBe(false);
  });

  test('is written without what is a secret by its name', () => {
    const draft = draftOf(
      "curl 'https://example.com/x?api_key=opaque1&page_token=p1&sign={{sign}}' -F client_secret=opaque2 -F note=n1 -H 'X-Credential: opaque3'",
    );
    const sent = sentRequestOf(draft, null, { apiOrigin: practice, tokenOrigins: [] }, false);
    if (sent === null) throw new Error('it has no address');
    const written = [
      ...(['posix', 'cmd', 'powershell'] as const).map((shell) => writeCurl(sent, shell)),
      ...requestLanguages.map((language) => requestCode(language, sent)?.text),
    ];
    for (const text of written) {
      expect(text).not.toContain('opaque');
      for (const said of ['p1', 'n1', 'X_CREDENTIAL', 'sign']) expect(text).toContain(said);
    }
  });

  test('with files names them, to be chosen anew', () => {
    const reading = readCurl("curl https://api.coze.cn/v1/files/upload -F 'file=@/home/me/a.png' -F extra=1");
    expect(filesOf(reading)).toEqual(['/home/me/a.png']);
    expect(draftOfCurl(reading, practice)?.body.parts).toMatchObject([
      { name: 'file', kind: 'file', file: null, known: true, on: true },
      { name: 'extra', text: '1', known: false },
    ]);
  });

  test('keeps the types and file names of its parts, and writes them again', () => {
    const draft = draftOf(
      `curl https://api.coze.cn/v1/files/upload -F 'file=@a.png;type=image/png;filename="b c.png"' -F 'file=@d.bin' -F 'j={"a":1};type=application/json'`,
    );
    expect(draft.body.parts).toMatchObject([
      { name: 'file', kind: 'file', known: true, contentType: 'image/png', fileName: 'b c.png' },
      { name: 'file', kind: 'file', known: false, contentType: '', fileName: '' },
      { name: 'j', kind: 'text', text: '{"a":1}', contentType: 'application/json' },
    ]);
    const file = { fileId: 'f1', name: 'a.png', size: 1 };
    const parts = draft.body.parts.map((part) => (part.kind === 'file' ? { ...part, file } : part));
    const upload = endpoints.find(({ id }) => id === 'upload_files') ?? null;
    const around = { apiOrigin: 'https://api.coze.cn', tokenOrigins: [] };
    const sent = sentRequestOf({ ...draft, body: { ...draft.body, parts } }, upload, around, true);
    if (sent === null) throw new Error('it has no address');
    const text = writeCurl(sent, 'posix') ?? '';
    const rows = draftOf(text).body.parts.map(({ id, ...row }) => row);
    expect(rows).toEqual(draft.body.parts.map(({ id, ...row }) => row));
    for (const language of requestLanguages) {
      const code = requestCode(language, sent)?.text ?? '';
      for (const said of ['image/png', 'b c.png', 'application/json']) expect(code).toContain(said);
    }
  });

  test('is written from a request, and reads back as the same one', () => {
    const chat = endpoints.find(({ id }) => id === 'chat_v3') ?? null;
    const draft = draftOf(
      `curl -X POST https://api.coze.cn/v3/chat --json '{"bot_id":"1","stream":true}'`,
      null,
    );
    const around = { apiOrigin: 'https://api.coze.cn', tokenOrigins: [] };
    const sent = sentRequestOf(draft, chat, around, true);
    expect(sent).toMatchObject({ hasToken: true, answer: 'events' });
    const text = sent && writeCurl(sent, 'posix');
    expect(text).toContain('$COZE_API_TOKEN');
    expect(draftOf(text ?? '').body).toEqual(draft.body);
  });

  test('is written without the token for an origin that is not to have it', () => {
    const around = { apiOrigin: 'https://api.coze.cn', tokenOrigins: ['https://b.example'] };
    const to = (address: string) => sentRequestOf({ ...freeDraft(), address }, null, around, true);
    expect(to('https://a.example/x?y=1')).toMatchObject({
      hasToken: false,
      request: { origin: 'https://a.example', path: '/x', query: [['y', '1']] },
    });
    expect(to('https://b.example')).toMatchObject({ hasToken: true, request: { path: '/' } });
    expect(to('')).toBeNull();
  });
});

describe('a pasted address', () => {
  test('becomes the entry of the catalogue with its parameters', () => {
    const draft = withPastedAddress(
      freeDraft(),
      ' https://api.coze.cn/v1/bots/7342866812345678901?is_published=false&x=1 ',
      'https://api.coze.cn',
    );
    expect(draft).toMatchObject({
      endpointId: 'get_metadata_draft_published',
      address: '/v1/bots/:bot_id',
      path: { bot_id: '7342866812345678901' },
    });
    expect(draft.query).toMatchObject([
      { name: 'is_published', value: 'false', known: true, on: true },
      { name: 'x', value: '1', known: false },
    ]);
  });

  test('of elsewhere keeps its place and gives its query to the rows', () => {
    const draft = withPastedAddress(freeDraft(), 'https://example.com/a?b=1', 'https://api.coze.cn');
    expect(draft).toMatchObject({ endpointId: null, address: 'https://example.com/a' });
    expect(draft.query).toMatchObject([{ name: 'b', value: '1' }]);
  });

  test('of a WebSocket opens it, at another host than the region’s with that in sight', () => {
    const url = 'wss://ws.coze.cn/v1/chat?bot_id=7342866812345678901&x=1';
    const draft = draftOfSocketUrl(url, 'https://api.coze.cn');
    expect(draft).toMatchObject({ isSocket: true, address: '/v1/chat' });
    expect(draft?.query.filter(({ value }) => value !== '')).toMatchObject([
      { name: 'bot_id', value: '7342866812345678901', known: true, on: true },
      { name: 'x', value: '1', known: false },
    ]);
    expect(draftOfSocketUrl(url, 'https://api.coze.com')?.address).toBe('wss://ws.coze.cn/v1/chat');
    expect(draftOfSocketUrl('wss://ws.coze.cn/v1/none', 'https://api.coze.cn')).toBeNull();
    expect(draftOfSocketUrl('https://api.coze.cn/v1/chat', 'https://api.coze.cn')).toBeNull();
  });
});
