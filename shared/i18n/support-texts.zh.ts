import type { SupportTexts } from './support-texts.en.ts';

export const supportTextsZh: SupportTexts = {
  title: 'Coze Mint 故障报告（已去除机密信息）',
  app: '应用',
  region: '区域',
  host: '主机',
  problem: '问题',
  systemCode: '系统错误码',
  status: 'HTTP 状态码',
  logId: '日志 ID',
  none: '无',
  localTime: '本机时间',
  serverTime: '服务器时间',
  unknown: '未知',
  clock: '本机时间与服务器相差：{{seconds}} 秒',
  causes: '可能的原因',
  answer: '响应内容（{{contentType}}）',
  noContentType: '无 Content-Type',
  empty: '（空响应）',
};
