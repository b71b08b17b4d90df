import type { RefusalKind } from '../coze/exchange-answer.ts';
import type { RefusalText } from './refusal-texts.en.ts';

export const refusalTextsZh: Readonly<Record<RefusalKind, RefusalText>> = {
  'kid-not-registered': {
    means: '扣子在这个区域找不到该 kid。',
    todo: '先确认区域与创建应用的平台一致：cn 与 com 互不相通。再核对 kid 与控制台显示的公钥指纹。刚创建的 Key 可能需要等几秒生效。',
  },
  'jwt-empty': { means: '服务器没有收到 JWT。', todo: '中间的代理可能去掉了 Authorization 请求头。' },
  'app-deactivated': {
    means: 'OAuth 应用已停用。',
    todo: '应用所有者可以在扣子控制台的 API 管理 > OAuth 应用中启用它。',
  },
  'channel-not-bound': {
    means: '渠道应用没有绑定到发布渠道。',
    todo: '在扣子控制台打开“账号设置 > 发布渠道”，编辑对应的企业自定义渠道，绑定这个 OAuth 应用。',
  },
  'invalid-app-type': { means: '该类型的应用不能使用这种授权方式。', todo: '检查应用所选的授权场景。' },
  'login-session': { means: '扣子的登录态无效。', todo: '请重新登录扣子。' },
  'grant-type': { means: '服务器不接受该授权类型。', todo: '检查 Base URL，可能是其他服务在应答。' },
  parameter: { means: '请求中有参数不被接受。', todo: '对照文档检查有效期和 scope。' },
  internal: { means: '扣子服务内部错误。', todo: '请稍后重试。' },
  'client-invalid': {
    means: '扣子没有接受这个 JWT。',
    todo: '检查应用 ID、kid 和私钥是否属于同一区域的同一个应用。本机时间不准也会造成同样的错误。',
  },
  unknown: {
    means: '文档没有说明这个错误。',
    todo: '这里显示的是扣子的原始返回。反馈给扣子支持时请附上日志 ID。',
  },
};
