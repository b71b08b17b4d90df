import { appEndpoints } from './agents/apps.ts';
import { agentChangeEndpoints } from './agents/change-agents.ts';
import { collaboratorEndpoints } from './agents/collaborators.ts';
import { copyEndpoints } from './agents/copies.ts';
import { agentReadEndpoints } from './agents/read-agents.ts';
import type { ApiEndpoint } from './api-endpoint.ts';
import { roomEndpoints } from './audio/rooms.ts';
import { speechEndpoints } from './audio/speech.ts';
import { transcriptionEndpoints } from './audio/transcriptions.ts';
import { voiceEndpoints } from './audio/voices.ts';
import { callbackEndpoints } from './callbacks/callback-endpoints.ts';
import { channelEndpoints } from './channels/channel-endpoints.ts';
import { billingEndpoints } from './commerce/billing.ts';
import { quotaEndpoints } from './commerce/quotas.ts';
import { datasetEndpoints } from './datasets/dataset-endpoints.ts';
import { documentEndpoints } from './datasets/document-endpoints.ts';
import { imageEndpoints } from './datasets/image-endpoints.ts';
import { enterpriseMemberEndpoints } from './enterprise/enterprise-members.ts';
import { organizationMemberEndpoints } from './enterprise/organization-members.ts';
import { organizationEndpoints } from './enterprise/organizations.ts';
import { fileEndpoints } from './files/file-endpoints.ts';
import { pluginEndpoints } from './plugins/plugin-endpoints.ts';
import { variableEndpoints } from './variables.ts';
import { voiceprintGroupEndpoints } from './voiceprints/voiceprint-groups.ts';
import { voiceprintEndpoints } from './voiceprints/voiceprints.ts';
import { workflowEndpoints } from './workflows/workflow-endpoints.ts';
import { folderEndpoints } from './workspaces/folders.ts';
import { workspaceEndpoints } from './workspaces/workspace-endpoints.ts';

/** The endpoints of everything beside users, conversations and chats. */
export const resourceEndpoints: readonly ApiEndpoint[] = [
  ...agentReadEndpoints,
  ...agentChangeEndpoints,
  ...collaboratorEndpoints,
  ...copyEndpoints,
  ...appEndpoints,
  ...workspaceEndpoints,
  ...folderEndpoints,
  ...enterpriseMemberEndpoints,
  ...organizationEndpoints,
  ...organizationMemberEndpoints,
  ...workflowEndpoints,
  ...fileEndpoints,
  ...voiceEndpoints,
  ...speechEndpoints,
  ...transcriptionEndpoints,
  ...roomEndpoints,
  ...voiceprintGroupEndpoints,
  ...voiceprintEndpoints,
  ...datasetEndpoints,
  ...documentEndpoints,
  ...imageEndpoints,
  ...pluginEndpoints,
  ...variableEndpoints,
  ...channelEndpoints,
  ...quotaEndpoints,
  ...billingEndpoints,
  ...callbackEndpoints,
];
