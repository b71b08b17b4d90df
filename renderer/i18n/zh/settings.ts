import type { settings as english } from '../en/settings.ts';
import type { TextsOf } from '../texts-of.ts';

export const settings: TextsOf<typeof english> = {
  title: '设置',
  language: '语言',
  languages: { system: '跟随系统', zh: '中文', en: 'English' },
  theme: '外观',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  clipboard: '自动清除剪贴板中的令牌',
  clipboardHint: '仅当剪贴板内容仍是该令牌时',
  clipboardTimes: { '0': '从不', '30': '30 秒后', '60': '1 分钟后', '300': '5 分钟后' },
  keychain: '钥匙串',
  keychainStates: {
    ready: '正常',
    unavailable: '不可用',
    locked: '已锁定',
    denied: '拒绝访问',
    timeout: '没有响应',
  },
  practice: '练习版',
  practiceRunning: '运行于 {{url}}',
  practiceStopped: '未运行，需要时自动启动',
  start: '启动',
  stop: '停止',
  data: '数据目录',
  dataHint: '保存应用和设置。密钥在钥匙串中，令牌只在内存中。',
  version: '版本',
};
