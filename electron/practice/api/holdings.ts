import { type Agent, firstAgents } from './agents/agent.ts';
import { firstApps, type LowCodeApp } from './agents/apps.ts';
import type { CopyTask } from './agents/copies.ts';
import { firstVoices, type Voice } from './audio/voice.ts';
import type { CallbackApp } from './callbacks/callback-endpoints.ts';
import type { ChannelSetting } from './channels/channel-endpoints.ts';
import type { BillTask } from './commerce/billing.ts';
import type { Quota } from './commerce/quotas.ts';
import { type Dataset, firstDatasets, type KnowledgeDocument } from './datasets/dataset.ts';
import {
  type EnterpriseMember,
  firstEnterpriseMembers,
  firstOrganizations,
  type Organization,
} from './enterprise/enterprise.ts';
import type { StoredFile } from './files/file-endpoints.ts';
import { createShelf, type Shelf } from './shelf.ts';
import type { Variable } from './variables.ts';
import type { VoiceprintGroup } from './voiceprints/voiceprint-groups.ts';
import type { Voiceprint } from './voiceprints/voiceprints.ts';
import type { Execution } from './workflows/execution.ts';
import { firstWorkflows, type Workflow } from './workflows/workflow.ts';
import { firstWorkspaces, type Workspace } from './workspaces/workspace.ts';

/** Everything that the APIs keep beside conversations and chats. */
export interface Holdings {
  readonly workspaces: Shelf<Workspace>;
  readonly agents: Shelf<Agent>;
  readonly apps: Shelf<LowCodeApp>;
  readonly copyTasks: Shelf<CopyTask>;
  readonly workflows: Shelf<Workflow>;
  readonly executions: Shelf<Execution>;
  readonly files: Shelf<StoredFile>;
  readonly voices: Shelf<Voice>;
  readonly voiceprintGroups: Shelf<VoiceprintGroup>;
  readonly voiceprints: Shelf<Voiceprint>;
  readonly datasets: Shelf<Dataset>;
  readonly documents: Shelf<KnowledgeDocument>;
  readonly variables: Shelf<Variable>;
  readonly channelSettings: Shelf<ChannelSetting>;
  readonly callbackApps: Shelf<CallbackApp>;
  readonly quotas: Shelf<Quota>;
  readonly billTasks: Shelf<BillTask>;
  readonly enterpriseMembers: Shelf<EnterpriseMember>;
  readonly organizations: Shelf<Organization>;
}

/** What is there from the start, and nothing else yet. */
export function createHoldings(): Holdings {
  return {
    workspaces: createShelf(firstWorkspaces),
    agents: createShelf(firstAgents),
    apps: createShelf(firstApps),
    copyTasks: createShelf(),
    workflows: createShelf(firstWorkflows),
    executions: createShelf(),
    files: createShelf(),
    voices: createShelf(firstVoices),
    voiceprintGroups: createShelf(),
    voiceprints: createShelf(),
    datasets: createShelf(firstDatasets),
    documents: createShelf(),
    variables: createShelf(),
    channelSettings: createShelf(),
    callbackApps: createShelf(),
    quotas: createShelf(),
    billTasks: createShelf(),
    enterpriseMembers: createShelf(firstEnterpriseMembers),
    organizations: createShelf(firstOrganizations),
  };
}
