import type { ProblemCode } from '../problem.ts';
import type { ProblemText } from './problem-texts.en.ts';

export const problemTextsZh: Readonly<Record<ProblemCode, ProblemText>> = {
  'key/empty': {
    title: '没有可导入的内容',
    why: '文本或文件是空的。',
    todo: '粘贴私钥，或选择从扣子下载的 private_key.pem。',
  },
  'key/none-found': {
    title: '没有找到密钥',
    why: '内容里没有 PEM、base64、DER 或 JWK。',
    todo: '请粘贴完整文件，从 BEGIN 行到 END 行。',
  },
  'key/too-large': {
    title: '文件太大，不像是密钥',
    why: '私钥一般只有几 KB，这份内容超过了 {{limit}}。',
    todo: '确认是否选错了文件。',
  },
  'key/unreadable': {
    title: '密钥已损坏，或格式无法识别',
    why: '看起来是密钥，但内容解析失败。',
    todo: '重新导出为 PKCS#8 PEM，例如：openssl pkcs8 -topk8 -nocrypt -in old.pem -out private_key.pem',
  },
  'key/public': {
    title: '这是公钥',
    why: '签名需要私钥。',
    todo: '请选择 private_key.pem。它只在创建 Key 时由扣子下载一次，之后无法再次下载。',
  },
  'key/certificate': {
    title: '这是证书',
    why: '证书里只有公钥，签名需要私钥。',
    todo: '请选择与该证书对应的私钥。',
  },
  'key/not-rsa': {
    title: '这不是 RSA 密钥',
    why: '扣子只接受 RS256，必须使用 RSA 密钥，而这把密钥是 {{type}}。',
    todo: '在扣子控制台创建 RSA 密钥，或在这里生成一对。',
  },
  'key/too-small': {
    title: 'RSA 密钥太短',
    why: '长度为 {{bits}} 位，RS256 要求至少 2048 位（RFC 7518 §3.3）。',
    todo: '请新建 2048 位或更长的密钥。',
  },
  'key/passphrase-needed': {
    title: '密钥有密码保护',
    why: '私钥内容已加密。',
    todo: '请输入密码。密码只用这一次，不会保存。',
  },
  'key/passphrase-wrong': {
    title: '密码不正确',
    why: '用这个密码无法解密私钥。',
    todo: '请重试，注意大小写和空格。',
  },
  'key/draft-gone': {
    title: '导入的密钥已被清除',
    why: '十分钟内没有保存的密钥会从内存中抹掉。',
    todo: '请重新导入。',
  },
  'key/duplicate': {
    title: '这把密钥已经存在',
    why: '已保存为“{{label}}”。',
    todo: '直接使用它，或先删除再导入。',
  },
  'key/not-found': {
    title: '密钥已不存在',
    why: '它已被删除。',
    todo: '请为该应用选择其他密钥。',
  },
  'keychain/unavailable': {
    title: '无法访问系统钥匙串',
    why: '系统没有运行钥匙串服务，或应用无法连接到它。',
    todo: 'Linux 下请启动 GNOME Keyring 或 KWallet 后重试；也可以只在本次运行期间保留密钥。',
  },
  'keychain/locked': {
    title: '钥匙串已锁定',
    why: '系统没有允许应用访问。',
    todo: '解锁钥匙串后重试。',
  },
  'keychain/denied': {
    title: '钥匙串拒绝访问',
    why: '你或本机的安全策略拒绝了访问。',
    todo: '重试并选择“允许”，或联系本机管理员。',
  },
  'keychain/corrupt': {
    title: '钥匙串中保存的内容已损坏',
    why: '钥匙串中的部分内容缺失，或校验不一致。',
    todo: '如果是密钥，请在这里删除它，再重新导入 private_key.pem；如果是固定的 JWT，请重新固定。',
  },
  'keychain/not-found': {
    title: '钥匙串里没有这把私钥',
    why: '它已被移除，或只在之前某次运行期间保留。',
    todo: '请重新导入 private_key.pem。',
  },
  'keychain/timeout': {
    title: '钥匙串没有响应',
    why: '它可能正在另一个窗口等待你确认。',
    todo: '找到系统的确认窗口，处理后重试。',
  },
  'app/not-found': { title: '应用已不存在', why: '它已被删除。', todo: '请选择其他应用。' },
  'app/config-unreadable': {
    title: '配置文件无法读取',
    why: '看起来是 coze_oauth_config.json，但内容损坏或不完整。',
    todo: '请从扣子控制台重新下载。',
  },
  'app/config-not-jwt': {
    title: '该应用不是 JWT 方式',
    why: '它的 client_type 是“{{clientType}}”，Coze Mint 只支持 OAuth JWT 应用。',
    todo: '请下载服务类应用的配置文件。',
  },
  'app/no-key': {
    title: '应用没有可用于签名的密钥',
    why: '尚未选择密钥，或所选密钥没有填写 kid。',
    todo: '为应用添加密钥，并填写扣子显示的公钥指纹。',
  },
  'app/too-many-keys': {
    title: '每个应用最多 {{limit}} 把密钥',
    why: '这是扣子的上限。',
    todo: '请先移除一把。',
  },
  'app/region-invalid': {
    title: '这个 Base URL 不能使用',
    why: '必须是不带路径和账号信息的 https 地址；http 仅允许本机地址。',
    todo: '格式如 https://api.example.com',
  },
  'mint/duration-invalid': {
    title: '有效期超出范围',
    why: '扣子接受 1 到 86 399 之间的整数秒。',
    todo: '请填写该范围内的数字，默认 900。',
  },
  'mint/scope-invalid': {
    title: 'scope 不能使用',
    why: '它不是文档规定结构的 JSON 对象。',
    todo: '请修改；留空表示应用的全部权限。',
  },
  'exchange/refused': {
    title: '扣子拒绝签发令牌',
    why: '{{errorCode}}: {{errorMessage}}',
    todo: '请查看该错误的说明。',
  },
  'exchange/rate-limited': {
    title: '请求过于频繁',
    why: '服务器没有返回令牌，而是返回 HTTP {{status}}；{{reason}}。',
    todo: '等待 {{seconds}} 秒后重新签发。',
  },
  'exchange/unexpected': {
    title: '返回内容不是令牌',
    why: '服务器返回 HTTP {{status}}，内容不在任何文档描述之内（{{reason}}）。',
    todo: '检查区域以及中间的代理。原始返回见下方。',
  },
  'exchange/not-a-jwt': {
    title: '这不是已签名的 JWT',
    why: '换取令牌需要由点号分隔的三段式 JWT：header、payload 和签名。请求没有发出。',
    todo: '请先签名，或粘贴完整的 JWT。',
  },
  'sign/not-an-object': {
    title: '{{segment}} 不是 JSON 对象',
    why: 'JWT 的 header 和 payload 必须各是一个 JSON 对象（RFC 7519 §7.2）。没有进行签名。',
    todo: '请修改 {{segment}} 的 JSON。',
  },
  'sign/not-utf8': {
    title: '{{segment}} 无法签名',
    why: '其中有半个代理对（surrogate），没有对应的 UTF-8 编码，签出来的内容会和看到的不同。',
    todo: '请删除这个损坏的字符，或改写成 \\ud83d 这样的转义。',
  },
  'sign/duplicate-parameter': {
    title: 'Header 中有两个 {{name}}',
    why: '验证方以哪一个为准并不一致，RFC 7515 §4 也不允许重复。',
    todo: '请只保留一个。',
  },
  'sign/alg-unsupported': {
    title: '无法按这个 alg 签名',
    why: '{{reason}}。钥匙串中的密钥可签 RS256、RS384、RS512、PS256、PS384、PS512。',
    todo: '请把 header 中的 alg 改为其中之一；扣子只接受 RS256。',
  },
  'sign/b64-unsupported': {
    title: '无法对未编码的 payload 签名',
    why: 'header 中写了 "b64": false，而 JWT 不允许这样做（RFC 7797 §7）。',
    todo: '请从 header 中移除 b64；如果 crit 里列出了它，也一并移除。',
  },
  'pins/too-large': {
    title: '固定的 JWT 太大，无法存入钥匙串',
    why: '全部固定内容合计超过 {{limit}}。钥匙串里原有的内容未变。',
    todo: '请取消固定其中较大的 JWT。',
  },
  'token/not-found': { title: '令牌已不在内存中', why: '它已被移除。', todo: '请重新签发，或选择其他令牌。' },
  'token/expired': {
    title: '令牌已过期',
    why: '扣子的令牌不支持刷新。',
    todo: '请重新签发，或选择其他令牌。',
  },
  'token/cannot-renew': {
    title: '这个令牌无法在这里续期',
    why: '它是粘贴进来的，不是由这里的应用签发的。',
    todo: '请到原来的地方获取新令牌，再粘贴进来。',
  },
  'token/no-assertion': {
    title: '没有这个令牌的断言',
    why: '它是粘贴进来的，或是上次运行时保留下来的；保留的只有令牌本身。',
    todo: '续期或重新签发后即可查看断言。',
  },
  'token/app-changed': {
    title: '这个令牌不再自动续期',
    why: '签发之后应用被修改过：区域、应用 ID 或类型已与签发时不同。',
    todo: '请用现在的应用重新签发。',
  },
  'token/too-many-to-keep': {
    title: '没有把所有令牌都存入钥匙串',
    why: '全部令牌合计超过 {{limit}}。已保留较新的令牌，本次运行中的令牌都还在。',
    todo: '请移除不需要的令牌。',
  },
  'paste/empty': {
    title: '没有令牌',
    why: '内容为空，或只有 Bearer 和引号。',
    todo: '请粘贴令牌本身。',
  },
  'paste/white-space': {
    title: '令牌中间有空白',
    why: '令牌是一个连续的字符串，可能复制了两个令牌，或带上了前后的文字。',
    todo: '请只复制令牌，重新粘贴。',
  },
  'paste/characters': {
    title: '令牌里有不允许的字符',
    why: 'Authorization 请求头只能包含可见的 ASCII 字符。',
    todo: '请重新复制令牌，可能混入了全角或不可见字符。',
  },
  'paste/is-jwt': {
    title: '这是 JWT，不是访问令牌',
    why: '扣子的访问令牌是不透明字符串，JWT 是用来换取它的。',
    todo: '可以在 JWT 页面解析它，或用它换取令牌。',
  },
  'paste/is-key': {
    title: '这是密钥，不是访问令牌',
    why: '内容是 PEM。',
    todo: '请到“密钥与应用”页面导入密钥。',
  },
  'http/unreachable': {
    title: '无法连接 {{host}}',
    why: '连接失败（{{reason}}）。',
    todo: '检查网络、区域和代理设置。',
  },
  'http/tls': {
    title: '无法与 {{host}} 建立安全连接',
    why: 'TLS 握手失败（{{reason}}）。',
    todo: '中间可能有会解密流量的代理：请在设置中添加它的 CA 文件；否则请检查地址和系统时间。',
  },
  'http/timeout': {
    title: '{{host}} 响应超时',
    why: '在限定时间内没有收到响应（{{phase}}）。',
    todo: '请重试；若持续出现，请检查网络。',
  },
  'http/reset': {
    title: '与 {{host}} 的连接中断',
    why: '服务器或中间设备在响应完成前断开了连接。',
    todo: '请重试。',
  },
  'http/not-http': {
    title: '{{host}} 返回的内容不是 HTTP',
    why: '{{phase}}不符合 HTTP 规范（{{reason}}）。',
    todo: '请检查主机和端口，那里可能是其他类型的服务。',
  },
  'http/content-encoding': {
    title: '{{host}} 的响应无法解压',
    why: '响应内容与 Content-Encoding 响应头声明的编码不符（{{systemCode}}）。',
    todo: '请联系服务的运维人员；也可以加上 Accept-Encoding: identity 请求头，要求返回未压缩的内容。',
  },
  'http/too-large': { title: '响应太大', why: '超过了 {{limit}}。', todo: '请缩小查询范围。' },
  'http/redirected': {
    title: '服务器要求跳转，未继续跟随',
    why: '{{reason}}',
    todo: '请检查请求的地址。',
  },
  'http/url-refused': {
    title: '不允许访问该地址',
    why: '只允许 https，或本机的 http 地址。',
    todo: '检查 Base URL。',
  },
  'network/ca-unreadable': {
    title: 'CA 文件无法使用',
    why: '{{file}} 无法读取，或其中没有证书（{{reason}}）。请求会在不使用它的情况下继续。',
    todo: '请选择包含 CA 证书的 PEM 或 DER 文件，或在设置中移除它。',
  },
  'network/proxy-invalid': {
    title: '这不是有效的代理地址',
    why: '需要 http://、https:// 或 socks5:// 加主机名，不带路径。用户名和密码请填在单独的字段里。',
    todo: '请修改地址，例如 http://proxy.example:3128。',
  },
  'console/run-gone': {
    title: '这份响应已不存在',
    why: '它已被丢弃，或者应用重新启动过。',
    todo: '请重新发送请求。',
  },
  'console/file-gone': {
    title: '请重新选择文件',
    why: '应用只在本次运行期间记得所选的文件。',
    todo: '请再次选择这个文件。',
  },
  'console/file-unreadable': {
    title: '无法读取 {{name}}',
    why: '它可能已被移走，或者不是普通文件（{{reason}}）。',
    todo: '请重新选择，或检查文件权限。',
  },
  'console/token-origin': {
    title: '令牌不会发送到 {{origin}}',
    why: '令牌属于另一个地址，而你还没有允许把它发到这里。',
    todo: '请允许这个地址使用令牌，或不带令牌发送请求。',
  },
  'input/header': {
    title: '请求头“{{name}}”无法发送',
    why: '原因：{{reason}}。',
    todo: '请修改它或其中变量的值，或删除这个请求头。',
  },
  'input/two-credentials': {
    title: '请求里已经有 Authorization 请求头',
    why: '这个请求还会带上令牌，而凭据只能有一个。',
    todo: '请改为不带令牌发送（命令行：--no-token），或删除这个请求头。',
  },
  'console/no-room': {
    title: '无法保存响应内容',
    why: '它大到内存放不下，而 {{folder}} 也无法写入（{{reason}}）。',
    todo: '请腾出磁盘空间，然后重新发送请求。',
  },
  'console/unresolved': {
    title: '变量没有值：{{names}}',
    why: '所选变量集里没有它们，或者钥匙串里的值已丢失。',
    todo: '请填写变量的值，或选择其他变量集。',
  },
  'console/secret-origin': {
    title: '机密变量不会发送到 {{origin}}',
    why: '请求中包含 {{names}}，而你还没有允许把机密发到这个地址。',
    todo: '请允许这个地址使用令牌和机密，或从请求中去掉这些变量。',
  },
  'call/refused': {
    title: '请求被拒绝',
    why: '{{reason}}',
    todo: '',
  },
  'call/stream-failed': {
    title: '扣子在流式响应中途报错',
    why: '{{reason}}',
    todo: '',
  },
  'call/stream-unfinished': {
    title: '流式响应没有收到结束事件就断开了',
    why: '内容可能不完整。',
    todo: '',
  },
  'history/entry-gone': {
    title: '历史记录里已没有这个请求',
    why: '它已被删除、因空间不足被清理，或者文件已损坏。',
    todo: '请重新发送请求。',
  },
  'variables/too-large': {
    title: '机密变量太多，钥匙串放不下',
    why: '所有机密变量合计不能超过 {{limit}} 字节。',
    todo: '请缩短内容，或删除不再需要的变量。',
  },
  'console/socket-refused': {
    title: '{{host}} 拒绝了 WebSocket 连接',
    why: '它对握手请求返回了状态码 {{status}}。',
    todo: '请查看返回内容，并检查令牌及其权限。',
  },
  'console/socket-protocol': {
    title: '{{host}} 不符合 WebSocket 协议',
    why: '本端已主动断开连接：{{reason}}。',
    todo: '可能是中间的网关或代理改动了数据；否则请联系服务方。',
  },
  'undo/expired': {
    title: '来不及撤销了',
    why: '删除后只有十秒可以撤销。',
    todo: '请重新添加或导入。',
  },
  'input/invalid': { title: '有一项内容不符合要求', why: '字段：{{path}}', todo: '修改后重试。' },
  'practice/stopped': {
    title: '练习版已停止',
    why: '它是被手动停止的，自动续期不会重新启动它。',
    todo: '在“练习版”中启动，或直接签发令牌，也会启动它。',
  },
  'practice/port-in-use': {
    title: '端口 {{port}} 已被占用',
    why: '本机上已有其他程序在监听这个端口。',
    todo: '让练习版自动选用空闲端口，或换一个端口。',
  },
  'practice/cannot-listen': {
    title: '练习版无法在端口 {{port}} 上启动',
    why: '系统不允许监听该端口（{{reason}}）。1024 以下的端口通常需要额外权限。',
    todo: '改用 1024 及以上的端口，或让练习版自动选用空闲端口。',
  },
  'storage/unreadable': {
    title: '配置文件无法读取',
    why: '原文件已另存为 {{file}}，内容未作改动。',
    todo: '修复该文件，或重新添加应用。',
  },
  'storage/in-use': {
    title: 'Coze Mint 已在运行',
    why: '进程 {{pid}} 正在使用 {{folder}}，其中的内容同一时间只能由一个进程修改。',
    todo: '请先结束它：关闭应用，或在运行 coze-mint 的终端按 Ctrl+C。',
  },
  'storage/unwritable': {
    title: '更改无法保存',
    why: '数据目录只读或磁盘已满（{{reason}}）。更改会保留到应用退出。',
    todo: '释放空间，或允许写入 {{folder}}。',
  },
  cancelled: { title: '已取消', why: '', todo: '' },
  internal: {
    title: '应用内部出错',
    why: '出现了未预料的错误：{{name}}。',
    todo: '请重试；若再次出现，请附上操作步骤反馈给我们。',
  },
};
