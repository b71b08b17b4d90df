import type { OwnCauseCode } from '../doctor.ts';
import type { CauseText } from './cause-texts.en.ts';

export const doctorCausesZh: Readonly<Record<OwnCauseCode, CauseText>> = {
  'no-key-chosen': {
    what: '没有选定密钥',
    why: '应用用它的某个密钥签名，而现在一个也没有选定。',
    todo: '请在应用表单中选定或添加密钥。',
  },
  'key-wrong-file': {
    what: '私钥不是对应的那一个',
    why: '它与旁边的公钥或 kid 不是一对。',
    todo: '请导入创建这个 kid 时下载的私钥文件。',
  },
  'kid-not-entered': {
    what: '还没有填写 kid',
    why: '扣子在公钥旁显示它，也就是公钥指纹。',
    todo: '请从 OAuth 应用页面复制，填到密钥中。',
  },
  'kid-is-key-text': {
    what: '公钥指纹的位置填成了 PEM',
    why: 'kid 由 43 个字母、数字、- 和 _ 组成。',
    todo: '请填写扣子在公钥旁显示的指纹。',
  },
  'kid-of-other-key': {
    what: '这是密钥“{{label}}”的 kid',
    why: '它与那个密钥的指纹一字不差。',
    todo: '请让应用使用那个密钥，或更正 kid。',
  },
  'base-url-invalid': {
    what: 'Base URL 无效',
    why: '只能是 API 域名本身，以 https:// 开头；本机可以用 http://。',
    todo: '请更正，例如填写 https://api.coze.cn。',
  },
  'practice-elsewhere': {
    what: '练习版只在应用内运行',
    why: '命令行有自己的练习版，密钥也是独立的。',
    todo: '请运行 `coze-mint practice`，并把它给出的 URL 传给 --region。',
  },
  'server-trouble': {
    what: '服务器出了问题',
    why: '它返回了自身的错误。',
    todo: '请稍后重试；如持续出现，请把日志 ID 提供给技术支持。',
  },
  'claims-wrong': {
    what: '应用的字段导致声明有误',
    why: '上面列出了具体的问题。',
    todo: '请按提示更正应用或时钟。',
  },
  'token-not-synced': {
    what: '新令牌尚未生效',
    why: '令牌刚刚由同一台主机签发。',
    todo: '请等几秒后重新诊断；如持续出现，请把日志 ID 提供给技术支持。',
  },
  'scope-too-narrow': {
    what: 'scope 没有包含这项权限',
    why: 'scope 一旦列出权限，其余权限就都没有了。',
    todo: '请把它加到 scope 中，或不传 scope 以获得应用的全部权限。',
  },
  'channel-cannot-call': {
    what: '渠道令牌不能调用这个接口',
    why: '扣子文档中写明了这一点。',
    todo: '请改用其他类型的令牌，例如开发者应用的令牌。',
  },
  'app-lacks-permission': {
    what: '应用可能没有这项权限',
    why: '应用具备哪些权限只有扣子控制台能看到；没有时调用会返回 4101。',
    todo: '请在 OAuth 应用页面查看；修改后重新签发。',
  },
  'request-wrong': {
    what: '应用的参数无法发送',
    why: '有效期须为 1 到 86,399 的整数秒，scope 须为对象，ID 不能是路径。',
    todo: '请在签发页面或应用表单中更正。',
  },
  'not-documented': {
    what: '暂时无法判断原因',
    why: '文档中没有这个响应。',
    todo: '请把日志 ID 提供给技术支持。',
  },
};
