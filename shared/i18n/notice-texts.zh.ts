import type { NoticeTexts } from './notice-texts.en.ts';

export const noticeTextsZh: NoticeTexts = {
  endsSoon: '“{{name}}”的令牌将在 {{left}} 后到期',
  manyEndSoon: '{{count}} 个令牌即将到期',
  session: '会话 {{session}}',
  endsPlain: '续期后可以继续使用，不会中断。',
  endsUnused: '它未被使用过，因此不会自动续期。',
  endsFailing: '自动续期暂未成功：{{reason}}',
  endsStopped: '自动续期已停止：{{reason}}',
  manyEnd: '最早的一个将在 {{left}} 后到期。',
  renew: '续期',
  trayNoToken: '没有有效的令牌',
  trayUnknown: '{{name}} · 到期时间未知',
  trayUntil: '{{name}} · {{time}} 到期',
  trayCopy: '复制令牌',
  trayRenew: '续期令牌',
  trayMint: '为“{{name}}”签发新令牌',
  trayOpen: '打开 Coze Mint',
  trayQuit: '退出 Coze Mint',
};
