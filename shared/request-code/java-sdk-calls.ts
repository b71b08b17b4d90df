import type { SdkCalls } from './sdk-call.ts';

const chat =
  'conversation_id=conversationID, bot_id=botID, user_id=userID, additional_messages=messages:messages, custom_variables=customVariables:textMap, auto_save_history=autoSaveHistory:bool, meta_data=metaData:textMap, parameters:anyMap';
const workflow = 'workflow_id=workflowID, parameters:anyMap, bot_id=botID, app_id=appId, ext:textMap';
const message = 'conversation_id=conversationID!, message_id=messageID!';

/** coze-api: the method, the type of its request, what its builder sets; `of` where it is made by `of(…)`. */
export const javaSdkCalls: SdkCalls = {
  list_workspace: 'workspaces().list ListWorkspaceReq() page',
  create_conversation:
    'conversations().create CreateConversationReq(bot_id=botID, messages:messages, meta_data=metaData:textMap)',
  retrieve_conversation: 'conversations().retrieve RetrieveConversationReq(conversation_id=of)',
  clear_conversation_context: 'conversations().clear ClearConversationReq(conversation_id=of)',
  create_message:
    'conversations().messages().create CreateMessageReq(conversation_id=conversationID, role:role, content, content_type=contentType:contentType, meta_data=metaData:textMap)',
  retrieve_message: `conversations().messages().retrieve RetrieveMessageReq(${message})`,
  delete_message: `conversations().messages().delete DeleteMessageReq(${message})`,
  chat_v3: `chat().create CreateChatReq(${chat})`,
  'chat_v3#stream': `chat().stream CreateChatReq(${chat}) events`,
  retrieve_chat: 'chat().retrieve RetrieveChatReq(conversation_id=of, chat_id=of)',
  chat_cancel: 'chat().cancel CancelChatReq(conversation_id=of, chat_id=of)',
  list_chat_messages: 'chat().message().list ListMessageReq(conversation_id=of, chat_id=of)',
  workflow_run: `workflows().runs().create RunWorkflowReq(${workflow}, is_async=isAsync:bool)`,
  workflow_stream_run: `workflows().runs().stream RunWorkflowReq(${workflow}) events`,
  workflow_resume:
    'workflows().runs().resume ResumeRunReq(workflow_id=workflowID, event_id=eventID, resume_data=resumeData, interrupt_type=interruptType:int) events',
  upload_files: 'files().upload UploadFileReq(file=of:file)',
  retrieve_files: 'files().retrieve RetrieveFileReq(file_id=of)',
};

const client = 'com.coze.openapi.client';

/** Where the classes are. The package of conversations is spelled like this. */
export const javaPackages: Readonly<Record<string, string>> = {
  ListWorkspaceReq: `${client}.workspace`,
  CreateConversationReq: `${client}.connversations`,
  RetrieveConversationReq: `${client}.connversations`,
  ClearConversationReq: `${client}.connversations`,
  CreateMessageReq: `${client}.connversations.message`,
  RetrieveMessageReq: `${client}.connversations.message`,
  DeleteMessageReq: `${client}.connversations.message`,
  Message: `${client}.connversations.message.model`,
  MessageRole: `${client}.connversations.message.model`,
  MessageType: `${client}.connversations.message.model`,
  MessageContentType: `${client}.connversations.message.model`,
  CreateChatReq: `${client}.chat`,
  RetrieveChatReq: `${client}.chat`,
  CancelChatReq: `${client}.chat`,
  ListMessageReq: `${client}.chat.message`,
  RunWorkflowReq: `${client}.workflows.run`,
  ResumeRunReq: `${client}.workflows.run`,
  UploadFileReq: `${client}.files`,
  RetrieveFileReq: `${client}.files`,
};
