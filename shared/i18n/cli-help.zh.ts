import type { cliHelpEn } from './cli-help.en.ts';

const commonWithoutJson = `
  --lang zh|en        提示语言（默认跟随系统）
  -h, --help          显示本说明`;

const common = `
  --json              以 JSON 输出${commonWithoutJson}`;

const exits = `
退出码：0 完成 · 1 结果为否 · 2 用法错误或输入无法读取 · 3 无法连接服务器 · 4 钥匙串拒绝访问 ·
130 被中断`;

/** Of those that serve: Ctrl+C is how they end when all is well. */
const serverExits = `
退出码：0 按 Ctrl+C 结束 · 2 用法错误，或端口、配置被占用 · 4 钥匙串拒绝访问`;

const ownClock = `  --no-clock-correction  始终按本机时钟签名，不按服务器时间校正`;

const signing = `使用哪个应用（二选一）：
  --app NAME          Coze Mint 中保存的应用，私钥不会离开钥匙串
  --client-id ID --kid KID --key FILE --region cn|com|URL
                      OAuth 应用 ID、公钥指纹、私钥文件（“-”表示标准输入）、区域

申请什么：
  --account-id ID     其他账号或组织的令牌
  --enterprise-id ID  企业的令牌
  --duration N        令牌有效期，单位秒，1–86399（默认 900）
  --session-name S    会话隔离标识
  --device-id S       device_info.device_id，或
  --custom-consumer S device_info.custom_consumer
  --scope JSON|@FILE  scope 对象（渠道应用）

通用选项：${common}

加密私钥的密码取自环境变量 COZE_MINT_PASSPHRASE，没有时在终端询问。`;

