import type { CozeValue } from '../../coze-json.ts';
import { isRefusal } from '../../refusal.ts';
import type { ApiCall, ApiEndpoint, BodyMembers } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown } from '../call-checks.ts';
import { givenText, numberOf, objectOf, objectsOf, textOf, textsOf } from '../members-of.ts';
import { play } from '../play.ts';
import { requireKnown } from '../resources.ts';
import { secondsOf } from '../seconds.ts';
import { type Dataset, isProcessed, type KnowledgeDocument, sliceCount } from './dataset.ts';
import { automaticChunks, documentsOf, requireDataset } from './dataset-endpoints.ts';
import { readSource } from './document-source.ts';

/** 创建知识库文件: at most ten at a time, of the form of the knowledge base. */
const createDocuments = play('create_knowledge_files', {
  checks: ['resource-known', 'workspace-allowed', 'values'],
  answer: (call) => {
    const { body, sheet, state } = call;
    const dataset = requireDataset(call, textOf(body, 'dataset_id'));
    const form = numberOf(body, 'format_type', 0);
    if (form !== dataset.form) {
      sheet.fail('values', refuseParameter('format_type', String(dataset.form), form));
    }
    const bases = objectsOf(body, 'document_bases');
    if (bases.length < 1 || bases.length > 10) {
      sheet.fail('values', refuseParameter('document_bases', '1 to 10 documents', bases.length));
    }
    const documents = bases.map((base) => requireDocument(call, dataset, base));
    for (const document of documents) state.holdings.documents.put(document);
    return { document_infos: documents.map((document) => documentData(call, document)) };
  },
});

function requireDocument(call: ApiCall, dataset: Dataset, base: BodyMembers): KnowledgeDocument {
  const { sheet, state } = call;
  const source = readSource(call, base, dataset.form);
  const name = textOf(base, 'name');
  if (isRefusal(source)) return sheet.fail('values', source);
  sheet.pass('values', name === '' ? refuseParameter('document_bases.name', 'present') : null);
  const now = secondsOf(call);
  return {
    ...source,
    id: String(state.newId()),
    datasetId: dataset.id,
    form: dataset.form,
    name,
    caption: textOf(base, 'caption'),
    updateInterval: intervalOf(objectOf(base, 'update_rule')),
    createdAt: now,
    updatedAt: now,
    reads: 0,
  };
}

function intervalOf(rule: BodyMembers): number {
  return numberOf(rule, 'update_type', 0) === 1 ? numberOf(rule, 'update_interval', 24) : 0;
}

/** 修改知识库文件. */
const updateDocument = play('modify_knowledge_files', {
  checks: ['resource-known'],
  answer: (call) => {
    const { body, state } = call;
    const id = textOf(body, 'document_id');
    const document = requireKnown(call, state.holdings.documents, 'document_id', id);
    state.holdings.documents.put({
      ...document,
      name: givenText(body, 'document_name') || document.name,
      updateInterval:
        'update_rule' in body ? intervalOf(objectOf(body, 'update_rule')) : document.updateInterval,
      updatedAt: secondsOf(call),
    });
    return {};
  },
});

/** 查看知识库文件列表: `page` and `size` stand in the body. */
const listDocuments = play('list_knowledge_files', {
  checks: ['resource-known', 'workspace-allowed', 'page'],
  answer: (call) => {
    const { body, sheet } = call;
    const documents = documentsOf(call, requireDataset(call, textOf(body, 'dataset_id')).id);
    const [page, size] = [numberOf(body, 'page', 1), numberOf(body, 'size', 10)];
    sheet.pass('page', page >= 1 && size >= 1 ? null : refuseParameter('page', 'a positive integer', page));
    const items = documents.slice((page - 1) * size, page * size);
    return { document_infos: items.map((item) => documentData(call, item)), total: documents.length };
  },
});

/** 删除知识库文件: all of them or, when one is unknown, none. */
const deleteDocuments = play('delete_knowdge_files', {
  checks: ['resource-known'],
  answer: ({ body, sheet, state }) => {
    const ids = textsOf(body, 'document_ids');
    const unknown = ids.find((id) => state.holdings.documents.find(id) === null);
    sheet.pass('resource-known', unknown === undefined ? null : refuseUnknown('document_id', unknown));
    for (const id of ids) state.holdings.documents.remove(id);
    return {};
  },
});

/** 查看知识库文件上传进度. */
const readProgress = play('get_dataset_progress', {
  checks: ['resource-known', 'workspace-allowed'],
  answer: (call) => {
    const dataset = requireDataset(call, call.param('dataset_id'));
    const own = documentsOf(call, dataset.id);
    const ids = textsOf(call.body, 'document_ids');
    const unknown = ids.find((id) => !own.some((document) => document.id === id));
    call.sheet.pass('resource-known', unknown === undefined ? null : refuseUnknown('document_id', unknown));
    const read = own
      .filter(({ id }) => ids.includes(id))
      .map((document) => call.state.holdings.documents.put({ ...document, reads: document.reads + 1 }));
    return { data: { data: read.map((document) => progressData(call, document)) } };
  },
});

const statusOf = (isDone: boolean) => (isDone ? 1 : 0);

function progressData(call: ApiCall, document: KnowledgeDocument): CozeValue {
  const isDone = isProcessed(document, secondsOf(call));
  return {
    document_id: BigInt(document.id),
    document_name: document.name,
    progress: isDone ? 100 : 50,
    remaining_time: isDone ? 0 : 1,
    size: document.sizeBytes,
    status: statusOf(isDone),
    type: document.type,
    update_interval: document.updateInterval,
    update_type: document.updateInterval > 0 ? 1 : 0,
    url: document.url,
  };
}

function documentData(call: ApiCall, document: KnowledgeDocument): CozeValue {
  return {
    document_id: BigInt(document.id),
    name: document.name,
    type: document.type,
    format_type: document.form,
    source_type: document.sourceType,
    size: document.sizeBytes,
    char_count: document.characters,
    slice_count: sliceCount(document),
    hit_count: 0,
    status: statusOf(isProcessed(document, secondsOf(call))),
    tos_uri: '',
    chunk_strategy: automaticChunks,
    update_interval: document.updateInterval,
    update_type: document.updateInterval > 0 ? 1 : 0,
    create_time: document.createdAt,
    update_time: document.updatedAt,
  };
}

export const documentEndpoints: readonly ApiEndpoint[] = [
  createDocuments,
  updateDocument,
  listDocuments,
  deleteDocuments,
  readProgress,
];
