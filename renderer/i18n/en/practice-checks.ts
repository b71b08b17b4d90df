import type { PracticeCheckId } from '../../../shared/practice-check.ts';

/** What a check is about, and what the documentation says of it. */
export interface CheckText {
  readonly title: string;
  readonly says: string;
}

export const practiceChecks = {
  'body-json': {
    title: 'The body is JSON',
    says: 'What is asked for stands in a JSON body, sent with Content-Type: application/json. At the token endpoint the assertion is not part of it: that travels in the Authorization header.',
  },
  'grant-type-present': {
    title: 'grant_type is there',
    says: 'grant_type says which kind of grant is asked for. Without it the answer is “invalid request: grant_type”.',
  },
  'grant-type-known': {
    title: 'grant_type means JWT',
    says: 'For this flow the value is fixed: urn:ietf:params:oauth:grant-type:jwt-bearer, a name that RFC 7523 gave it.',
  },
  'authorization-bearer': {
    title: 'The header is Bearer',
    says: 'The JWT that you signed goes into the Authorization header: Bearer, a space, the JWT. Here Bearer carries the assertion; later, at the APIs, it carries the access token.',
  },
  'assertion-not-empty': {
    title: 'The assertion is not empty',
    says: 'After Bearer there has to be a JWT. An empty one is answered with “verify jwt empty error”; people met it when a variable was not set.',
  },
  'assertion-parses': {
    title: 'The JWT can be read',
    says: 'A JWT has three parts with dots between them: header, payload, signature. Each is base64url without padding; the first two are JSON objects.',
  },
  alg: {
    title: 'alg is RS256',
    says: 'Coze takes RS256 only: RSA with SHA-256. That is why an OAuth app has an RSA key pair.',
  },
  typ: { title: 'typ is JWT', says: 'The header’s typ is always JWT.' },
  'kid-registered': {
    title: 'kid is registered',
    says: 'kid is the fingerprint that Coze shows beside a public key once it belongs to an OAuth app. It tells Coze which public key to check with. An unknown one is answered with “kid not been registred”: a wrong fingerprint, a key that was removed, or the other region, since cn and com know nothing of each other.',
  },
  signature: {
    title: 'The signature fits',
    says: 'Coze checks the signature with the registered public key. It fits only if the JWT was signed with the private half of that very key and was not changed since.',
  },
  iss: {
    title: 'iss is the app',
    says: 'iss is the ID of the OAuth app, a decimal number written as text. The key behind kid has to belong to this app.',
  },
  aud: {
    title: 'aud is this host',
    says: 'aud is the API host without https:// and without a path: api.coze.cn or api.coze.com, here the address of practice Coze. The SDKs differ in whether the port is part of it; practice Coze takes both.',
  },
  'iat-integer': {
    title: 'iat is a whole number',
    says: 'iat says when the JWT was issued: whole seconds since 1970-01-01 UTC. Not milliseconds, not a text.',
  },
  'exp-integer': {
    title: 'exp is a whole number',
    says: 'exp says when the JWT ends: whole seconds since 1970-01-01 UTC. It is the end of the assertion, not of the access token.',
  },
  'exp-after-iat': {
    title: 'exp is later than iat',
    says: 'exp has to be later than iat. No longest time is documented; the SDKs use one hour, or as long as the access token shall live.',
  },
  'not-expired': {
    title: 'The JWT has not expired',
    says: 'exp has to lie ahead on the server’s clock. On a computer whose clock lags, a fresh JWT is old already: compare with the Date header of the answer.',
  },
  'iat-not-in-future': {
    title: 'iat is not in the future',
    says: 'A JWT cannot have been issued later than now. How many seconds the real Coze forgives is not documented; practice Coze forgives 60.',
  },
  'jti-present': {
    title: 'jti is there',
    says: 'jti is a random text that makes every JWT different. More than 32 bytes are advised.',
  },
  'jti-unused': {
    title: 'Used for the first time',
    says: 'A JWT can be used once. For every access token sign a new one with a new jti; the same one again is refused.',
  },
  duration: {
    title: 'duration_seconds fits',
    says: 'How long the access token shall live: 1 to 86 399 seconds, 900 when it is left out.',
  },
  scope: {
    title: 'scope has its shape',
    says: 'scope narrows what the token may do: account_permission.permission_list names permissions, attribute_constraint.connector_bot_chat_attribute.bot_id_list names agents. Without scope the token may do all that the app may. It takes effect for channel apps only.',
  },
  'app-active': {
    title: 'The app is active',
    says: 'An app that its owner deactivated gets no tokens: access_deny, “app: … is currently deactivated by the owner”.',
  },
  'channel-bound': {
    title: 'The channel is bound',
    says: 'A channel app works once it is bound to a custom channel: Account settings → Publish channels → Enterprise custom channels → Edit. Before that Coze answers “connector app should bind connector id”.',
  },
  'account-known': {
    title: 'account_id is known',
    says: 'This path gives a token for somebody else’s workspace. account_id is the UID of its owner or, for an enterprise, the ID of the organization, and that account has agreed through the share link before.',
  },
  'enterprise-known': {
    title: 'The enterprise is known',
    says: 'This path is for privileged apps of an enterprise. The ID in the path is that of the enterprise; those in the documentation begin with volcano_.',
  },
  'token-present': {
    title: 'An access token is there',
    says: 'Every API call carries the access token that the exchange returned: Authorization: Bearer and the token. Not the JWT, which is used up by then.',
  },
  'token-well-formed': {
    title: 'It looks like a token',
    says: 'Tokens from a JWT begin with czs_, personal access tokens with pat_. Something else in their place, such as the JWT itself, is answered with code 700012006.',
  },
  'token-known': {
    title: 'It was issued here',
    says: 'A token is known only where it was issued. One from the other region, or from before a reset of practice Coze, is answered with HTTP 401 and code 4100.',
  },
  'token-alive': {
    title: 'The token has not expired',
    says: 'A token lives until expires_in, which here is a moment in seconds since 1970 and no length of time. There is no refresh token: sign a new JWT and exchange it.',
  },
  'channel-token-allowed': {
    title: 'Open to channel apps',
    says: 'Some APIs do not take the token of a channel app; their pages say so. Among them are plugins, the list of workspaces and collaborators.',
  },
  permission: {
    title: 'The permission is granted',
    says: 'The page of each API names the permission it needs. A token has those of its scope; without scope, all of the app. Code 4101 names what is missing.',
  },
  'body-form': {
    title: 'The body is a form',
    says: 'A file travels as multipart/form-data, in the part that the page of the API names.',
  },
  parameters: {
    title: 'Parameters',
    says: 'What the page of the API marks as required has to be there, in the type that it names. Code 4000 says which parameter is wrong.',
  },
  page: {
    title: 'Page and page size',
    says: 'Long lists come in pages, counted from 1, with a size within the limits of the API.',
  },
  'meta-data': {
    title: 'meta_data fits',
    says: 'meta_data holds a few pairs of your own: at most 16, with keys of up to 64 and values of up to 512 characters. More is answered with code 4003.',
  },
  messages: {
    title: 'Messages can be read',
    says: 'A message has a role (user or assistant), a content and the content_type that says how to read it.',
  },
  'history-saved': {
    title: 'The history is saved',
    says: 'Without a stream the answer is fetched later, so the conversation has to be saved: stream=false needs auto_save_history=true, else code 4007.',
  },
  'workspace-known': {
    title: 'The workspace is there',
    says: 'The workspace’s ID is the number in its web address after /space/. An unknown one is answered with code 4200.',
  },
  'bot-allowed': {
    title: 'The scope includes the agent',
    says: 'Where scope names agents, the token reaches these and no others. Code 4101 names the agent.',
  },
  'bot-known': {
    title: 'The agent is there',
    says: 'The agent’s ID is the number in its web address after /bot/, and the agent has to be published as API. An unknown one is answered with code 4200.',
  },
  'conversation-known': {
    title: 'The conversation is there',
    says: 'conversation_id goes on with a conversation that was created before; in 发起对话 it is a query parameter. Left out, a new conversation is made.',
  },
  'conversation-free': {
    title: 'No other chat is running',
    says: 'In one conversation one chat runs at a time. A second one meanwhile is answered with code 4016.',
  },
  'message-known': {
    title: 'The message is there',
    says: 'message_id names a message of this conversation. An unknown one is answered with code 4200.',
  },
  'feedback-known': {
    title: 'There is feedback to delete',
    says: 'Feedback can be taken back where it was given before.',
  },
  'chat-known': {
    title: 'The chat is there',
    says: 'A chat is found by conversation_id and chat_id together; both are in the answer that started it.',
  },
  'chat-running': {
    title: 'The chat is running',
    says: 'Only a chat that is created or in progress can be cancelled; else code 4104.',
  },
  'chat-waiting': {
    title: 'The chat waits for tools',
    says: 'Results of tools are taken while the chat’s status is requires_action.',
  },
  'tool-calls-known': {
    title: 'Every tool call is answered',
    says: 'Each tool_call_id of the chat gets its output, and all of them in one request.',
  },
  'token-reach': {
    title: 'Open to this kind of app',
    says: 'Some APIs are for one kind of app only: tokens of channel apps are refused by plugins, the list of workspaces and collaborators; enterprise APIs take tokens of privileged apps. Their pages say so.',
  },
  'permission-of-kind': {
    title: 'The permission for this kind',
    says: 'Where one API serves agents, apps and workflows alike, each kind needs a permission of its own. Code 4101 names what is missing.',
  },
  values: {
    title: 'Values',
    says: 'Beyond their type, values have limits: the page of the API names the choices, lengths and counts that it takes.',
  },
  'workspace-allowed': {
    title: 'The scope includes the workspace',
    says: 'A token reaches the workspaces that it was granted for. Code 4101 names the workspace.',
  },
  'resource-known': {
    title: 'The resource is there',
    says: 'The ID has to name something that exists and was not deleted. An unknown one is answered with code 4200.',
  },
  'file-present': {
    title: 'A file is there',
    says: 'The form has one part that holds the file, with a file name.',
  },
  'file-readable': {
    title: 'The file can be read',
    says: 'The page of the API names the formats and the size that it takes.',
  },
  'workflow-published': {
    title: 'The workflow is published',
    says: 'A workflow can be run by API once it was published. One that was not is answered with code 4200.',
  },
  'execution-waiting': {
    title: 'The run waits for an answer',
    says: 'A run is resumed with the event_id of its interrupt, once.',
  },
  'question-present': {
    title: 'There is something to answer',
    says: 'A chat needs a message to answer: in additional_messages, or left in the conversation from before.',
  },
  'tool-outputs': {
    title: 'The tool outputs can be read',
    says: 'tool_outputs is a list; each entry has the tool_call_id that the chat named and the output as a text.',
  },
  'message-answer': {
    title: 'The message is an answer',
    says: 'Feedback is given on answers of the agent, not on questions.',
  },
  'name-length': {
    title: 'The name is short enough',
    says: 'Names have a longest length; the page of the API says which.',
  },
  'bot-published': {
    title: 'The agent is published as API',
    says: 'An agent can be called once it was published to the API channel; else code 4015.',
  },
  'message-deletable': {
    title: 'The message can be deleted',
    says: 'Messages that belong to one answer go together; some cannot be deleted on their own.',
  },
  'version-published': {
    title: 'The version fits',
    says: 'bot_version names a published version; the unpublished draft has none.',
  },
  'feedback-limits': {
    title: 'The feedback is within limits',
    says: 'Feedback says like or unlike, with reasons and a comment of limited length.',
  },
  'sort-order': {
    title: 'The order is known',
    says: 'Lists are sorted asc or desc.',
  },
} as const satisfies Readonly<Record<PracticeCheckId, CheckText>>;
