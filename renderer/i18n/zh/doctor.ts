import type { doctor as english } from '../en/doctor.ts';
import type { TextsOf } from '../texts-of.ts';

export const doctor: TextsOf<typeof english> = {
  title: '诊断',
  intro: '令牌为什么用不了？从密钥到接口调用，逐项检查。',
  noApp: '诊断会逐项检查一个应用：从密钥到接口调用。请先添加应用。',
  newApp: '新建应用…',
  app: '应用',
  region: '区域',
  key: '密钥',
  noKey: '没有选定密钥',
  endpoint: '想要调用的接口',
  endpointHint: '只核对它所需的权限与应用的 scope，不会真正调用。',
  anyEndpoint: '不指定，或输入文字搜索…',
  noEndpoint: '没有匹配的接口',
  showEndpoints: '显示接口',
  sends:
    '一次诊断会签名并发送：一个不带令牌的请求、一次真实的换取（令牌会加入“令牌”列表）和一次 GET /v1/users/me。',
  run: '开始诊断',
  runAgain: '重新诊断',
  runLater: '{{seconds}} 秒后重新诊断',
  runningLater: '{{seconds}} 秒后诊断 · 点此取消',
  ranAt: '诊断时间：{{time}}',
  ranBefore: '这是应用修改之前的结果，诊断时间：{{time}}',
  ahead: '本机快 {{length}}',
  behind: '本机慢 {{length}}',
  cancel: '取消',
  checks: '检查项',
  seen: '实际情况',
  lint: '发现的问题',
  causes: '可能的原因',
  goOn: '继续后面的检查',
  askOther:
    '扣子在当前区域不认识这个 kid。是否向 {{host}} 发送一个新签的 JWT，看看它是否认识？如果换到令牌，会立即丢弃。',
  askYes: '发送到 {{host}}',
  askNo: '不发送',
};
