import { expect, test } from 'vitest';
import { requestWithoutSecrets } from '../../../../electron/storage/history/without-secrets.ts';
import { record } from './records.ts';

test('the type of a part and the name of its file are kept, without secrets', async () => {
  const { request } = record('a', 1);
  const parts = [
    { name: 'file', fileId: 'f1', contentType: 'image/png', fileName: 'b.png' },
    { name: 'other', fileId: 'f2', fileName: 'of-hunter2-and-more.png' },
    { name: 'password', text: 'x', contentType: 'text/plain' },
    { name: 'plain', text: 'x' },
  ];
  const kept = await requestWithoutSecrets({ ...request, body: { kind: 'form', parts } }, [
    { text: 'hunter2-and-more', mask: '***' },
  ]);
  expect(kept.request.body).toEqual({
    kind: 'form',
    parts: [
      { name: 'file', fileId: 'f1', contentType: 'image/png', fileName: 'b.png' },
      { name: 'other', fileId: 'f2', fileName: 'of-***.png' },
      { name: 'password', text: '', contentType: 'text/plain' },
      { name: 'plain', text: 'x' },
    ],
  });
});
