import { type Agent, firstAgents } from './agents/agent.ts';
import { firstApps, type LowCodeApp } from './agents/app.ts';
import type { CopyTask } from './agents/copy-task.ts';
import { firstVoices, type Voice } from './audio/voice.ts';
import type { CallbackApp } from './callbacks/callback-app.ts';
import type { ChannelSetting } from './channels/channel-setting.ts';
import type { BillTask } from './commerce/bill-task.ts';
import type { Quota } from './commerce/quota.ts';
import { type Dataset, firstDatasets, type KnowledgeDocument } from './datasets/dataset.ts';
import {
  type EnterpriseMember,
  firstEnterpriseMembers,
  firstOrganizations,
  type Organization,
} from './enterprise/enterprise.ts';
import type { StoredFile } from './files/stored-file.ts';
import { createShelf, type Shelf } from './shelf.ts';
import type { Variable } from './variable.ts';
import type { Voiceprint, VoiceprintGroup } from './voiceprints/voiceprint.ts';
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
