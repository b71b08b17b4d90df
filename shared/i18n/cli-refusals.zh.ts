import type { RefusalKind } from '../coze/exchange-answer.ts';

export const cliRefusalsZh: Readonly<Record<RefusalKind, string>> = {
  'kid-not-registered':
    '先确认 --region 与创建应用的平台一致：cn 与 com 互不相通。再核对 kid 与控制台显示的公钥指纹。刚创建的密钥可能需要等几秒生效。',
  'jwt-empty': '服务器没有收到 JWT，中间的代理可能去掉了 Authorization 请求头。',
  'app-deactivated': '应用所有者可以在扣子控制台的 API 管理 > OAuth 应用中启用它。',
  'channel-not-bound':
    '在扣子控制台打开 账号设置 > 发布渠道，编辑对应的企业自定义渠道，绑定这个 OAuth 应用。',
  'invalid-app-type': '该类型的应用不能使用这种授权方式，请检查应用的创建方式。',
  'login-session': '请重新登录扣子。',
  'grant-type': '请检查 Base URL，可能是其他服务在应答。',
  parameter: '请对照文档检查有效期和 scope。',
  internal: '请稍后重试。',
  'client-invalid': '请检查应用 ID、kid 和私钥是否属于同一区域的同一个应用。本机时间不准也会造成同样的错误。',
  unknown: '文档没有说明这个错误。反馈给扣子支持时请附上 log id。',
};
