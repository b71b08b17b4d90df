import type { ReasonTexts } from './reason-texts.en.ts';

export const reasonTextsZh: ReasonTexts = {
  'exchange/rate-limited': {
    'retry-after': '要求等待 {{seconds}} 秒（Retry-After）',
    'no-retry-after': '没有说明需要等待多久',
  },
  'exchange/unexpected': {
    empty: '响应体为空',
    html: '返回了网页',
    'not-json': '不是 JSON',
    'not-object': '是 JSON，但不是对象',
    'envelope-error': '返回了 API 错误而不是令牌',
    status: '状态码表示出错，但没有错误内容',
    'token-missing': '缺少 access_token',
    'token-malformed': 'access_token 无法放入请求头',
    'expires-missing': '缺少 expires_in',
    'expires-not-integer': 'expires_in 不是整数',
    'expires-past': 'expires_in 已是过去的时间',
    'expires-far': 'expires_in 远超令牌的有效期上限',
  },
  'http/unreachable': {
    dns: '域名无法解析',
    refused: '对方没有监听该端口',
    network: '网络不可达',
    proxy: '代理连接失败',
    'proxy-dns': '代理服务器的域名无法解析',
    'proxy-refused': '代理地址没有监听该端口',
    'proxy-answer': '代理返回 HTTP {{proxyStatus}}',
    'proxy-kind': '不支持这种代理',
  },
  'http/timeout': {
    connect: '建立连接时',
    answer: '等待响应时',
    body: '接收响应体时',
  },
  'sign/alg-unsupported': {
    missing: 'header 中没有 alg',
    'not-text': 'header 中的 alg 不是字符串',
    other: 'header 要求的是其他算法',
  },
  'key/unreadable': {
    base64: 'base64 内容损坏',
    asn1: '密钥内容损坏',
    truncated: '内容不完整，缺少结尾',
    encryption: '不支持它的加密方式',
    inconsistent: '私钥与公钥部分不匹配',
    jwk: 'JWK 缺少字段',
    'several-keys': '包含多把私钥',
    'too-many-bits': '长度超出常用范围',
    format: '不是 PEM、DER 或 JWK 格式',
  },
};
