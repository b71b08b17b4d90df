import type { SdkCalls } from './sdk-call.ts';

const chat =
  'conversation_id, bot_id, user_id, additional_messages=Messages:messages, custom_variables:textMap, meta_data:textMap, parameters:anyMap';
const workflow = 'workflow_id, parameters:anyMap, bot_id, app_id, ext:textMap';
const message = 'conversation_id, message_id';
const ofVariables = 'app_id?, bot_id?, connector_id?';

/** coze-go: the method, the type of its request, the fields. */
export const goSdkCalls: SdkCalls = {
  users_me: 'Users.Me()',
  list_workspace: 'Workspaces.List ListWorkspaceReq(page_num:int, page_size:int) page',
  published_bots_list: 'Bots.List ListBotsReq(space_id, page_index=PageNum:int, page_size:int) page',
  publish_bot: 'Bots.Publish PublishBotsReq(bot_id, connector_ids=ConnectorIDs:texts)',
  create_conversation:
    'Conversations.Create CreateConversationsReq(bot_id, meta_data:textMap, messages:messages, connector_id)',
  retrieve_conversation: 'Conversations.Retrieve RetrieveConversationsReq(conversation_id)',
  list_conversations: 'Conversations.List ListConversationsReq(bot_id, page_num:int, page_size:int) page',
  clear_conversation_context: 'Conversations.Clear ClearConversationsReq(conversation_id)',
  create_message:
    'Conversations.Messages.Create CreateMessageReq(conversation_id, role:role, content, content_type:contentType, meta_data:textMap)',
  list_message:
    'Conversations.Messages.List ListConversationsMessagesReq(conversation_id, order?, chat_id?, before_id?, after_id?, limit:int) page',
  retrieve_message: `Conversations.Messages.Retrieve RetrieveConversationsMessagesReq(${message})`,
  modify_message: `Conversations.Messages.Update UpdateConversationMessagesReq(${message}, content, content_type:contentType, meta_data:textMap)`,
  delete_message: `Conversations.Messages.Delete DeleteConversationsMessagesReq(${message})`,
  chat_v3: `Chat.Create CreateChatsReq(${chat})`,
  'chat_v3#stream': `Chat.Stream CreateChatsReq(${chat}, auto_save_history:bool?) events`,
  retrieve_chat: 'Chat.Retrieve RetrieveChatsReq(conversation_id, chat_id)',
  list_chat_messages: 'Chat.Messages.List ListChatsMessagesReq(conversation_id, chat_id)',
  chat_cancel: 'Chat.Cancel CancelChatsReq(conversation_id, chat_id)',
  chat_submit_tool_outputs:
    'Chat.SubmitToolOutputs SubmitToolOutputsChatReq(conversation_id, chat_id, tool_outputs:toolOutputs)',
  'chat_submit_tool_outputs#stream':
    'Chat.StreamSubmitToolOutputs SubmitToolOutputsChatReq(conversation_id, chat_id, tool_outputs:toolOutputs) events',
  workflow_run: `Workflows.Runs.Create RunWorkflowsReq(${workflow}, is_async:bool)`,
  workflow_stream_run: `Workflows.Runs.Stream RunWorkflowsReq(${workflow}) events`,
  workflow_resume:
    'Workflows.Runs.Resume ResumeRunWorkflowsReq(workflow_id, event_id, resume_data, interrupt_type:int) events',
  workflow_history:
    'Workflows.Runs.Histories.Retrieve RetrieveWorkflowsRunsHistoriesReq(workflow_id, execute_id)',
  workflow_chat:
    'Workflows.Chat.Stream WorkflowsChatStreamReq(workflow_id, additional_messages:messages, parameters:anyMap, app_id?, bot_id?, conversation_id?, ext:textMap) events',
  upload_files: 'Files.Upload UploadFilesReq(file:file)',
  retrieve_files: 'Files.Retrieve RetrieveFilesReq(file_id)',
  list_voices:
    'Audio.Voices.List ListAudioVoicesReq(filter_system_voice:bool, page_num:int, page_size:int) page',
  text_to_speech:
    'Audio.Speech.Create CreateAudioSpeechReq(input, voice_id, response_format:audioFormat?, speed:number?, sample_rate:int?) bytes',
  create_dataset:
    'Datasets.Create CreateDatasetsReq(name, space_id, format_type:documentFormat, description, file_id=IconFileID)',
  list_dataset:
    'Datasets.List ListDatasetsReq(space_id, name, format_type:documentFormat, page_num:int, page_size:int) page',
  update_dataset: 'Datasets.Update UpdateDatasetsReq(dataset_id, name, description, file_id=IconFileID)',
  read_variable: `Variables.Retrieve RetrieveVariablesReq(connector_uid, keywords:texts, ${ofVariables})`,
  update_variable: `Variables.Update UpdateVariablesReq(connector_uid, data:variables, ${ofVariables})`,
};
