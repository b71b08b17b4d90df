import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileSource } from '../../../electron/console/file-source.ts';
import { multipartBody } from '../../../electron/console/multipart-body.ts';
import type { BodySource } from '../../../electron/http/request-body.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'coze-mint-multipart-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function bytesOf(source: BodySource): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('a form is what its reader expects, as long as it says, and can be read twice', async () => {
  const file = path.join(folder, 'a.bin');
  writeFileSync(file, Buffer.from([0, 255, 13, 10]));
  const source = await fileSource(file);
  const parts = [
    { name: 'a "b"\r\n', text: '值' },
    { name: 'file', fileName: '声"音.wav', source },
  ];
  const { contentType, body } = multipartBody(parts, 'limit');
  expect(contentType).toBe('multipart/form-data; boundary=limit');
  const bytes = await bytesOf(body);
  expect(bytes).toHaveLength(body.length);
  expect(await bytesOf(body)).toEqual(bytes);
  const form = await new Response(Uint8Array.from(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  expect(form.get('a "b"\r\n') ?? form.get('a %22b%22%0D%0A')).toBe('值');
  const read = form.get('file') as File;
  expect(Buffer.from(await read.arrayBuffer())).toEqual(Buffer.from([0, 255, 13, 10]));
});

test('a part has the type that it was given, on one line, and a file one in any case', async () => {
  const source = { length: 0, open: async function* () {} };
  const { body } = multipartBody(
    [
      { name: 'j', text: '{}', contentType: 'application/json' },
      { name: 'plain', text: '', contentType: undefined },
      { name: 'a', fileName: 'a', source, contentType: ' image/png\r\nX-A: 1 ' },
      { name: 'b', fileName: 'b', source, contentType: '' },
    ],
    'limit',
  );
  const lines = (await bytesOf(body)).toString().split('\r\n');
  expect(lines.filter((line) => /^(?:Content-Type|X-A)/.test(line))).toEqual([
    'Content-Type: application/json',
    'Content-Type: image/png X-A: 1',
    'Content-Type: application/octet-stream',
  ]);
});

test('an empty file is an empty part', async () => {
  const file = path.join(folder, 'empty');
  writeFileSync(file, '');
  const source = await fileSource(file);
  expect([source.length, await bytesOf(source)]).toEqual([0, Buffer.alloc(0)]);
});

test('what is no ordinary file is refused', async () => {
  await expect(fileSource(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  await expect(fileSource(path.join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
});
