import type { ApiRefusal } from '../../refusal.ts';
import type { ApiCall, BodyMembers } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown } from '../call-checks.ts';
import { objectOf, textOf } from '../members-of.ts';
import type { KnowledgeDocument, KnowledgeForm } from './dataset.ts';

type Source = Pick<KnowledgeDocument, 'type' | 'sourceType' | 'url' | 'sizeBytes' | 'characters'>;

const textTypes = ['pdf', 'txt', 'doc', 'docx'];

/**
 * Where one of `document_bases` comes from: a file in Base64, a web page (which is not fetched) or, for images, a file
 * that was uploaded before. A refusal when it is none of them.
 */
export function readSource(call: ApiCall, base: BodyMembers, form: KnowledgeForm): Source | ApiRefusal {
  const info = objectOf(base, 'source_info');
  const [base64, url, fileId] = [
    textOf(info, 'file_base64'),
    textOf(info, 'web_url'),
    textOf(info, 'source_file_id'),
  ];
  if (form === 2) return fromFile(call, fileId);
  if (url !== '') return { type: 'html', sourceType: 1, url, sizeBytes: 0, characters: 0 };
  const type = textOf(info, 'file_type').toLowerCase();
  if (base64 === '' || !/^[A-Za-z0-9+/=\s]+$/.test(base64)) {
    return refuseParameter('document_bases.source_info', 'file_base64 with file_type, or web_url');
  }
  if (!textTypes.includes(type)) {
    return refuseParameter('document_bases.source_info.file_type', textTypes.join(' | '), type);
  }
  const bytes = Buffer.from(base64, 'base64');
  const characters = type === 'txt' ? Array.from(bytes.toString('utf8')).length : bytes.length;
  return { type, sourceType: 0, url: '', sizeBytes: bytes.length, characters };
}

function fromFile({ state }: ApiCall, id: string): Source | ApiRefusal {
  if (id === '') return refuseParameter('document_bases.source_info.source_file_id', 'present');
  const file = state.holdings.files.find(id);
  if (file === null) return refuseUnknown('source_file_id', id);
  const type = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return { type, sourceType: 5, url: '', sizeBytes: file.size, characters: 0 };
}
