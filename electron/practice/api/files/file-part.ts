import { refuseCall } from '../../refusal.ts';
import type { ApiCall } from '../api-endpoint.ts';
import { refuseParameter } from '../call-checks.ts';

/** A file that came in a form. */
export interface FilePart {
  readonly name: string;
  /** In lower case, without the dot; empty when the name has none. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

const largestFileBytes = 33_554_432;

/** The text of a form's field; empty when it is not there. */
export function fieldOf({ form }: Pick<ApiCall, 'form'>, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The field that a file stands in, as the documentation names it and every official SDK sends it. */
const fileField = 'file';

/**
 * The form's one file, or null without any. A file in another field than `file` is code 4000, more than one is 4301, an
 * empty one 4300, one beyond practice Coze's own 32 MiB 4302, one of another type 4303.
 *
 * @param extensions - the types taken; a name without an extension is taken too
 */
export async function readFilePart(
  { form, sheet }: ApiCall,
  extensions: ReadonlySet<string>,
): Promise<FilePart | null> {
  const files = [...form].flatMap(([field, value]) => (typeof value === 'string' ? [] : [{ field, value }]));
  if (files.length === 0) return null;
  const file = files.find(({ field }) => field === fileField)?.value;
  if (file === undefined) {
    const fields = files.map(({ field }) => field).join(', ');
    return sheet.fail('file-present', refuseParameter(fileField, 'present', fields));
  }
  if (files.length > 1)
    sheet.fail('file-present', refuseCall(4301, 'Only one file can be uploaded at a time'));
  sheet.pass('file-present', file.size === 0 ? refuseCall(4300, 'The uploaded file is empty') : null);
  const extension = /\.([^.]{1,16})$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const wrong =
    file.size > largestFileBytes
      ? refuseCall(4302, 'The uploaded file is too large', { seen: file.size, wanted: '32 MiB' })
      : extension !== '' && !extensions.has(extension)
        ? refuseCall(4303, 'The type of the uploaded file is not supported', { seen: extension })
        : null;
  sheet.pass('file-readable', wrong);
  return { name: file.name, extension, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Ticks `file-present` and `file-readable`: as {@link readFilePart}, and a form without a file is code 4300. */
export async function requireFilePart(call: ApiCall, extensions: ReadonlySet<string>): Promise<FilePart> {
  const part = await readFilePart(call, extensions);
  return call.sheet.pass(
    'file-present',
    part ?? refuseCall(4300, 'No file was uploaded', { wanted: 'file' }),
  );
}
