import type { CauseCode } from '../coze/causes/cause.ts';
import type { CauseText } from './cause-texts.en.ts';

export const causeTextsZh: Readonly<Record<CauseCode, CauseText>> = {
  'kid-is-app-id': {
    what: 'kid 填成了应用 ID',
    why: '“{{kid}}”是一串数字，像应用 ID；kid 应为 43 个字符，由字母、数字、- 和 _ 组成。',
    todo: '请填写扣子控制台中该 Key 的公钥指纹。',
  },
  'kid-odd': {
    what: 'kid 不是完整的公钥指纹',
    why: '它有 {{length}} 个字符，而已知的 kid 都是 43 个字符，由字母、数字、- 和 _ 组成。',
    todo: '请从扣子控制台重新复制公钥指纹。',
  },
  'kid-mistyped': {
    what: 'kid 抄写有误',
    why: '这里没有密钥可与它核对。',
    todo: '请与扣子控制台显示的公钥指纹逐字核对。',
  },
  'kid-unmatched': {
    what: 'kid 可能属于另一把密钥',
    why: '它与这把密钥算出的各种指纹都不一致。不过这不能作为证据，因为扣子没有公开指纹算法。',
    todo: '请与扣子控制台中这把 Key 的公钥指纹核对。',
  },
  'key-new': {
    what: '新密钥尚未生效',
    why: '它是 {{age}}前添加到这里的，而扣子的服务器有缓存，新建 Key 要过几秒才生效。',
    todo: '请稍等片刻再签发。',
  },
  'key-removed': {
    what: 'Key 已不在该应用中',
    why: '在扣子控制台删除或更换 Key 后，原来的 kid 就不再有效。',
    todo: '请在扣子控制台的应用详情里查找这个指纹；如果没有，请新建一个 Key 并导入到这里。',
  },
  'signature-key': {
    what: '私钥与 kid 不匹配',
    why: '扣子用该 kid 对应的公钥验证签名。',
    todo: '请选择指纹对应的那把密钥，或修正 kid。',
  },
  'iss-not-of-kid': {
    what: '应用 ID 属于另一个应用',
    why: '每个 Key 只属于一个应用，iss 必须是该应用的 ID。',
    todo: '请在扣子控制台打开显示该指纹的应用，核对应用 ID。',
  },
  'other-region': {
    what: '应用是在 coze.{{other}} 创建的',
    why: '这里选择的区域是 {{here}}，而 cn 与 com 的应用和密钥互不相通。',
    todo: '如果是在 www.coze.{{other}} 创建的，请改用 {{other}} 区域。',
  },
  'base-url': {
    what: '应用不在这个 Base URL 对应的平台上',
    why: '请求发往 {{host}}，而应用只在创建它的平台上有效。',
    todo: '请检查 Base URL；如果应用创建于 coze.cn 或 coze.com，请选择 cn 或 com 区域。',
  },
  'self-hosted': {
    what: '这是自建的 Coze Studio',
    why: '它的返回与开源版对需要浏览器登录的接口的返回一致，而开源版不支持 OAuth JWT。',
    todo: '请在该平台使用个人访问令牌，或改用 coze.cn、coze.com 的地址。',
  },
  'path-unknown': {
    what: '服务器没有该授权场景的接口',
    why: '跨账号和企业场景使用单独的路径，其中包含账号 ID 或企业 ID。',
    todo: '请检查应用的授权场景和所填的 ID。',
  },
  'clock-ahead': {
    what: '本机时间快了 {{seconds}}',
    why: '依据是服务器返回的时间。用未来的时间签名会被拒绝。',
    todo: '请校准系统时间，或按服务器时间签名。',
  },
  'clock-behind': {
    what: '本机时间慢了 {{seconds}}',
    why: '依据是服务器返回的时间。用过去的时间签名，到达时可能已经过期。',
    todo: '请校准系统时间，或按服务器时间签名。',
  },
  'clock-unchecked': {
    what: '本机时间可能偏快',
    why: '按本机时间，令牌一返回就已过期，而响应里没有可对照的时间。',
    todo: '请核对本机的系统时间。',
  },
  'times-refused': {
    what: 'JWT 到达时已过期或尚未生效',
    why: '扣子的返回提到了时间，而本机时间与服务器相差不到一分钟。',
    todo: '请重新签名；放置过久的 JWT 可能已经过期。',
  },
  audience: {
    what: 'aud 写的是其他域名',
    why: '扣子的返回提到了 aud，它必须是请求所发往的 API 域名，不带 https://。',
    todo: '请检查区域或 Base URL，然后重新签名。',
  },
  'jti-used': {
    what: '这个 JWT 已经用过',
    why: '每个 JWT 只能使用一次，服务器会记录 jti。',
    todo: '请重新签名。',
  },
  'assertion-malformed': {
    what: 'JWT 的格式不符合要求',
    why: '必须使用 RS256，typ 为 JWT，由三段组成，并包含文档规定的字段。',
    todo: '请在“JWT > 查看”中打开，出错的地方会标出来。',
  },
  'app-deactivated': {
    what: '应用已被所有者停用',
    why: '这是扣子返回的原话。',
    todo: '请所有者在扣子控制台的“API 管理 > OAuth 应用”中启用，几秒后生效。',
  },
  'channel-not-bound': {
    what: '应用没有绑定发布渠道',
    why: '渠道类型的应用必须先与企业自定义渠道绑定。',
    todo: '在扣子控制台打开“账号设置 > 发布渠道 > 企业自定义渠道”，编辑渠道并绑定这个 OAuth 应用。',
  },
  'not-set-as-channel': {
    what: '应用其实是渠道类型',
    why: '扣子把它当作渠道应用，而这里选择的是其他授权场景。',
    todo: '请把应用的授权场景改为渠道。',
  },
  'variant-plain': {
    what: '应用类型与接口不符',
    why: '不带 ID 的路径只用于普通应用和渠道应用，企业特权应用有单独的路径。',
    todo: '请核对扣子控制台中的应用类型与这里选择的授权场景。',
  },
  'variant-cross-account': {
    what: '应用不支持跨账号授权',
    why: '带账号 ID 的路径只接受普通的服务类应用，渠道应用应使用不带 ID 的路径。',
    todo: '请核对扣子控制台中的应用类型与这里选择的授权场景。',
  },
  'variant-enterprise': {
    what: '应用不是企业特权应用',
    why: '只有默认组织下的企业特权应用才能使用带企业 ID 的路径。',
    todo: '请核对扣子控制台中的应用类型与这里选择的授权场景。',
  },
  'login-session': {
    what: '扣子要求登录',
    why: '文档中这条返回出现在浏览器授权页，而用 JWT 换取令牌不需要登录。',
    todo: '请确认 OAuth 应用是服务类应用。',
  },
  'consent-missing': {
    what: '对方账号尚未授权',
    why: '签发其他账号的令牌前，需要该账号所有者通过应用的分享链接完成一次授权。',
    todo: '请把 OAuth 应用的分享链接发给对方，授权后重新签发。',
  },
  'client-type': {
    what: 'OAuth 应用不是服务类应用',
    why: '只有服务类应用使用 JWT，网页、移动端、桌面端和设备类应用使用 client secret 或授权码等方式。',
    todo: '请在扣子控制台查看客户端类型；类型创建后不能更改，如不是服务类，请新建一个。',
  },
  'account-id': {
    what: '账号 ID 不存在',
    why: '扣子的返回指明了这个参数。',
    todo: '个人账号填写空间所有者的 UID，企业填写组织 ID。',
  },
  'enterprise-id': {
    what: '企业 ID 不存在',
    why: '扣子的返回指明了这个参数。',
    todo: '请从扣子控制台复制企业 ID，格式类似 volcano_210195…',
  },
  'duration-refused': {
    what: '有效期超出范围',
    why: '扣子的返回指明了 duration_seconds，它只接受 1 到 86 399 之间的整数秒。',
    todo: '请修改有效期。',
  },
  'scope-refused': {
    what: 'scope 中有不被允许的权限或智能体',
    why: '应用必须拥有 scope 里的每项权限，其中的智能体也必须已发布为 API。',
    todo: '先不带 scope 签发一次；如果成功，再逐项加回。',
  },
  'scope-only-channel': {
    what: '只有渠道应用支持 scope',
    why: '文档说明 scope 仅对渠道应用生效，而这个应用是其他场景。',
    todo: '请去掉 scope；如果它确实是渠道应用，请修改授权场景。',
  },
  'parameter-refused': {
    what: '参数 {{name}} 不被接受',
    why: '扣子的返回指明了它。',
    todo: '请对照令牌接口的文档检查。',
  },
  'coze-internal': {
    what: '扣子服务出错',
    why: '它返回了内部错误。',
    todo: '请稍后重试；如持续出现，请把日志 ID 提供给扣子支持。',
  },
  'rate-limited': {
    what: '请求过于频繁',
    why: '服务器限制了请求次数，会拒绝一段时间。',
    todo: '请等待 {{seconds}}再试，并降低频率。',
  },
  'server-slow': {
    what: '服务器繁忙',
    why: '连接已建立，但没有等到响应。',
    todo: '请重试；如持续出现，请联系服务的运维人员。',
  },
  'practice-fault': {
    what: '练习版正在模拟故障',
    why: '已开启故障模拟，因此返回此错误。',
    todo: '请关闭该故障，然后重新签发。',
  },
  'practice-fault-spent': {
    what: '练习版故意弄坏了这次响应',
    why: '该故障只对指定次数的响应生效，现在已不再开启。',
    todo: '请重试。',
  },
  'practice-key-unknown': {
    what: 'kid 不属于该应用的密钥',
    why: '每次签发前，练习版都会登记应用的密钥；使用其他 kid 时就会找不到。',
    todo: '请检查应用所用的密钥及其 kid。',
  },
  'practice-stopped': {
    what: '练习版已停止',
    why: '本机上它的地址没有响应。',
    todo: '请重试，需要时会自动启动。',
  },
  'header-stripped': {
    what: 'Authorization 请求头在途中丢失',
    why: 'JWT 放在这个请求头里，本应用每次都会发送；如果代理或网关把它去掉，扣子就收不到 JWT。',
    todo: '请绕过代理或网关重试，或让它保留 Authorization。',
  },
  'request-changed': {
    what: '请求在途中被改动',
    why: '本应用发送的都是文档规定的授权类型和 JSON，可能有中间设备改写了请求体。',
    todo: '请换一个网络，或绕过代理重试。',
  },
  'answer-changed': {
    what: '响应在途中被改动或截断',
    why: '扣子返回的是 JSON，而收到的内容不符合任何文档。',
    todo: '请换一个网络，或绕过代理重试。',
  },
  'captive-portal': {
    what: '网络需要先登录',
    why: '收到的是网页而不是扣子的返回，酒店、列车和访客网络常会这样。',
    todo: '请用浏览器打开任意网页完成网络登录，然后重试。',
  },
  'not-the-api': {
    what: 'Base URL 不是 API 地址',
    why: '{{host}} 返回的是给浏览器看的内容，或要求登录。',
    todo: '请填写 API 域名，例如 https://api.coze.cn，而不是控制台的网址。',
  },
  'proxy-login': {
    what: '代理需要登录',
    why: '返回的格式不是扣子的，是中间的代理或网关在要求身份验证。',
    todo: '请先登录代理，或在“设置 → 代理”中填写用户名和密码。',
  },
  'gateway-blocks': {
    what: '请求被中间设备拦截',
    why: '收到的拒绝页面不是扣子的格式，常见于防火墙或内容过滤。',
    todo: '请联系网络管理员放行 API 域名。',
  },
  'gateway-down': {
    what: '网关代替扣子作了应答',
    why: '它没能连上后面的服务。',
    todo: '请稍后重新签发；如持续出现，可能是服务不可用，或网关并不属于扣子。',
  },
  'redirect-login': {
    what: '网络或网关要求跳转到登录页',
    why: '扣子的 API 不会跳转。',
    todo: '请用浏览器打开网页，登录网络或代理后重试。',
  },
  'redirect-elsewhere': {
    what: 'Base URL 已迁移到 {{to}}',
    why: '服务器要求跳转到那里。',
    todo: '如果信任该地址，请把它填为 Base URL。',
  },
  offline: {
    what: '本机没有联网',
    why: '没有网络时，域名无法解析，也没有出口。',
    todo: '请检查网络后重试。',
  },
  'dns-blocked': {
    what: 'DNS 服务器无法解析 {{host}}',
    why: '有些公司网络或过滤系统会让特定域名无法解析。',
    todo: '请联系网络管理员，或更换 DNS 服务器。',
  },
  'host-mistyped': {
    what: 'Base URL 拼写有误',
    why: '域名 {{host}} 没有对应的地址。',
    todo: '请逐字检查 Base URL。',
  },
  firewall: {
    what: '防火墙或 VPN 阻断了连接',
    why: '还没有发送任何内容，连接就被拒绝或没有应答。',
    todo: '请断开 VPN 重试，或联系网络管理员放行该域名的 443 端口。',
  },
  'proxy-needed': {
    what: '当前网络需要代理',
    why: '公司网络通常不能直接访问外网。',
    todo: '请在“设置 → 代理”或系统网络设置中配置代理；命令行请设置 HTTPS_PROXY。',
  },
  'server-not-listening': {
    what: '{{host}} 上没有服务在运行',
    why: '对方主机回应说该端口没有程序监听。',
    todo: '请启动服务，或修正 Base URL 中的端口。',
  },
  'redirect-loop': {
    what: '服务器循环跳转',
    why: '{{from}} 的每次响应都跳转到它自己的另一个地址，始终没有得到结果。',
    todo: '请检查路径及其中的斜杠。依赖 Cookie 的跳转在这里不会结束，因为不保存 Cookie。',
  },
  'address-mistyped': {
    what: '地址拼写有误',
    why: '域名 {{host}} 没有对应的地址。',
    todo: '请逐字检查请求的 URL。',
  },
  'address-closed': {
    what: '{{host}} 上没有服务在运行',
    why: '对方主机回应说该端口没有程序监听。',
    todo: '请启动服务，或修正请求 URL 中的端口。',
  },
  'address-other-host': {
    what: '{{host}} 上的服务器并非所填域名',
    why: '它的证书属于其他域名。',
    todo: '请检查请求的 URL。',
  },
  'address-not-tls': {
    what: '{{host}} 的该端口使用的是明文 http',
    why: '返回的内容不是 TLS 握手。',
    todo: '请检查请求 URL 中的端口。',
  },
  'address-moved': {
    what: '该地址已迁移到 {{to}}',
    why: '服务器要求跳转到那里。',
    todo: '如果信任该地址，请把请求发到那里。',
  },
  'connection-cut': {
    what: '连接被中间设备切断',
    why: '防火墙、VPN 和代理会切断不允许的连接，网络不稳定也会这样。',
    todo: '请重试，或换一个网络。',
  },
  'proxy-refused': {
    what: '代理没有运行',
    why: '{{proxyPlace}}中指定的代理 {{proxy}} 无法连接。',
    todo: '请启动代理程序，或{{proxyChange}}。',
  },
  'proxy-dns': {
    what: '代理的域名有误，或当前网络无法解析',
    why: '{{proxyPlace}}中指定的代理 {{proxy}} 没有对应的地址，公司代理通常只能在公司网络内使用。',
    todo: '请接入公司网络，或{{proxyChange}}。',
  },
  'proxy-blocks': {
    what: '代理不允许访问 {{host}}',
    why: '请求它连接时，它返回了 HTTP {{status}}。',
    todo: '请联系代理 {{proxy}} 的管理员放行该域名，或{{proxyChange}}。',
  },
  'proxy-down': {
    what: '代理连不上 {{host}}',
    why: '请求它连接时，它返回了 HTTP {{status}}。',
    todo: '请重试。如果代理 {{proxy}} 仍连不上，请{{proxyChange}}。',
  },
  'proxy-kind': {
    what: '不支持这种代理',
    why: '支持 HTTP、HTTPS 和 SOCKS5 代理，而{{proxyPlace}}中指定的 {{proxy}} 不属于这几种。',
    todo: '如有受支持的代理，请{{proxyChange}}。',
  },
  'tls-interception': {
    what: '代理或杀毒软件在解密流量',
    why: '它出示了自己的证书，而本机不信任该证书。',
    todo: '请在“设置 → 自定义 CA 文件”中选择它的根证书，或把它加入系统信任。如果没有人告知过这样的代理，请不要在该网络中使用密钥。',
  },
  'certificate-expired': {
    what: '服务器证书已过期',
    why: '证书的有效期已过。',
    todo: '请通知服务的运维人员。如果其他网站也打不开，说明本机时间偏快。',
  },
  'certificate-early': {
    what: '本机时间可能偏慢',
    why: '按本机时间，服务器证书尚未生效。',
    todo: '请校准系统时间。',
  },
  'certificate-own': {
    what: '{{host}} 使用自签名证书',
    why: '它没有经过本机信任的机构签发。',
    todo: '确认是所期望的证书后，请在“设置 → 自定义 CA 文件”中选择它，或把它加入系统信任。',
  },
  'certificate-other-host': {
    what: '{{host}} 上的服务器并非所填域名',
    why: '它的证书属于其他域名。',
    todo: '请检查 Base URL。',
  },
  'not-tls': {
    what: '{{host}} 的该端口使用的是明文 http',
    why: '返回的内容不是 TLS 握手。',
    todo: '请检查 Base URL 中的端口。',
  },
  'tls-version': {
    what: '对方只支持过旧或特殊的 TLS',
    why: '双方没有共同支持的版本和加密套件。',
    todo: '请升级代理或服务器。',
  },
  'keychain-not-running': {
    what: '没有运行钥匙串服务',
    why: '精简的 Linux 桌面、容器和远程终端往往没有钥匙串。',
    todo: '请安装并启动 GNOME Keyring 或 KWallet，或只在本次运行期间保留密钥。',
  },
  'keychain-no-session': {
    what: '应用不是在桌面会话中启动的',
    why: '钥匙串要通过会话的 D-Bus 访问，而 sudo、cron 和某些远程终端没有它。',
    todo: '请以当前用户身份从桌面启动应用。',
  },
  'keychain-locked': {
    what: '登录系统时没有解锁钥匙串',
    why: '免密码登录，或钥匙串密码与账户密码不同时，它会保持锁定。',
    todo: '请在系统询问时解锁，然后重试。',
  },
  'keychain-prompt': {
    what: '系统正在另一个窗口询问你',
    why: '钥匙串要等你确认后才会交出密钥。',
    todo: '请在该窗口确认，然后重试。',
  },
  'keychain-policy': {
    what: '选择了“拒绝”，或被安全策略禁止',
    why: '钥匙串回答说本应用不能读取该条目。',
    todo: '请在钥匙串程序中允许（Mac 上为“钥匙串访问”），或联系本机管理员。',
  },
  'keychain-earlier-run': {
    what: '密钥只在之前那次运行中保留',
    why: '这样的密钥在应用退出时就会清除。',
    todo: '请重新导入 private_key.pem，这次存入钥匙串。',
  },
  'keychain-removed': {
    what: '钥匙串中的条目已被移除',
    why: '重置过钥匙串、换了系统账户或迁移了配置后，都不会有这些条目。',
    todo: '请重新导入 private_key.pem。',
  },
  'keychain-partial': {
    what: '条目写入不完整，或之后被改动',
    why: '密钥分成几段保存并带有校验值，现在它们已对不上。',
    todo: '请在这里删除该密钥，再重新导入 private_key.pem。',
  },
};
