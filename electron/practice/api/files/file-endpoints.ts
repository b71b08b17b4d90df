import type { CozeValue } from '../../coze-json.ts';
import type { ApiEndpoint } from '../api-endpoint.ts';
import { play } from '../play.ts';
import { requireKnown } from '../resources.ts';
import { secondsOf } from '../seconds.ts';
import { requireFilePart } from './file-part.ts';
import type { StoredFile } from './stored-file.ts';

const uploadTypes: ReadonlySet<string> = new Set(
  [
    'doc docx xls xlsx ppt pptx pdf numbers csv txt',
    'cpp py java c',
    'jpg jpeg jpg2 png gif webp heic heif bmp pcd tiff',
    'wav mp3 flac m4a aac ogg wma midi',
    'mp4 avi mov 3gp 3gpp flv webm wmv rmvb m4v mkv',
    'rar zip 7z gz gzip bz2',
  ].flatMap((types) => types.split(' ')),
);

/** 上传文件. */
const uploadFile = play('upload_files', {
  checks: ['file-present', 'file-readable'],
  answer: async (call) => {
    const { name, bytes } = await requireFilePart(call, uploadTypes);
    const id = String(call.state.newId());
    const file = { id, name, size: bytes.length, createdAt: secondsOf(call) };
    return { data: fileData(call.state.holdings.files.put(file)) };
  },
});

/** 查看文件详情. */
const retrieveFile = play('retrieve_files', {
  checks: ['resource-known'],
  answer: (call) => ({
    data: fileData(requireKnown(call, call.state.holdings.files, 'file_id', call.query('file_id') ?? '')),
  }),
});

function fileData({ id, name, size, createdAt }: StoredFile): CozeValue {
  return { id: BigInt(id), bytes: size, file_name: name, created_at: createdAt };
}

export const fileEndpoints: readonly ApiEndpoint[] = [uploadFile, retrieveFile];
