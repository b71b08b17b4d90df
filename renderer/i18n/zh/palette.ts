import type { palette as english } from '../en/palette.ts';
import type { TextsOf } from '../texts-of.ts';

export const palette: TextsOf<typeof english> = {
  open: '搜索或运行…',
  title: '搜索或运行',
  placeholder: '页面、接口、应用或命令',
  none: '没有匹配“{{query}}”的内容。',
  copied: '令牌已复制',
  renewed: '令牌已续期',
  kinds: { command: '命令', screen: '页面', app: '应用', endpoint: '接口' },
  commands: {
    mint: '签发令牌',
    renew: '续期当前令牌',
    copyToken: '复制当前令牌',
    newRequest: '新建请求',
    importCurl: '导入 curl 命令',
    doctor: '运行诊断',
    newApp: '新建应用',
    importKey: '导入密钥',
    startPractice: '启动练习版',
    stopPractice: '停止练习版',
  },
};
