import { describe, expect, test } from 'vitest';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import { startDocumentedBench } from './documented.ts';
import { startTime } from './practice-bench.ts';
import { audioShapes } from './shapes/audio-shapes.ts';
import { knowledgeShapes } from './shapes/knowledge-shapes.ts';

const { bench, ok, refused } = startDocumentedBench({
  ...knowledgeShapes,
  upload_files: audioShapes['upload_files'] ?? {},
});

const { workspaceId } = practiceWorld;

const create = async (format_type: 0 | 2 = 0) => {
  const body = { name: '新知识库', space_id: workspaceId, format_type };
  return ((await ok('create_dataset', { body }))['data'] as { dataset_id: string }).dataset_id;
};

const textBody = (dataset_id: string, more: object = {}) => ({
  dataset_id,
  format_type: 0,
  chunk_strategy: { chunk_type: 0 },
  document_bases: [
    {
      name: '说明.txt',
      source_info: { file_base64: Buffer.from('你好，知识库').toString('base64'), file_type: 'txt' },
    },
  ],
  ...more,
});

const documentIds = (members: Readonly<Record<string, unknown>>) =>
  (members['document_infos'] as readonly { document_id: string }[]).map(({ document_id }) => document_id);

const upload = async () => {
  const form = new FormData();
  form.append('file', new File(['not really a picture'], 'cat.png'));
  return ((await ok('upload_files', { form }))['data'] as { id: string }).id;
};

describe('a knowledge base', () => {
  test('is created, listed, changed and deleted', async () => {
    const id = await create();
    await ok('update_dataset', { with: { dataset_id: id }, body: { name: '改过', description: '说明' } });
    const list = async () =>
      (await ok('list_dataset', { with: { space_id: workspaceId, name: '改过' } }))['data'];
    expect(await list()).toMatchObject({
      total_count: 1,
      dataset_list: [{ dataset_id: id, description: '说明', create_time: startTime, doc_count: 0 }],
    });
    await ok('delete_dataset', { with: { dataset_id: id } });
    expect(await list()).toEqual({ total_count: 0, dataset_list: [] });
    expect((await refused('delete_dataset', { with: { dataset_id: id } })).code).toBe(4200);
  });

  test.each([
    [{ name: 'x', space_id: workspaceId }, 4000],
    [{ name: 'x', space_id: workspaceId, format_type: 1 }, 4000],
    [{ name: 'x'.repeat(101), space_id: workspaceId, format_type: 0 }, 4000],
    [{ name: 'x', space_id: '1', format_type: 0 }, 4200],
    [{ name: 'x', space_id: workspaceId, format_type: 0, file_id: '1' }, 4200],
  ])('is not created from %j', async (body, code) => {
    expect((await refused('create_dataset', { body })).code).toBe(code);
  });

  test('takes documents, which are processed, renamed, listed and deleted', async () => {
    const dataset_id = await create();
    const created = await ok('create_knowledge_files', { body: textBody(dataset_id) });
    expect(created['document_infos']).toMatchObject([
      { name: '说明.txt', type: 'txt', char_count: 6, status: 0 },
    ]);
    const [document_id = ''] = documentIds(created);
    const progress = async () => {
      const request = { with: { dataset_id }, body: { document_ids: [document_id] } };
      return ((await ok('get_dataset_progress', request))['data'] as { data: readonly object[] }).data;
    };
    expect(await progress()).toMatchObject([{ document_id, progress: 50, status: 0 }]);
    expect(await progress()).toMatchObject([{ progress: 100, status: 1, remaining_time: 0 }]);
    await ok('modify_knowledge_files', { body: { document_id, document_name: '新名字.txt' } });
    const list = async () => ok('list_knowledge_files', { body: { dataset_id } });
    expect(await list()).toMatchObject({ total: 1, document_infos: [{ document_id, name: '新名字.txt' }] });
    const shelf = await ok('list_dataset', { with: { space_id: workspaceId, name: '新知识库' } });
    expect(shelf['data']).toMatchObject({ dataset_list: [{ doc_count: 1, file_list: ['新名字.txt'] }] });
    await ok('delete_knowdge_files', { body: { document_ids: [document_id] } });
    expect(await list()).toMatchObject({ total: 0, document_infos: [] });
  });

  test('is found by an id that comes as a bare number', async () => {
    const id = await create();
    const answer = await fetch(`${bench.url()}/open_api/knowledge/document/list`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await bench.mint()}` },
      body: `{"dataset_id":${id}}`,
    });
    expect(await answer.json()).toMatchObject({ code: 0, total: 0 });
  });

  test('processes within a second', async () => {
    const dataset_id = await create();
    await ok('create_knowledge_files', { body: textBody(dataset_id) });
    bench.pass(1000);
    expect((await ok('list_knowledge_files', { body: { dataset_id } }))['document_infos']).toMatchObject([
      { status: 1 },
    ]);
  });

  test('takes a web page without fetching it', async () => {
    const dataset_id = await create();
    const document_bases = [
      {
        name: '网页',
        source_info: { web_url: 'https://example.com/', document_source: 1 },
        update_rule: { update_type: 1, update_interval: 48 },
      },
    ];
    const created = await ok('create_knowledge_files', { body: textBody(dataset_id, { document_bases }) });
    expect(created['document_infos']).toMatchObject([
      { source_type: 1, update_type: 1, update_interval: 48 },
    ]);
  });

  test.each([
    [{ document_bases: [] }, 4000],
    [{ document_bases: Array(11).fill({ name: 'x', source_info: { web_url: 'https://a.b' } }) }, 4000],
    [{ document_bases: [{ name: 'x', source_info: {} }] }, 4000],
    [{ document_bases: [{ name: 'x', source_info: { file_base64: 'QQ==', file_type: 'exe' } }] }, 4000],
    [{ document_bases: [{ source_info: { web_url: 'https://a.b' } }] }, 4000],
    [{ format_type: 2 }, 4000],
    [{ dataset_id: '1' }, 4200],
    [{ chunk_strategy: undefined }, 4000],
  ])('takes no documents from %j', async (more, code) => {
    const body = textBody(await create(), more);
    expect((await refused('create_knowledge_files', { body })).code).toBe(code);
  });

  test.each([
    ['modify_knowledge_files', { document_id: '1' }],
    ['delete_knowdge_files', { document_ids: ['1'] }],
    ['list_knowledge_files', { dataset_id: '1' }],
  ])('knows no other document: %s', async (id, body) => {
    expect((await refused(id, { body })).code).toBe(4200);
  });

  test('holds images with captions', async () => {
    const dataset_id = await create(2);
    const source_file_id = await upload();
    const document_bases = [{ name: '猫', source_info: { source_file_id, document_source: 5 } }];
    const body = textBody(dataset_id, { format_type: 2, document_bases });
    const [document_id = ''] = documentIds(await ok('create_knowledge_files', { body }));
    const list = async (has_caption: string) =>
      (await ok('get_images', { with: { dataset_id, has_caption } }))['data'];
    expect(await list('true')).toEqual({ photo_infos: [], total_count: 0 });
    await ok('update_image_caption', { with: { dataset_id, document_id }, body: { caption: '一只猫' } });
    expect(await list('true')).toMatchObject({
      total_count: 1,
      photo_infos: [{ document_id, caption: '一只猫', type: 'png', size: 20, source_type: 5 }],
    });
    const other = { with: { dataset_id, document_id: '1' }, body: { caption: 'x' } };
    expect((await refused('update_image_caption', other)).code).toBe(4200);
  });
});
