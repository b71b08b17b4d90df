import type { Shapes } from './shape.ts';

const chunks = {
  chunk_type: 'integer',
  caption_type: 'integer',
  max_tokens: 'integer',
  separator: 'text',
  remove_extra_spaces: 'boolean',
  remove_urls_emails: 'boolean',
} as const;

const document = {
  document_id: 'id',
  name: 'text',
  type: 'text',
  format_type: 'integer',
  source_type: 'integer',
  size: 'integer',
  char_count: 'integer',
  slice_count: 'integer',
  hit_count: 'integer',
  status: 'integer',
  tos_uri: 'text',
  chunk_strategy: chunks,
  update_interval: 'integer',
  update_type: 'integer',
  create_time: 'integer',
  update_time: 'integer',
} as const;

/** Pages of 知识库. The document of 修改知识库文件 is deprecated and left out. */
export const knowledgeShapes: Shapes = {
  create_dataset: { data: { dataset_id: 'id' } },
  list_dataset: {
    data: {
      dataset_list: [
        {
          dataset_id: 'id',
          space_id: 'id',
          name: 'text',
          description: 'text',
          format_type: 'integer',
          status: 'integer',
          can_edit: 'boolean',
          icon_uri: 'text',
          icon_url: 'text',
          avatar_url: 'text',
          creator_id: 'id',
          creator_name: 'text',
          create_time: 'integer',
          update_time: 'integer',
          doc_count: 'integer',
          file_list: ['text'],
          failed_file_list: ['text'],
          processing_file_list: ['text'],
          processing_file_id_list: ['id'],
          all_file_size: 'integer',
          slice_count: 'integer',
          hit_count: 'integer',
          bot_used_count: 'integer',
          chunk_strategy: chunks,
        },
      ],
      total_count: 'integer',
    },
  },
  update_dataset: {},
  delete_dataset: {},
  create_knowledge_files: { document_infos: [document] },
  modify_knowledge_files: {},
  list_knowledge_files: { document_infos: [document], total: 'integer' },
  delete_knowdge_files: {},
  get_dataset_progress: {
    data: {
      data: [
        {
          document_id: 'id',
          document_name: 'text',
          progress: 'integer',
          remaining_time: 'integer',
          size: 'integer',
          status: 'integer',
          type: 'text',
          update_interval: 'integer',
          update_type: 'integer',
          url: 'text',
        },
      ],
    },
  },
  get_images: {
    data: {
      photo_infos: [
        {
          document_id: 'id',
          name: 'text',
          caption: 'text',
          type: 'text',
          size: 'integer',
          source_type: 'integer',
          status: 'integer',
          url: 'text',
          creator_id: 'id',
          create_time: 'integer',
          update_time: 'integer',
        },
      ],
      total_count: 'integer',
    },
  },
  update_image_caption: {},
};
