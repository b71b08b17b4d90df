/** Names of members that are ids of something that an endpoint takes. */
const idNames: ReadonlySet<string> = new Set([
  'conversation_id',
  'chat_id',
  'message_id',
  'bot_id',
  'workflow_id',
  'execute_id',
  'node_execute_uuid',
  'file_id',
  'dataset_id',
  'document_id',
  'workspace_id',
  'space_id',
  'plugin_id',
  'task_id',
  'folder_id',
  'group_id',
  'voice_id',
  'app_id',
  'enterprise_id',
  'organization_id',
  'connector_id',
  'section_id',
  'event_id',
  'user_id',
]);

/** True for what {@link idsOf} can make something of: the name of an id, `id` with what is around it, and `debug_url`. */
export function isKnownId(name: string): boolean {
  return idNames.has(name) || name.endsWith('.id') || name === 'debug_url';
}

/** What `id` alone means in the answer of an endpoint. */
const ownId: Readonly<Record<string, string>> = {
  chat_v3: 'chat_id',
  retrieve_chat: 'chat_id',
  chat_cancel: 'chat_id',
  chat_submit_tool_outputs: 'chat_id',
  create_conversation: 'conversation_id',
  retrieve_conversation: 'conversation_id',
  list_conversations: 'conversation_id',
  create_message: 'message_id',
  retrieve_message: 'message_id',
  list_message: 'message_id',
  list_chat_messages: 'message_id',
  upload_files: 'file_id',
  retrieve_files: 'file_id',
  create_workspace: 'workspace_id',
  list_workspace: 'workspace_id',
  bots_list_draft_published: 'bot_id',
  copy_resource_task: 'task_id',
  workspace_list_folder: 'folder_id',
  list_voiceprint_group: 'group_id',
  create_voiceprint_group: 'group_id',
  create_bill_task: 'task_id',
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fromUrl(url: string): readonly (readonly [string, string])[] {
  return [...url.matchAll(/[?&](\w+)=([^&#]+)/g)]
    .map(([, name = '', value = '']) => [name, decoded(value)] as const)
    .filter(([name]) => idNames.has(name));
}

/** The ids of a path that was made from `template`, such as `/v1/workflows/:workflow_id`. */
function fromPath(url: string, template: string): readonly (readonly [string, string])[] {
  if (!URL.canParse(url)) return [];
  const steps = new URL(url).pathname.split('/');
  return template.split('/').flatMap((step, at) => {
    const value = steps[at] ?? '';
    return step.startsWith(':') && value !== '' ? [[step.slice(1), decoded(value)] as const] : [];
  });
}

/**
 * What the ids of an answer, and those of the request that it belongs to, are called by the endpoints that take them.
 *
 * @param found - by name; `id` with what is around it, such as `data.id`
 */
export function idsOf(
  found: Iterable<readonly [name: string, value: string]>,
  request: { readonly url: string; readonly endpointId: string | null; readonly path: string | null },
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const add = (name: string, value: string) => {
    if (!ids.has(name)) ids.set(name, value);
  };
  const own = request.endpointId === null ? undefined : ownId[request.endpointId];
  for (const [name, value] of found) {
    if (name === 'debug_url') for (const [inner, id] of fromUrl(value)) add(inner, id);
    else if (idNames.has(name)) add(name, value);
    else if (own !== undefined && /^(?:|data|data\[\]|\w+\[\])\.id$/.test(name)) add(own, value);
  }
  for (const [name, value] of fromUrl(request.url)) add(name, value);
  if (request.path !== null)
    for (const [name, value] of fromPath(request.url, request.path)) add(name, value);
  const workspace = ids.get('workspace_id') ?? ids.get('space_id');
  if (workspace !== undefined) {
    add('workspace_id', workspace);
    add('space_id', workspace);
  }
  return ids;
}
