import type { SdkCalls } from './sdk-call.ts';

const chat =
  'conversation_id, bot_id, user_id, additional_messages:messages, custom_variables:textMap, auto_save_history:bool, meta_data:textMap';
const workflow = 'workflow_id, parameters:anyMap, bot_id, app_id, ext:textMap';
const message = 'conversation_id, message_id';

/** cozepy. */
export const pythonSdkCalls: SdkCalls = {
  users_me: 'users.me()',
  list_workspace: 'workspaces.list(page_num:int, page_size:int) page',
  get_metadata_draft_published: 'bots.retrieve(bot_id, is_published:bool)',
  published_bots_list: 'bots.list(space_id, page_index=page_num:int, page_size:int) page',
  publish_bot: 'bots.publish(bot_id, connector_ids:texts)',
  create_conversation: 'conversations.create(bot_id, meta_data:textMap, messages:messages)',
  retrieve_conversation: 'conversations.retrieve(conversation_id)',
  list_conversations: 'conversations.list(bot_id, page_num:int, page_size:int) page',
  clear_conversation_context: 'conversations.clear(conversation_id)',
  delete_conversation: 'conversations.delete(conversation_id)',
  create_message:
    'conversations.messages.create(conversation_id, role:role, content, content_type:contentType, meta_data:textMap)',
  list_message:
    'conversations.messages.list(conversation_id, order, chat_id, before_id, after_id, limit:int) page',
  retrieve_message: `conversations.messages.retrieve(${message})`,
  modify_message: `conversations.messages.update(${message}, content, content_type:contentType, meta_data:textMap)`,
  delete_message: `conversations.messages.delete(${message})`,
  chat_v3: `chat.create(${chat})`,
  'chat_v3#stream': `chat.stream(${chat}) events`,
  retrieve_chat: 'chat.retrieve(conversation_id, chat_id)',
  list_chat_messages: 'chat.messages.list(conversation_id, chat_id)',
  chat_cancel: 'chat.cancel(conversation_id, chat_id)',
  chat_submit_tool_outputs:
    'chat.submit_tool_outputs(conversation_id, chat_id, tool_outputs:toolOutputs, stream:bool!)',
  'chat_submit_tool_outputs#stream':
    'chat.submit_tool_outputs(conversation_id, chat_id, tool_outputs:toolOutputs, stream:bool!) events',
  workflow_run: `workflows.runs.create(${workflow}, is_async:bool)`,
  workflow_stream_run: `workflows.runs.stream(${workflow}) events`,
  workflow_resume: 'workflows.runs.resume(workflow_id, event_id, resume_data, interrupt_type:int) events',
  workflow_history: 'workflows.runs.run_histories.retrieve(workflow_id, execute_id)',
  workflow_chat: `workflows.chat.stream(${workflow}, additional_messages:messages, conversation_id) events`,
  upload_files: 'files.upload(file:file)',
  retrieve_files: 'files.retrieve(file_id)',
  list_voices: 'audio.voices.list(filter_system_voice:bool, page_num:int, page_size:int) page',
  clone_voices:
    'audio.voices.clone(voice_name, file:file, audio_format:audioFormat, language, voice_id, preview_text, text, space_id)',
  text_to_speech:
    'audio.speech.create(input, voice_id, response_format:audioFormat, speed:number, sample_rate:int) bytes',
  audio_transcriptions: 'audio.transcriptions.create(file:file)',
  create_dataset:
    'datasets.create(name, space_id, format_type:documentFormat, description, file_id=icon_file_id)',
  list_dataset: 'datasets.list(space_id, name, format_type:documentFormat, page_num:int, page_size:int) page',
  update_dataset: 'datasets.update(dataset_id, name, description, file_id=icon_file_id)',
  delete_dataset: 'datasets.delete(dataset_id)',
  get_dataset_progress: 'datasets.process(dataset_id, document_ids:texts)',
  read_variable: 'variables.retrieve(connector_uid, keywords:texts, app_id, bot_id, connector_id)',
  update_variable: 'variables.update(connector_uid, data:variables, app_id, bot_id, connector_id)',
  templates_duplicate: 'templates.duplicate(template_id, workspace_id, name)',
};
