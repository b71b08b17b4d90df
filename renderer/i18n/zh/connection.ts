import type { connection as en } from '../en/connection.ts';
import type { TextsOf } from '../texts-of.ts';

export const connection: TextsOf<typeof en> = {
  lost: {
    title: '连接已断开',
    text: '正在自动重新连接 Coze Mint，屏幕上的内容不会丢失。',
  },
  noSession: {
    title: '请打开终端中显示的链接',
    text: '此浏览器没有会话。coze-mint serve 会打印链接，在它的终端按 Enter 可获取新链接。',
  },
  linkUsed: {
    title: '此链接已被使用',
    text: '每个链接只能让一个浏览器进入一次。请在运行 coze-mint serve 的终端按 Enter，然后打开新链接。',
  },
  tooManyPages: {
    title: '打开的标签页过多',
    text: '请关闭其他标签页中的一个，然后在此继续。',
  },
  ended: {
    title: 'Coze Mint 已结束',
    text: '请重新运行 coze-mint serve，并打开它打印的链接。',
  },
  attempt: '第 {{number}} 次尝试',
  retry: '立即重试',
  staysInClipboard: '已复制。此浏览器不允许页面稍后清除剪贴板。',
  newLink: '其他浏览器',
  newLinkHint: '每个浏览器都需要自己的链接，且只能使用一次',
  makeLink: '生成链接',
  linkFailed: '无法生成链接。coze-mint serve 还在运行吗？',
  clipboardHint: '仅当剪贴板中仍是该令牌、页面处于焦点且浏览器允许读取剪贴板时清除',
  allowClipboard: '允许页面读取',
  noticesHint: '提前这么久在页面中提醒，经你同意也可由浏览器通知；仅在页面打开时有效',
  allowNotices: '允许浏览器通知',
};