export const cliHelpZh: Readonly<Record<keyof typeof cliHelpEn, string>> = {
  'help.all': `coze-mint：扣子 OAuth JWT 的调试与签发工具

用法：coze-mint 命令 [选项]

  decode [TEXT]   找出文本中的所有 JWT 并解析
  lint [TEXT]     检查 JWT 是否符合扣子的要求
  sign            输出签好名的 JWT
  mint            签名、换取并输出访问令牌
  call            发送一个 API 请求，支持流式响应
  keys            查看、导入、移除保存的密钥
  apps            查看、导入、添加、移除保存的应用
  doctor          诊断令牌为什么用不了
  practice        在本机运行练习版
  serve           在浏览器中打开界面
  completion      bash、zsh、fish 的命令补全
  help [COMMAND]  列出全部命令，或说明单个命令
  version         输出版本号

更多说明：coze-mint 命令 --help
${exits}`,
  'help.decode': `用法：coze-mint decode [TEXT] [选项]

读取 TEXT 或标准输入，找出其中所有 JWT 并离线解析。JWT 内层的 JWT 也会显示，
但只验证外层的签名。

验证签名（任选其一）：
  --key FILE               公钥、私钥、证书（PEM、DER）或 JWK
  --jwks FILE              JWK Set
  --secret S               文本形式的共享密钥
  --secret-base64url S     base64url 形式的共享密钥

通用选项：${common}

示例：
  coze-mint decode eyJhbGciOiJSUzI1NiJ9.…
  pbpaste | coze-mint decode --json
  coze-mint decode --key public_key.pem < request.txt
${exits}`,
  'help.lint': `用法：coze-mint lint [TEXT] [选项]

解析 TEXT 或标准输入中的所有 JWT，离线检查用它换取令牌时扣子会拒绝什么、哪些写法不妥。不验证签名。

  --region cn|com|URL  所属区域（默认 cn）
  --at EPOCH           按这一时刻检查，1970 年以来的秒数（默认当前时间）

通用选项：${common}

使用 --json 时，每个扣子相关的问题还带有来源（source）；只有一个正确值时带有修复方法（fix）。

示例：
  coze-mint lint eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIs…
  coze-mint sign --app "我的应用" | coze-mint lint --json
${exits}`,
  'help.sign': `用法：coze-mint sign [选项]

输出签好名的 JWT，不发送。扣子对每个 JWT 只接受一次。签名前会向所属区域询问时间，不携带任何凭据。

${ownClock}

${signing}

示例：
  coze-mint sign --client-id 310000000002 --kid vYwf… --key private_key.pem --region cn
${exits}`,
  'help.mint': `用法：coze-mint mint [选项]

签名并换取访问令牌；标准输出只有令牌。

${ownClock}

${signing}

示例：
  coze-mint mint --app "我的应用"
  TOKEN=$(coze-mint mint --client-id 310000000002 --kid vYwf… --key private_key.pem --region cn)
  coze-mint mint --app "我的应用" --session-name user-1 --duration 3600 --json
${exits}`,
  'help.call': `用法：coze-mint call METHOD PATH [选项]
      coze-mint call ENDPOINT_ID [选项]

发送一个 API 请求，响应边收边输出。令牌只发往所属区域的 API 域名：不跟随跨域重定向，
除本机外不使用明文 http。

请求：
  --path NAME=VALUE    路径中的 :name，自动做百分号编码
  --query NAME=VALUE   可重复使用，下面两个也是
  --header NAME:VALUE
  --file FIELD=@PATH   以表单发送；--data 的成员成为其余字段
  --data JSON|@FILE    请求体，逐字节发送（“@-”表示标准输入）

响应：
  --text               只输出拼好的消息；流式响应边收边输出
  --json               一行 JSON；流式响应每个事件一行：{"event","id","data"}
  --include            在标准错误输出状态和响应头
  --output FILE        按所选形式写入文件，完整后才出现（“-”表示标准输出）

使用哪个令牌：下面的 mint 选项，或已有的令牌：
  COZE_TOKEN           环境变量，需同时给出 --region 或 COZE_API_BASE
  --token TOKEN        同上，但本机其他用户可能在进程列表中看到它
  --no-token           不带令牌，需同时给出 --region 或 COZE_API_BASE；可用 --header 自带凭据

${ownClock}

${signing}

扣子拒绝请求（HTTP 4xx、5xx，或 code 不为 0）、流式响应中出错、没有结束事件就断开，退出码为 1；
连接中断为 3。使用 --json 时，标准错误的最后一行会说明是哪一种：
{"problem":{"code":"call/refused","params":{"status","code","message"},…}}，或 call/stream-failed、call/stream-unfinished。

示例：
  coze-mint call GET /v1/users/me --app "我的应用"
  coze-mint call chat_v3 --app "我的应用" --text --data '{"bot_id":"73…","user_id":"u1","stream":true,
    "additional_messages":[{"role":"user","content":"你好","content_type":"text"}]}'
  coze-mint call get_metadata_draft_published --path bot_id=73… --app "我的应用" --json | jq .data.name
  coze-mint call upload_files --file file=@photo.png --app "我的应用"
  coze-mint call text_to_speech --data @speech.json --output speech.mp3 --app "我的应用"
${exits}`,
  'help.keys': `用法：coze-mint keys list
      coze-mint keys import FILE [--label TEXT] [--kid KID]
      coze-mint keys remove ID [--yes]

Coze Mint 保存的密钥：私钥在系统钥匙串中，其余信息在配置里。改动时需要先关闭 Coze Mint 应用。

  list                 ID、名称、kid，以及使用它的应用
  import FILE          各种 PEM（包括加密的）、DER、JWK 或 coze_oauth_config.json（“-”表示标准输入）；
                       输出新的 ID
  remove ID            可用 ID、kid 或名称；执行前会询问

  --label TEXT         密钥名称（默认取文件名）
  --kid KID            公钥指纹，与扣子显示的一致
  --yes                不询问

通用选项：${common}

加密私钥的密码取自环境变量 COZE_MINT_PASSPHRASE，没有时在终端询问。

示例：
  coze-mint keys import private_key.pem --kid vYwf…
  coze-mint keys list --json | jq -r '.keys[].kid'
${exits}`,
  'help.apps': `用法：coze-mint apps list
      coze-mint apps import FILE [选项]
      coze-mint apps add --client-id ID --region cn|com|URL [选项]
      coze-mint apps remove NAME [--yes]

Coze Mint 保存的 OAuth 应用。改动时需要先关闭 Coze Mint 应用。

  list                 名称、区域、应用 ID 和密钥
  import FILE          coze_oauth_config.json，连同其中的私钥（“-”表示标准输入）；输出新的 ID
  add                  输出新的 ID
  remove NAME          可用名称或 ID；执行前会询问；密钥会保留

  --name TEXT          默认使用应用 ID
  --client-id ID       OAuth 应用 ID
  --region cn|com|URL  import 时代替文件中的值
  --type channel|developer
                       渠道应用或普通应用，默认 channel
  --account-id ID      为其他账号或组织签发
  --enterprise-id ID   企业应用
  --key ID             add：用于签名的已保存密钥（ID、kid 或名称）
  --kid KID            import 时代替文件中的值
  --yes                不询问

通用选项：${common}

示例：
  coze-mint apps import coze_oauth_config.json --name "我的应用"
  coze-mint apps add --name "我的应用" --client-id 310000000002 --region cn --key vYwf…
  coze-mint mint --app "我的应用"
${exits}`,
  'help.completion': `用法：coze-mint completion bash|zsh|fish
      coze-mint completion apps|keys|endpoints

输出 shell 的补全脚本，可补全命令、选项、保存的应用和密钥、接口 ID；或逐行输出这些名称本身。

通用选项：${commonWithoutJson}

示例：
  bash   echo 'source <(coze-mint completion bash)' >> ~/.bashrc
         macOS（bash 3.2）：coze-mint completion bash > FILE，再 source FILE
  zsh    echo 'source <(coze-mint completion zsh)' >> ~/.zshrc      （放在 compinit 之后）
  fish   coze-mint completion fish > ~/.config/fish/completions/coze-mint.fish
${exits}`,
  'help.doctor': `用法：coze-mint doctor [选项]

找出应用的令牌用不了的原因：钥匙串、私钥、kid、区域连通性（DNS、TCP、TLS、代理）、时钟、JWT 内容、
真实换取、接口调用、权限。每项检查一行，找到原因即停止。换到的令牌会丢弃。

  --endpoint ID        同时核对目录中这个接口所需的权限，例如 chat_v3 或 /v3/chat
  --try-other-region   kid 在当前区域未注册时，向另一个区域（coze.cn、coze.com）发送一个 JWT
  --go-on              找到原因后不停止
${ownClock}

${signing}

示例：
  coze-mint doctor --app "我的应用" --endpoint chat_v3
  coze-mint doctor --app "我的应用" --json > report.json
${exits}`,
  'help.practice': `用法：coze-mint practice [选项]

在 127.0.0.1 上运行练习版，直到被中断。标准输出的第一行是 JSON：
{"url","client_id","kid","private_key_file","bot_ids","workspace_id","account_id","enterprise_id","admin_key"}

  --port N            默认使用任意空闲端口
  --state FILE        在多次运行之间保留密钥和应用（密钥保存在旁边的 FILE.private_key.pem）

通用选项：${common}

模拟故障：以 JSON 向 URL/practice/faults 发送 POST 请求，没有提到的故障保持不变：
  "appDeactivated"、"channelUnbound"、"keyRemoved"   true 或 false
  "clockOffsetSeconds"                               练习版时钟与真实时间之差
  "nextAnswers"                                      {"fault":{"kind":KIND},"times":N}，或 null
KIND 可以是 drop、cut、server-error、html、rate-limited、delay（需要 "milliseconds"）、slow-drip（需要 "bytes" 和
"milliseconds"），流式响应还有 no-end-event、error-event、json-for-stream。
GET URL/practice/faults 查看当前故障，GET URL/practice/log 查看最近 500 个请求及各项检查的结果。
这些接口以 admin_key 作为令牌，其他接口不接受它。admin_key 每次运行都重新生成，不写入任何文件。

示例（在另一个终端中）：
  coze-mint mint --client-id CLIENT_ID --kid KID --key PRIVATE_KEY_FILE --region URL
  curl -H 'Authorization: Bearer ADMIN_KEY' URL/practice/faults -d '{"keyRemoved":true}'
  curl -H 'Authorization: Bearer ADMIN_KEY' URL/practice/faults \\
    -d '{"nextAnswers":{"fault":{"kind":"delay","milliseconds":5000},"times":3}}'
${serverExits}`,
  'help.serve': `用法：coze-mint serve [选项]

在浏览器中使用应用的界面，应用和密钥与桌面版相同，直到被中断。适用于没有显示器或没有 Electron 的机器。
只监听 127.0.0.1 和 ::1。标准输出只有链接；每个链接只能让一个浏览器进入一次。
标准输入每收到一行（按 Enter）就打印一个新链接，也可以在页面的“设置”中获取。

  --port N            默认沿用上次的端口（浏览器据此保留打开的请求），被占用时使用任意空闲端口
  --no-open           不自动打开浏览器

通用选项：${common}

同一份数据同一时间只能由应用或 serve 之一使用。

示例：
  coze-mint serve
  ssh -t -L 8080:127.0.0.1:8080 HOST coze-mint serve --port 8080 --no-open   # 然后在本地打开链接
${serverExits}`,
  'help.help': `用法：coze-mint help [COMMAND]

列出全部命令，或说明单个命令，与 coze-mint 命令 --help 相同。

通用选项：${commonWithoutJson}

示例：
  coze-mint help
  coze-mint help mint --lang zh
${exits}`,
  'help.version': `用法：coze-mint version [选项]

输出版本号。使用 --json 时：{"version"}

通用选项：${common}

示例：
  coze-mint version
  coze-mint version --json | jq -r .version
${exits}`,
};
