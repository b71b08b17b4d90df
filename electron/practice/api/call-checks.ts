import { type ApiRefusal, refuseCall } from '../refusal.ts';
import type { Agent } from './agents/agent.ts';
import type { ApiCall } from './api-endpoint.ts';
import { refuseBot } from './permission.ts';
import { refuseWorkspace } from './reach.ts';
import type { Shelf } from './shelf.ts';
import type { Workspace } from './workspaces/workspace.ts';

/** Code 4000 about one parameter. */
export function refuseParameter(name: string, wanted: string, seen?: unknown): ApiRefusal {
  return refuseCall(4000, `Request parameter error: ${name} must be ${wanted}`, { seen, wanted });
}

/** Code 4200 about one id. */
export function refuseUnknown(name: string, id: string): ApiRefusal {
  return refuseCall(4200, `Requested resource ${name}=${id} does not exist`, { seen: id });
}

/** Ticks `bot-allowed` and `bot-known`: the scope names the agent, and its workspace is one that the token reaches. */
export function requireBot(call: ApiCall, botId: string, permission: string): Agent {
  const { sheet, state, token } = call;
  const agent = state.holdings.agents.find(botId);
  const workspace = state.holdings.workspaces.find(agent?.workspaceId ?? '');
  sheet.pass(
    'bot-allowed',
    refuseBot(token.scope, botId, permission) ??
      (workspace === null ? null : refuseWorkspace(call, workspace, 'workspace_id')),
  );
  return sheet.pass('bot-known', agent ?? refuseUnknown('bot_id', botId));
}

/** Ticks `workspace-known` and `workspace-allowed`. */
export function requireWorkspace(call: ApiCall, name: string, id: string): Workspace {
  const { sheet, state } = call;
  const workspace = sheet.pass(
    'workspace-known',
    state.holdings.workspaces.find(id) ?? refuseUnknown(name, id),
  );
  sheet.pass('workspace-allowed', refuseWorkspace(call, workspace, name));
  return workspace;
}

/** Ticks `resource-known` and `workspace-allowed`: the thing exists, in a workspace that the token reaches. */
export function requireOwn<Item extends { readonly id: string; readonly workspaceId: string }>(
  call: ApiCall,
  shelf: Shelf<Item>,
  name: string,
  id: string,
): Item {
  const { sheet, state } = call;
  const item = sheet.pass('resource-known', shelf.find(id) ?? refuseUnknown(name, id));
  const workspace = state.holdings.workspaces.find(item.workspaceId);
  sheet.pass(
    'workspace-allowed',
    workspace === null ? null : refuseWorkspace(call, workspace, 'workspace_id'),
  );
  return item;
}

/** Ticks `page`: the page number and size, 1 and `sizes.absent` when absent. */
export function requirePage(
  { query, sheet }: ApiCall,
  numberName: string,
  sizes: { readonly absent: number; readonly most: number } = { absent: 20, most: 1000 },
): { readonly number: number; readonly size: number } {
  const number = readCount(query(numberName), 1, 1_000_000);
  const size = readCount(query('page_size'), sizes.absent, sizes.most);
  if (number === null) return sheet.fail('page', refuseParameter(numberName, 'a positive integer'));
  return sheet.pass(
    'page',
    size === null ? refuseParameter('page_size', 'a positive integer') : { number, size },
  );
}

function readCount(text: string | null, absent: number, most: number): number | null {
  if (text === null) return absent;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

/** The part of `all` that stands on the page. */
export function onPage<Item>(
  all: readonly Item[],
  { number, size }: { readonly number: number; readonly size: number },
): readonly Item[] {
  return all.slice((number - 1) * size, number * size);
}
