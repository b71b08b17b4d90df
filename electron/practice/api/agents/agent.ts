import { world } from '../../world.ts';
import type { Collaborated } from './collaborated.ts';

/** What an agent's page holds; the published version is a copy of it. */
export interface AgentConfig {
  readonly name: string;
  readonly description: string;
  readonly prompt: string;
  readonly prologue: string;
  readonly suggestedQuestions: readonly string[];
  readonly replyMode: string;
  readonly modelId: string;
  readonly pluginIds: readonly string[];
  readonly workflowIds: readonly string[];
  readonly datasetIds: readonly string[];
}

/** One version of an agent that was published. Times are epoch seconds. */
export interface AgentVersion {
  readonly version: string;
  readonly publishedAt: number;
  readonly connectorIds: readonly string[];
  readonly config: AgentConfig;
}

export interface Agent extends Collaborated {
  readonly id: string;
  readonly workspaceId: string;
  readonly draft: AgentConfig;
  /** Newest first. */
  readonly versions: readonly AgentVersion[];
  /** The channels on which it can be used now; none: it was never published or was taken back everywhere. */
  readonly connectorIds: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

const practiceModelId = '7000000001';

/** The draft of an agent of which only the name is known. */
export function emptyConfig(name: string): AgentConfig {
  return {
    name,
    description: '',
    prompt: '',
    prologue: '',
    suggestedQuestions: [],
    replyMode: 'disable',
    modelId: practiceModelId,
    pluginIds: [],
    workflowIds: [],
    datasetIds: [],
  };
}

/** An agent that was just made. `now` is in epoch seconds. */
export function newAgent(place: Pick<Agent, 'id' | 'workspaceId'>, draft: AgentConfig, now: number): Agent {
  return {
    ...place,
    draft,
    versions: [],
    connectorIds: [],
    createdAt: now,
    updatedAt: now,
    mode: 'single',
    collaboratorIds: [],
  };
}

/** The version that is used now, or null when the agent is not published. */
export function onlineVersion({ versions, connectorIds }: Agent): AgentVersion | null {
  return connectorIds.length === 0 ? null : (versions[0] ?? null);
}

/** The agents of the practice world, published on the API channel. */
export const firstAgents: readonly Agent[] = world.bots.map((bot): Agent => {
  const draft: AgentConfig = {
    ...emptyConfig(bot.name),
    description: bot.description,
    prompt: bot.prompt,
    prologue: bot.prologue,
    suggestedQuestions: ['令牌多久过期？', '什么是 jti？'],
  };
  const connectorIds = [world.connectorId];
  const { id, publishedAt } = bot;
  return {
    ...newAgent({ id, workspaceId: world.workspaceId }, draft, publishedAt),
    versions: [{ version: String(publishedAt * 1000), publishedAt, connectorIds, config: draft }],
    connectorIds,
  };
});
