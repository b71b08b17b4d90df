/** A call of @coze/api: the parameters that stand alone, and whether the others follow as one object. */
export interface NodeSdkCall {
  readonly method: string;
  readonly alone: readonly string[];
  readonly hasObject: boolean;
  readonly result: 'value' | 'events' | 'bytes';
}

const written = /^(\S+?)\(([^)]*)\)(?: (events|bytes))?$/;

/** `…` stands for the object of all other parameters. */
const calls: Readonly<Record<string, string>> = {
  users_me: 'users.me()',
  list_workspace: 'workspaces.list(…)',
  create_bot: 'bots.create(…)',
  update_bot: 'bots.update(…)',
  publish_bot: 'bots.publish(…)',
  bots_list_draft_published: 'bots.listNew(…)',
  get_metadata_draft_published: 'bots.retrieveNew(bot_id, …)',
  published_bots_list: 'bots.list(…)',
  get_metadata: 'bots.retrieve(…)',
  create_conversation: 'conversations.create(…)',
  retrieve_conversation: 'conversations.retrieve(conversation_id)',
  list_conversations: 'conversations.list(…)',
  clear_conversation_context: 'conversations.clear(conversation_id)',
  create_message: 'conversations.messages.create(conversation_id, …)',
  list_message: 'conversations.messages.list(conversation_id, …)',
  retrieve_message: 'conversations.messages.retrieve(conversation_id, message_id)',
  modify_message: 'conversations.messages.update(conversation_id, message_id, …)',
  delete_message: 'conversations.messages.delete(conversation_id, message_id)',
  chat_v3: 'chat.create(…)',
  'chat_v3#stream': 'chat.stream(…) events',
  retrieve_chat: 'chat.retrieve(conversation_id, chat_id)',
  list_chat_messages: 'chat.messages.list(conversation_id, chat_id)',
  chat_cancel: 'chat.cancel(conversation_id, chat_id)',
  'chat_submit_tool_outputs#stream': 'chat.submitToolOutputs(…) events',
  workflow_run: 'workflows.runs.create(…)',
  workflow_stream_run: 'workflows.runs.stream(…) events',
  workflow_resume: 'workflows.runs.resume(…) events',
  workflow_history: 'workflows.runs.history(workflow_id, execute_id)',
  workflow_chat: 'workflows.chat.stream(…) events',
  upload_files: 'files.upload(…)',
  retrieve_files: 'files.retrieve(file_id)',
  list_voices: 'audio.voices.list(…)',
  clone_voices: 'audio.voices.clone(…)',
  text_to_speech: 'audio.speech.create(…) bytes',
  audio_transcriptions: 'audio.transcriptions.create(…)',
  create_room: 'audio.rooms.create(…)',
  create_voiceprint_group: 'audio.voiceprintGroups.create(…)',
  list_voiceprint_group: 'audio.voiceprintGroups.list(…)',
  update_voiceprint_group: 'audio.voiceprintGroups.update(group_id, …)',
  delete_voiceprint_group: 'audio.voiceprintGroups.delete(group_id)',
  list_voiceprint: 'audio.voiceprintGroups.features.list(group_id, …)',
  delete_voiceprint: 'audio.voiceprintGroups.features.delete(group_id, feature_id)',
  audio_live_retrieve: 'audio.live.retrieve(live_id)',
  create_dataset: 'datasets.create(…)',
  list_dataset: 'datasets.list(…)',
  update_dataset: 'datasets.update(dataset_id, …)',
  delete_dataset: 'datasets.delete(dataset_id)',
  get_dataset_progress: 'datasets.process(dataset_id, …)',
  create_knowledge_files: 'datasets.documents.create(…)',
  list_knowledge_files: 'datasets.documents.list(…)',
  modify_knowledge_files: 'datasets.documents.update(…)',
  delete_knowdge_files: 'datasets.documents.delete(…)',
  update_image_caption: 'datasets.images.update(dataset_id, document_id, …)',
  get_images: 'datasets.images.list(dataset_id, …)',
  read_variable: 'variables.retrieve(…)',
  update_variable: 'variables.update(…)',
  templates_duplicate: 'templates.duplicate(template_id, …)',
};

/** The call for an endpoint; `isStream` where the body has `"stream": true`. Null where the SDK has none. */
export function nodeSdkCall(endpointId: string, isStream: boolean): NodeSdkCall | null {
  const key = isStream && Object.hasOwn(calls, `${endpointId}#stream`) ? `${endpointId}#stream` : endpointId;
  const entry = Object.hasOwn(calls, key) ? calls[key] : undefined;
  const [, method, parameters = '', result = 'value'] = written.exec(entry ?? '') ?? [];
  if (method === undefined) return null;
  const names = parameters === '' ? [] : parameters.split(', ');
  return {
    method,
    alone: names.filter((name) => name !== '…'),
    hasObject: names.includes('…'),
    result: result as NodeSdkCall['result'],
  };
}

/** All calls, for tests. */
export const nodeSdkEndpoints: readonly string[] = Object.keys(calls);
