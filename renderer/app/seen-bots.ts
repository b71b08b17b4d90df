import { create } from 'zustand';
import { membersOf, memberValue } from '../../shared/json/json-members.ts';
import { type JsonNode, parseJson } from '../../shared/json/parse-json.ts';

interface SeenBots {
  /** Names of agents by id, as answers of this run gave them. */
  readonly names: Readonly<Record<string, string>>;
}

/** What the console has learned about agents in this run; other screens show it beside their ids. */
export const useSeenBots = create<SeenBots>()(() => ({ names: {} }));

const mostRemembered = 5000;
/** Longer answers are not searched. */
const longestAnswer = 2_000_000;

function idIn(text: string, node: JsonNode | null): string | null {
  if (node?.type === 'string' && /^\d{1,20}$/.test(String(node.value))) return String(node.value);
  if (node?.type !== 'number') return null;
  const source = text.slice(node.offset, node.offset + node.length);
  return /^\d{1,20}$/.test(source) ? source : null;
}

function nameIn(node: JsonNode | null): string | null {
  return node?.type === 'string' && node.value !== '' ? String(node.value).slice(0, 120) : null;
}

/** Id and name of an agent, in the spellings of the list, of the deprecated list and of one agent's configuration. */
function collect(text: string, node: JsonNode, isItem: boolean, found: Map<string, string>): void {
  if (node.type === 'object') {
    const id =
      idIn(text, memberValue(node, 'bot_id')) ?? (isItem ? idIn(text, memberValue(node, 'id')) : null);
    const name = nameIn(memberValue(node, 'bot_name')) ?? nameIn(memberValue(node, 'name'));
    if (id !== null && name !== null) found.set(id, name);
    for (const { name: member, value } of membersOf(node)) {
      if (member === 'data' || member === 'items' || member === 'space_bots')
        collect(text, value, false, found);
    }
  }
  if (node.type === 'array') for (const child of node.children ?? []) collect(text, child, true, found);
}

/** Endpoints whose answers name agents. */
const naming: ReadonlySet<string> = new Set([
  'bots_list_draft_published',
  'published_bots_list',
  'get_metadata_draft_published',
  'get_metadata',
]);

/** Whether the answers of an endpoint name agents. */
export function namesBots(endpointId: string): boolean {
  return naming.has(endpointId);
}

/** Remembers the agents that an answer of the catalogue's endpoint `endpointId` names. */
export function noteBots(endpointId: string, body: string): void {
  if (!naming.has(endpointId) || body.length > longestAnswer) return;
  const parsed = parseJson(body);
  if (!parsed.ok) return;
  const found = new Map<string, string>();
  collect(body, parsed.tree, false, found);
  if (found.size === 0) return;
  useSeenBots.setState(({ names }) => ({
    names: Object.fromEntries([...Object.entries(names), ...found].slice(-mostRemembered)),
  }));
}
