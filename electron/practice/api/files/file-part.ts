import { refuseCall } from '../../refusal.ts';
import type { ApiCall } from '../api-endpoint.ts';

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

/**
 * The form's one file, or null without any. More than one is code 4301, an empty one 4300, one beyond practice Coze's
 * own 32 MiB 4302, one of another type 4303.
 *
 * @param extensions - the types taken; a name without an extension is taken too
 */
export async function readFilePart(
  { form, sheet }: ApiCall,
  extensions: ReadonlySet<string>,
): Promise<FilePart | null> {
  const files = [...form.values()].filter((value) => typeof value !== 'string');
  const [file] = files;
  if (file === undefined) return null;
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
