import type { CozeValue } from '../../coze-json.ts';
import { world } from '../../world.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseUnknown, requireOwn, requireWorkspace } from '../call-checks.ts';
import { givenText, numberOf, textOf } from '../members-of.ts';
import { pageOf } from '../pages.ts';
import { play } from '../play.ts';
import { requireLengths } from '../resources.ts';
import { secondsOf } from '../seconds.ts';
import { type Dataset, isProcessed, type KnowledgeDocument, sliceCount } from './dataset.ts';

/** Ticks `resource-known` and `workspace-allowed`. */
export function requireDataset(call: ApiCall, id: string): Dataset {
  return requireOwn(call, call.state.holdings.datasets, 'dataset_id', id);
}

/** The documents of a knowledge base, in the order in which they came. */
export function documentsOf({ state }: ApiCall, datasetId: string): readonly KnowledgeDocument[] {
  return state.holdings.documents.list().filter((document) => document.datasetId === datasetId);
}

/** Ticks `resource-known`: the icon is a file that was uploaded. */
function requireIcon({ body, sheet, state }: ApiCall): void {
  const id = textOf(body, 'file_id');
  sheet.pass(
    'resource-known',
    id === '' || state.holdings.files.find(id) !== null ? null : refuseUnknown('file_id', id),
  );
}

/** 创建知识库. */
const createDataset = play('create_dataset', {
  checks: ['workspace-known', 'workspace-allowed', 'values', 'resource-known'],
  answer: (call) => {
    const { body, state } = call;
    const workspace = requireWorkspace(call, 'space_id', textOf(body, 'space_id'));
    requireLengths(call, { name: 100 });
    requireIcon(call);
    const now = secondsOf(call);
    const dataset = state.holdings.datasets.put({
      id: String(state.newId()),
      workspaceId: workspace.id,
      name: textOf(body, 'name'),
      description: textOf(body, 'description'),
      form: numberOf(body, 'format_type', 0) === 2 ? 2 : 0,
      createdAt: now,
      updatedAt: now,
    });
    return { data: { dataset_id: BigInt(dataset.id) } };
  },
});

/** 查看知识库列表. */
const listDatasets = play('list_dataset', {
  checks: ['workspace-known', 'workspace-allowed', 'page'],
  answer: (call) => {
    const workspace = requireWorkspace(call, 'space_id', call.query('space_id') ?? '');
    const form = call.query('format_type');
    const found = call.state.holdings.datasets
      .list()
      .filter(({ workspaceId }) => workspaceId === workspace.id)
      .filter((dataset) => dataset.name.includes(call.query('name') ?? ''))
      .filter((dataset) => form === null || String(dataset.form) === form);
    const items = pageOf(call, found).items.map((dataset) => datasetData(call, dataset));
    return { data: { dataset_list: items, total_count: found.length } };
  },
});

/** 修改知识库信息. */
const updateDataset = play('update_dataset', {
  checks: ['resource-known', 'workspace-allowed', 'values'],
  answer: (call) => {
    const dataset = requireDataset(call, call.param('dataset_id'));
    requireLengths(call, { name: 100 });
    requireIcon(call);
    call.state.holdings.datasets.put({
      ...dataset,
      name: textOf(call.body, 'name', dataset.name),
      description: givenText(call.body, 'description') ?? dataset.description,
      updatedAt: secondsOf(call),
    });
    return {};
  },
});

/** 删除知识库, and its documents. */
const deleteDataset = play('delete_dataset', {
  checks: ['resource-known', 'workspace-allowed'],
  answer: (call) => {
    const { id } = requireDataset(call, call.param('dataset_id'));
    for (const document of documentsOf(call, id)) call.state.holdings.documents.remove(document.id);
    call.state.holdings.datasets.remove(id);
    return {};
  },
});

function datasetData(call: ApiCall, dataset: Dataset): CozeValue {
  const documents = documentsOf(call, dataset.id);
  const processing = documents.filter((document) => !isProcessed(document, secondsOf(call)));
  const users = call.state.holdings.agents
    .list()
    .filter(({ draft }) => draft.datasetIds.includes(dataset.id));
  return {
    dataset_id: BigInt(dataset.id),
    space_id: BigInt(dataset.workspaceId),
    name: dataset.name,
    description: dataset.description,
    format_type: dataset.form,
    status: 1,
    can_edit: true,
    icon_uri: '',
    icon_url: '',
    avatar_url: '',
    creator_id: BigInt(world.userId),
    creator_name: world.userName,
    create_time: dataset.createdAt,
    update_time: dataset.updatedAt,
    doc_count: documents.length,
    file_list: documents.map(({ name }) => name),
    failed_file_list: [],
    processing_file_list: processing.map(({ name }) => name),
    processing_file_id_list: processing.map(({ id }) => BigInt(id)),
    all_file_size: documents.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    slice_count: documents.reduce((sum, document) => sum + sliceCount(document), 0),
    hit_count: 0,
    bot_used_count: users.length,
    chunk_strategy: automaticChunks,
  };
}

/** 自动分段与清洗. */
export const automaticChunks: CozeValue = {
  chunk_type: 0,
  caption_type: 0,
  max_tokens: 800,
  separator: '\n',
  remove_extra_spaces: false,
  remove_urls_emails: false,
};

export const datasetEndpoints: readonly ApiEndpoint[] = [
  createDataset,
  listDatasets,
  updateDataset,
  deleteDataset,
];
