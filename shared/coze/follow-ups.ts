import { type Endpoint, endpoints } from './endpoints.ts';
import type { NextRequest } from './next-request.ts';

/** An endpoint that takes ids, and which ones; the first is what it is about. */
interface FollowUp {
  readonly to: string;
  readonly ids: readonly string[];
}

/** What reads, by what an answer can name; nothing here changes or deletes anything. */
const followUps: readonly FollowUp[] = [
  { to: 'retrieve_chat', ids: ['chat_id', 'conversation_id'] },
  { to: 'list_chat_messages', ids: ['chat_id', 'conversation_id'] },
  { to: 'retrieve_message', ids: ['message_id', 'conversation_id'] },
  { to: 'list_message', ids: ['conversation_id'] },
  { to: 'retrieve_conversation', ids: ['conversation_id'] },
  { to: 'chat_v3', ids: ['conversation_id', 'bot_id'] },
  { to: 'get_node_execute_history_response', ids: ['node_execute_uuid', 'execute_id', 'workflow_id'] },
  { to: 'workflow_history', ids: ['execute_id', 'workflow_id'] },
  { to: 'get_workflow_info', ids: ['workflow_id'] },
  { to: 'retrieve_files', ids: ['file_id'] },
  { to: 'list_conversations', ids: ['bot_id'] },
  { to: 'get_metadata_draft_published', ids: ['bot_id'] },
  { to: 'list_bot_versions', ids: ['bot_id'] },
  { to: 'list_knowledge_files', ids: ['dataset_id'] },
  { to: 'get_images', ids: ['dataset_id'] },
  { to: 'get_plugin', ids: ['plugin_id'] },
  { to: 'query_resource_copy_execution_result', ids: ['task_id'] },
  { to: 'workspace_read_folder', ids: ['folder_id'] },
  { to: 'list_voiceprint', ids: ['group_id'] },
  { to: 'text_to_speech', ids: ['voice_id'] },
  { to: 'bots_list_draft_published', ids: ['workspace_id'] },
  { to: 'get_workflow_list', ids: ['workspace_id'] },
  { to: 'list_dataset', ids: ['space_id'] },
  { to: 'list_space_member', ids: ['workspace_id'] },
  { to: 'list_organization', ids: ['enterprise_id'] },
];

/** More than these are no help. */
const mostOffered = 8;

/** A request of `endpoint` with those of `ids` filled in that it takes. */
export function fillRequest(endpoint: Endpoint, ids: Iterable<readonly [string, string]>): NextRequest {
  const path: Record<string, string> = {};
  const query: Record<string, string> = {};
  const body: Record<string, unknown> = {};
  for (const [name, value] of ids) {
    if (endpoint.pathParams.some((parameter) => parameter.name === name)) path[name] = value;
    else if (endpoint.query.some((parameter) => parameter.name === name)) query[name] = value;
    else if (endpoint.body?.fields.some((parameter) => parameter.name === name)) body[name] = value;
  }
  return { endpointId: endpoint.id, path, query, body: Object.keys(body).length === 0 ? null : body };
}

/**
 * What can be looked at next with these ids, filled in; the endpoint that the answer came from is left out.
 *
 * @param ids - as `idsOf` gives them
 */
export function followUpsOf(ids: ReadonlyMap<string, string>, from: string | null): readonly NextRequest[] {
  return followUps
    .filter((followUp) => followUp.to !== from && followUp.ids.every((name) => ids.has(name)))
    .slice(0, mostOffered)
    .flatMap((followUp) => {
      const endpoint = endpoints.find(({ id }) => id === followUp.to);
      const given = followUp.ids.map((name) => [name, ids.get(name) ?? ''] as const);
      return endpoint === undefined ? [] : [fillRequest(endpoint, given)];
    });
}
