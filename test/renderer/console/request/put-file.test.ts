import { describe, expect, test } from 'vitest';
import { takesFiles, withFile } from '../../../../renderer/console/request/put-file.ts';
import { freeDraft, type PartRow, partRow } from '../../../../renderer/console/request/request-draft.ts';

const file = (fileId: string) => ({ fileId, name: `${fileId}.png`, size: 1 });
const place = (id: number, of: string | null): PartRow => ({
  ...partRow(id, `p${id}`),
  kind: 'file',
  on: false,
  file: of === null ? null : file(of),
});
const { body } = freeDraft();

describe('a file that is dropped on a request', () => {
  test('goes where one is waited for, else in the place of the first', () => {
    const form = {
      ...body,
      kind: 'form' as const,
      parts: [partRow(1, 'text'), place(2, 'a'), place(3, null)],
    };
    const once = withFile(form, file('b'));
    expect(once.parts.map((part) => part.file?.fileId)).toEqual([undefined, 'a', 'b']);
    expect(once.parts[2]?.on).toBe(true);
    expect(withFile(once, file('c')).parts[1]?.file?.fileId).toBe('c');
  });

  test('is no matter of a body without a place for it', () => {
    expect(takesFiles({ ...body, kind: 'form', parts: [partRow(1)] })).toBe(false);
    expect(takesFiles({ ...body, kind: 'json', parts: [place(1, null)] })).toBe(false);
    expect(withFile({ ...body, kind: 'file' }, file('a')).file?.fileId).toBe('a');
  });
});
