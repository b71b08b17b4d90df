import type { practiceChecks as english } from '../en/practice-checks.ts';
import type { TextsOf } from '../texts-of.ts';

export const practiceChecks: TextsOf<typeof english> = {
  'body-json': {
    title: '请求体是 JSON',
    says: '请求内容放在 JSON 请求体里，并带上 Content-Type: application/json。注意：换取令牌时，JWT 不在请求体里，而是放在 Authorization 请求头中。',
  },
  'grant-type-present': {
    title: '有 grant_type',
    says: 'grant_type 说明使用哪种授权方式。缺少它会返回 “invalid request: grant_type”。',
  },
  'grant-type-known': {
    title: 'grant_type 为 JWT 方式',
    says: '这个流程的取值是固定的：urn:ietf:params:oauth:grant-type:jwt-bearer，名称来自 RFC 7523。',
  },
  'authorization-bearer': {
    title: '请求头为 Bearer',
    says: '把签好的 JWT 放进 Authorization 请求头：Bearer、一个空格、JWT。在这里 Bearer 后面是 JWT；之后调用 API 时，Bearer 后面是 Access Token。',
  },
  'assertion-not-empty': {
    title: 'JWT 不为空',
    says: 'Bearer 后面必须有 JWT。为空时返回 “verify jwt empty error”，常见原因是变量没有赋值。',
  },
  'assertion-parses': {
    title: 'JWT 可以解析',
    says: 'JWT 由点号分隔的三段组成：header、payload、签名。每段都是不带填充的 base64url，前两段是 JSON 对象。',
  },
  alg: {
    title: 'alg 为 RS256',
    says: '扣子只接受 RS256，即 RSA 加 SHA-256，所以 OAuth 应用使用 RSA 密钥对。',
  },
  typ: { title: 'typ 为 JWT', says: 'header 中的 typ 固定为 JWT。' },
  'kid-registered': {
    title: 'kid 已登记',
    says: 'kid 是公钥添加到 OAuth 应用后，扣子在公钥旁显示的指纹；扣子据此找到用来验签的公钥。找不到时返回 “kid not been registred”：指纹填错、密钥已删除，或者用错了区域——cn 与 com 互不相通。',
  },
  signature: {
    title: '签名与公钥匹配',
    says: '扣子用登记的公钥验签。只有用配对的私钥签名、且签名后没有改动过的 JWT 才能通过。',
  },
  iss: {
    title: 'iss 是该应用',
    says: 'iss 是 OAuth 应用的 ID，即写成字符串的一串数字。kid 对应的密钥必须属于这个应用。',
  },
  aud: {
    title: 'aud 是本主机',
    says: 'aud 是 API 的主机名，不带 https://，也不带路径：api.coze.cn 或 api.coze.com，这里则是练习版的地址。各 SDK 对是否带端口的处理不同，练习版两种都接受。',
  },
  'iat-integer': {
    title: 'iat 是整数',
    says: 'iat 是 JWT 的签发时间：自 1970-01-01 UTC 起的整秒数。不是毫秒，也不是字符串。',
  },
  'exp-integer': {
    title: 'exp 是整数',
    says: 'exp 是 JWT 的到期时间：自 1970-01-01 UTC 起的整秒数。它是 JWT 的有效期，不是 Access Token 的有效期。',
  },
  'exp-after-iat': {
    title: 'exp 晚于 iat',
    says: 'exp 必须晚于 iat。文档没有给出最长时间；各 SDK 使用一小时，或与 Access Token 的有效期相同。',
  },
  'not-expired': {
    title: 'JWT 未过期',
    says: '以服务器时间为准，exp 必须还没到。如果本机时间偏慢，刚签发的 JWT 也会被视为过期：可与响应头 Date 对照。',
  },
  'iat-not-in-future': {
    title: 'iat 不在未来',
    says: 'JWT 的签发时间不能晚于现在。真实的扣子允许多少秒误差，文档没有说明；练习版允许 60 秒。',
  },
  'jti-present': {
    title: '有 jti',
    says: 'jti 是随机字符串，使每个 JWT 各不相同，建议长度大于 32 字节。',
  },
  'jti-unused': {
    title: '首次使用',
    says: '一个 JWT 只能使用一次。每次换取令牌都要用新的 jti 重新签名；重复提交同一个 JWT 会被拒绝。',
  },
  duration: {
    title: 'duration_seconds 有效',
    says: 'Access Token 的有效期：1 到 86399 秒，不填则为 900 秒。',
  },
  scope: {
    title: 'scope 结构正确',
    says: 'scope 用来收窄令牌的权限：account_permission.permission_list 列出权限，attribute_constraint.connector_bot_chat_attribute.bot_id_list 列出智能体。不传则拥有应用的全部权限。仅对渠道类应用生效。',
  },
  'app-active': {
    title: '应用已启用',
    says: '被所有者停用的应用无法获取令牌，返回 access_deny，“app: … is currently deactivated by the owner”。',
  },
  'channel-bound': {
    title: '已绑定渠道',
    says: '渠道类应用要先绑定自定义渠道才能使用：账号设置 → 发布渠道 → 企业自定义渠道管理 → 编辑。绑定之前返回 “connector app should bind connector id”。',
  },
  'account-known': {
    title: 'account_id 存在',
    says: '这个路径用于获取其他账号的令牌。account_id 是工作空间所有者的 UID，企业则为组织 ID；对方需要先通过分享链接完成授权。',
  },
  'enterprise-known': {
    title: '企业 ID 存在',
    says: '这个路径供企业特权应用使用，路径中是企业 ID；文档示例中的 ID 以 volcano_ 开头。',
  },
  'token-present': {
    title: '带有 Access Token',
    says: '每次调用 API 都要带上换取到的令牌：Authorization: Bearer 加令牌。不是 JWT——JWT 在换取时已经用掉了。',
  },
  'token-well-formed': {
    title: '格式像令牌',
    says: '由 JWT 换取的令牌以 czs_ 开头，个人访问令牌以 pat_ 开头。填了别的内容（例如 JWT 本身）会返回错误码 700012006。',
  },
  'token-known': {
    title: '由这里签发',
    says: '令牌只在签发它的地方有效。另一个区域的令牌，或练习版重置之前的令牌，会返回 HTTP 401 和错误码 4100。',
  },
  'token-alive': {
    title: '令牌未过期',
    says: '令牌在 expires_in 之前有效。这里的 expires_in 是自 1970 年起的秒数（时间点），而不是时长。没有 refresh token：重新签一个 JWT 再换取即可。',
  },
  'channel-token-allowed': {
    title: '渠道令牌可用',
    says: '部分 API 不接受渠道类应用的令牌，其文档页有说明，例如插件、查看空间列表、协作者管理。',
  },
  permission: {
    title: '拥有所需权限',
    says: '每个 API 的文档页写明了所需权限。令牌拥有 scope 中列出的权限；没有 scope 则拥有应用的全部权限。错误码 4101 会指出缺少哪一项。',
  },
  'body-form': {
    title: '请求体是表单',
    says: '文件以 multipart/form-data 上传，字段名见 API 文档页。',
  },
  parameters: {
    title: '请求参数',
    says: 'API 文档页标为必选的参数都要传，类型也要一致。错误码 4000 会指出哪个参数有问题。',
  },
  page: {
    title: '分页参数',
    says: '列表分页返回，页码从 1 开始，每页数量不能超出该 API 的限制。',
  },
  'meta-data': {
    title: 'meta_data 有效',
    says: 'meta_data 用于附带自定义信息：最多 16 对，键不超过 64 个字符，值不超过 512 个字符。超出返回错误码 4003。',
  },
  messages: {
    title: '消息可以解析',
    says: '一条消息包含 role（user 或 assistant）、content，以及说明如何解读内容的 content_type。',
  },
  'history-saved': {
    title: '保存对话记录',
    says: '非流式响应需要之后再查询结果，所以必须保存对话记录：stream=false 时 auto_save_history 必须为 true，否则返回错误码 4007。',
  },
  'workspace-known': {
    title: '工作空间存在',
    says: '工作空间 ID 是网址中 /space/ 后面的数字。不存在时返回错误码 4200。',
  },
  'bot-allowed': {
    title: 'scope 包含该智能体',
    says: '如果 scope 列出了智能体，令牌就只能访问这些智能体。错误码 4101 会指出是哪一个。',
  },
  'bot-known': {
    title: '智能体存在',
    says: '智能体 ID 是网址中 /bot/ 后面的数字，并且智能体必须已发布为 API。不存在时返回错误码 4200。',
  },
  'conversation-known': {
    title: '会话存在',
    says: 'conversation_id 用于继续之前创建的会话；在“发起对话”中它是 query 参数。不传则新建会话。',
  },
  'conversation-free': {
    title: '没有进行中的对话',
    says: '同一个会话同时只能进行一个对话，期间再次发起会返回错误码 4016。',
  },
  'message-known': {
    title: '消息存在',
    says: 'message_id 必须是该会话中的消息。不存在时返回错误码 4200。',
  },
  'feedback-known': {
    title: '有可删除的评价',
    says: '只能删除已经提交过的消息评价。',
  },
  'chat-known': {
    title: '对话存在',
    says: '对话由 conversation_id 和 chat_id 共同确定，两者都在发起对话的响应里。',
  },
  'chat-running': {
    title: '对话进行中',
    says: '只有已创建或进行中的对话可以取消，否则返回错误码 4104。',
  },
  'chat-waiting': {
    title: '对话在等待工具结果',
    says: '对话状态为 requires_action 时才能提交工具执行结果。',
  },
  'tool-calls-known': {
    title: '工具调用都有结果',
    says: '对话中的每个 tool_call_id 都要有对应的结果，并在一次请求中全部提交。',
  },
  'token-reach': {
    title: '该类应用可以调用',
    says: '部分 API 只对某类应用开放：插件、查看空间列表、协作者管理不接受渠道类应用的令牌；企业类 API 需要企业特权应用的令牌。API 文档页会写明。',
  },
  'permission-of-kind': {
    title: '拥有该类资源的权限',
    says: '同一个 API 可用于智能体、应用或工作流时，每类资源需要各自的权限。错误码 4101 会指出缺少哪一项。',
  },
  values: {
    title: '参数取值',
    says: '除了类型，取值也有限制：可选值、长度和数量见 API 文档页。',
  },
  'workspace-allowed': {
    title: '可访问该工作空间',
    says: '令牌只能访问授权范围内的工作空间。错误码 4101 会指出是哪一个。',
  },
  'resource-known': {
    title: '资源存在',
    says: 'ID 必须对应一个存在且未删除的资源。不存在时返回错误码 4200。',
  },
  'file-present': {
    title: '带有文件',
    says: '表单中要有一个包含文件和文件名的字段。',
  },
  'file-readable': {
    title: '文件可以读取',
    says: '支持的格式和大小见 API 文档页。',
  },
  'workflow-published': {
    title: '工作流已发布',
    says: '工作流发布后才能通过 API 运行。未发布时返回错误码 4200。',
  },
  'execution-waiting': {
    title: '正在等待恢复',
    says: '恢复运行时要带上中断事件的 event_id，每次中断只能恢复一次。',
  },
  'question-present': {
    title: '有要回答的消息',
    says: '对话需要一条要回答的消息：通过 additional_messages 传入，或者会话中已有消息。',
  },
  'tool-outputs': {
    title: '工具结果可以解析',
    says: 'tool_outputs 是列表，每一项包含对话给出的 tool_call_id 和文本形式的 output。',
  },
  'message-answer': {
    title: '消息是智能体的回答',
    says: '只能评价智能体的回答，不能评价提问。',
  },
  'name-length': {
    title: '名称长度未超限',
    says: '名称有长度限制，见 API 文档页。',
  },
  'bot-published': {
    title: '智能体已发布为 API',
    says: '智能体发布到 API 渠道后才能调用，否则返回错误码 4015。',
  },
  'message-deletable': {
    title: '消息可以删除',
    says: '同属一次回答的消息是一个整体，其中一些不能单独删除。',
  },
  'version-published': {
    title: '版本有效',
    says: 'bot_version 指定已发布的版本；未发布的草稿没有版本号。',
  },
  'feedback-limits': {
    title: '评价内容有效',
    says: '评价为 like 或 unlike，可附带原因和评论，长度有限制。',
  },
  'sort-order': {
    title: '排序方式有效',
    says: '列表按 asc 或 desc 排序。',
  },
};
