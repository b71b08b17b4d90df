import { cliHelpZh } from './cli-help.zh.ts';
import type { CliTextKey } from './cli-texts.en.ts';

export const cliTextsZh: Readonly<Record<CliTextKey, string>> = {
  ...cliHelpZh,
  'usage.see-help': '用法见：{{command}} --help',
  'usage.unknown-command': '没有“{{command}}”这个命令；可用的命令：{{known}}',
  'usage.unknown-option': '没有 {{option}} 这个选项',
  'usage.missing-value': '选项 {{option}} 缺少值（值以“-”开头时请写成 {{option}}=值）',
  'usage.no-value': '选项 {{option}} 不接受值',
  'usage.missing-option': '缺少选项 {{option}}',
  'usage.bad-value': '{{option}} 不能是“{{value}}”；可用的值：{{expected}}',
  'usage.conflict': '{{first}} 与 {{second}} 不能同时使用',
  'usage.unexpected-argument': '多余的参数“{{argument}}”',
  'usage.file-unreadable': '无法读取 {{path}}（{{reason}}）',
  'usage.input-too-large': '输入超过 {{limit}} 字节',
  'usage.stdin-is-terminal':
    '没有可读取的内容：请把文本作为参数传入，或通过管道输入（pbpaste | coze-mint decode）',
  'usage.no-profile': '还没有保存任何应用（已查找 {{folder}}）；请使用 --client-id、--kid、--key 和 --region',
  'usage.profile-unreadable': '无法读取 {{folder}} 中的配置；请启动 Coze Mint 修复',
  'usage.app-unknown': '没有名为“{{name}}”的应用；已保存的应用：{{known}}',
  'usage.app-ambiguous': '有多个名为“{{name}}”的应用；请改用 ID：{{ids}}',

  'decode.format': 'Token',
  'decode.signature': '签名',
  'decode.header': 'Header',
  'decode.payload': 'Payload',
  'decode.claims': '声明（claims）',
  'decode.findings': '发现的问题',
  'decode.nothing-found': 'coze-mint：输入中没有找到 JWT',
  'decode.key-refused': 'coze-mint：没有校验签名：{{reason}}',
  'lint.no-errors': '按文档检查，没有发现会被 {{audience}} 拒绝的问题',
  'format.jws': '已签名（JWS）',
  'format.jwe': '已加密（JWE）',
  'format.broken': '已损坏',
  'severity.error': '错误   ',
  'severity.warning': '警告   ',
  'severity.note': '提示   ',

  'mint.expires': '过期时间：{{time}}',
  'passphrase.question': '{{path}} 的密码：',
  'problem.server': '服务器返回 HTTP {{status}}，log id：{{logId}}',
  'problem.no-log-id': '无',

  'practice.serving': '练习版扣子运行在 {{url}}，按 Ctrl+C 结束',
  'practice.cannot-listen': '无法监听端口 {{port}}（{{reason}}）',
  'practice.state-unreadable': '{{path}} 不是练习版扣子的状态文件；没有做任何改动',
  'practice.state-unusable': '无法使用练习密钥 {{path}}（{{reason}}）',
};
