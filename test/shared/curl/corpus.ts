import type { CurlCode } from '../../../shared/curl/curl-finding.ts';
import type { HttpBody } from '../../../shared/curl/http-request.ts';
import type { CurlSecret } from '../../../shared/curl/read-headers.ts';

/** What is asserted of one command; what is left out is as `plain` of the test has it. */
export interface Expected {
  readonly method?: string;
  /** Origin (or `?` where it is open) and path. */
  readonly url: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: HttpBody | null;
  readonly secret?: CurlSecret | null;
  readonly endpoint?: string | null;
  readonly pathParams?: readonly (readonly [string, string])[];
  readonly codes?: readonly CurlCode[];
}

const json = (text: string, contentType = 'application/json'): HttpBody => ({
  kind: 'json',
  text,
  contentType,
});
const urlencoded = (text: string): HttpBody => ({
  kind: 'text',
  text,
  contentType: 'application/x-www-form-urlencoded',
});
const bearer = (text: string): CurlSecret => ({ kind: 'bearer', text });
const chatBody = '{"bot_id":"7342866812345678901","user_id":"u1","stream":true}';
const pat = 'pat_OYDacMzM3WyOWV3Dtj2bHRMymzxP';

/** Commands as documentation, browsers and tools write them. */
export const corpus: readonly (readonly [from: string, text: string, expected: Expected])[] = [
  [
    'documentation: chat',
    `curl --location --request POST 'https://api.coze.cn/v3/chat?conversation_id=7374752000116113452' \\
--header 'Authorization: Bearer ${pat}' \\
--header 'Content-Type: application/json' \\
--data-raw '${chatBody}'`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/v3/chat',
      query: [['conversation_id', '7374752000116113452']],
      body: json(chatBody),
      secret: bearer(pat),
      endpoint: 'chat_v3',
    },
  ],
  [
    'documentation: a placeholder for the token',
    `curl --location --request GET 'https://api.coze.cn/v1/workspaces?page_num=1' \\
--header 'Authorization: Bearer {{access_token}}'`,
    {
      url: 'https://api.coze.cn/v1/workspaces',
      query: [['page_num', '1']],
      endpoint: 'list_workspace',
      codes: ['token-open'],
    },
  ],
  [
    'documentation: a masked token',
    "curl -H 'Authorization: Bearer pat_OYDacMzM3WyOWV3Dtj2bHRMymzxP****' https://api.coze.cn/v1/users/me",
    { url: 'https://api.coze.cn/v1/users/me', endpoint: 'users_me', codes: ['token-open'] },
  ],
  [
    'documentation: a path parameter left open',
    `curl --location --request GET 'https://api.coze.cn/v1/bots/:bot_id?is_published=true' -H 'Authorization: Bearer <token>'`,
    {
      url: 'https://api.coze.cn/v1/bots/:bot_id',
      query: [['is_published', 'true']],
      endpoint: 'get_metadata_draft_published',
      pathParams: [['bot_id', '']],
      codes: ['token-open'],
    },
  ],
  [
    'documentation: two path parameters',
    'curl https://api.coze.cn/v1/workflows/73505836754923/run_histories/743104097880585/',
    {
      url: 'https://api.coze.cn/v1/workflows/73505836754923/run_histories/743104097880585/',
      endpoint: 'workflow_history',
      pathParams: [
        ['workflow_id', '73505836754923'],
        ['execute_id', '743104097880585'],
      ],
    },
  ],
  [
    'documentation: a literal segment beside a parameter',
    "curl 'https://api.coze.cn/v1/plugins/mget?ids=1,2'",
    {
      url: 'https://api.coze.cn/v1/plugins/mget',
      query: [['ids', '1,2']],
      endpoint: 'batch_get_plugins_info',
    },
  ],
  [
    'documentation: an upload',
    `curl --location --request POST 'https://api.coze.cn/v1/files/upload' \\
--header 'Authorization: Bearer ${pat}' \\
--header 'Content-Type: multipart/form-data' \\
--form 'file=@"/test/1120.jpeg"'`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/files/upload',
      body: {
        kind: 'form',
        parts: [{ kind: 'file', name: 'file', path: '/test/1120.jpeg', fileName: null, contentType: null }],
      },
      secret: bearer(pat),
      endpoint: 'upload_files',
    },
  ],
  [
    'documentation: a token request, its entry known by the grant',
    `curl --location --request POST 'https://api.coze.cn/api/permission/oauth2/token' --header 'Content-Type: application/json' --header 'Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxIn0.c2ln' --data '{"duration_seconds": 86399,"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer"}'`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/api/permission/oauth2/token',
      body: json('{"duration_seconds": 86399,"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer"}'),
      secret: bearer('eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxIn0.c2ln'),
      endpoint: 'oauth_token_jwt',
    },
  ],
  [
    'documentation: another grant at the same path',
    `curl https://api.coze.cn/api/permission/oauth2/token --json '{"grant_type":"refresh_token","client_id":"1.app.coze","refresh_token":"x"}'`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/api/permission/oauth2/token',
      headers: [['Accept', 'application/json']],
      body: json('{"grant_type":"refresh_token","client_id":"1.app.coze","refresh_token":"x"}'),
      endpoint: 'oauth_token_refresh',
    },
  ],
  [
    'documentation: a body over many lines with an apostrophe',
    `curl -X POST 'https://api.coze.com/v1/workflow/run' \\
-H 'Content-Type: application/json' \\
-d '{
  "workflow_id": "73664689170551*****",
  "parameters": {"say": "it'"'"'s"}
}'`,
    {
      method: 'POST',
      url: 'https://api.coze.com/v1/workflow/run',
      body: json('{\n  "workflow_id": "73664689170551*****",\n  "parameters": {"say": "it\'s"}\n}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'documentation: double quotes and escapes',
    'curl -X POST "https://api.coze.com/v1/workflow/run" -H "Content-Type: application/json" -d "{\\"workflow_id\\": \\"1\\", \\"cost\\": \\"\\$5\\"}"',
    {
      method: 'POST',
      url: 'https://api.coze.com/v1/workflow/run',
      body: json('{"workflow_id": "1", "cost": "$5"}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'documentation: a variable that the text itself sets',
    `export COZE_API_TOKEN="${pat}"
curl https://api.coze.cn/v1/users/me -H "Authorization: Bearer $COZE_API_TOKEN"`,
    { url: 'https://api.coze.cn/v1/users/me', secret: bearer(pat), endpoint: 'users_me' },
  ],
  [
    'documentation: a base URL in a variable',
    "curl -H 'Authorization: Bearer $T' $" + '{COZE_API_BASE}/v1/users/me',
    { url: '?/v1/users/me', endpoint: 'users_me', codes: ['token-open', 'host-open'] },
  ],
  [
    'documentation: a base URL in braces',
    "curl '{{base_url}}/v1/conversations?bot_id={{bot_id}}'",
    {
      url: '?/v1/conversations',
      query: [['bot_id', '{{bot_id}}']],
      endpoint: 'list_conversations',
      codes: ['host-open'],
    },
  ],
  [
    'documentation: in a fence, with words before it',
    "To call it, don't forget the token:\n```bash\ncurl https://api.coze.cn/v1/users/me\n```\nThat's all.",
    { url: 'https://api.coze.cn/v1/users/me', endpoint: 'users_me' },
  ],
  [
    'documentation: after its prompt, with prompts on the next lines',
    "$ curl -s \\\n> -H 'X-A: 1' \\\n> 'https://api.coze.cn/v1/users/me'",
    { url: 'https://api.coze.cn/v1/users/me', headers: [['X-A', '1']], endpoint: 'users_me' },
  ],
  [
    'documentation: a prompt with a user and a folder',
    'root@host:~/work# curl -sSfL https://api.coze.cn/v1/users/me | jq .data',
    { url: 'https://api.coze.cn/v1/users/me', endpoint: 'users_me' },
  ],
  [
    'documentation: two commands',
    'curl https://api.coze.cn/v1/users/me\ncurl https://api.coze.cn/v1/workspaces',
    { url: 'https://api.coze.cn/v1/users/me', endpoint: 'users_me', codes: ['other-command'] },
  ],
  [
    'documentation: two commands on a line',
    'curl https://api.coze.cn/v1/users/me && curl https://api.coze.cn/v1/workspaces; echo done',
    { url: 'https://api.coze.cn/v1/users/me', endpoint: 'users_me', codes: ['other-command'] },
  ],
  [
    'documentation: a comment after it and before it',
    '# who am I\ncurl https://api.coze.cn/v1/users/me # and no more\n',
    { url: 'https://api.coze.cn/v1/users/me', endpoint: 'users_me' },
  ],
  [
    'documentation: a here-document',
    `curl -X POST https://api.coze.cn/v1/workflow/run -H 'Content-Type: application/json' -d @- <<'EOF'
{"workflow_id": "1", "it's": "$HOME"}
EOF
echo done`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/workflow/run',
      body: json('{"workflow_id": "1", "it\'s": "$HOME"}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'documentation: a here-string',
    `curl https://api.coze.cn/v1/workflow/run --json @- <<< '{"workflow_id":"1"}'`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/workflow/run',
      headers: [['Accept', 'application/json']],
      body: json('{"workflow_id":"1"}\n'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'documentation: Windows line ends',
    "curl 'https://api.coze.cn/v1/users/me' \\\r\n  -H 'X-A: 1' \\\r\n  -H 'X-B: 2'\r\n",
    {
      url: 'https://api.coze.cn/v1/users/me',
      headers: [
        ['X-A', '1'],
        ['X-B', '2'],
      ],
      endpoint: 'users_me',
    },
  ],
  [
    'documentation: a blank after the backslash',
    "curl 'https://api.coze.cn/v1/users/me' \\ \n  -H 'X-A: 1'",
    {
      url: 'https://api.coze.cn/v1/users/me',
      headers: [['X-A', '1']],
      endpoint: 'users_me',
      codes: ['continuation-broken'],
    },
  ],
  [
    'Chrome, bash',
    `curl 'https://www.coze.cn/api/x?a=1&b=%E6%89%A3%E5%AD%90' \\
  -H 'accept: application/json, text/plain, */*' \\
  -H 'accept-language: zh-CN,zh;q=0.9' \\
  -b 'sessionid=0123456789abcdef; x=y' \\
  -H 'priority: u=1, i' \\
  --data-raw $'{"text":"it\\'s\\u0021 \\n \\\\u6263"}' \\
  --compressed`,
    {
      method: 'POST',
      url: 'https://www.coze.cn/api/x',
      query: [
        ['a', '1'],
        ['b', '扣子'],
      ],
      headers: [
        ['accept', 'application/json, text/plain, */*'],
        ['accept-language', 'zh-CN,zh;q=0.9'],
        ['priority', 'u=1, i'],
      ],
      body: {
        kind: 'text',
        text: '{"text":"it\'s! \n \\u6263"}',
        contentType: 'application/x-www-form-urlencoded',
      },
      codes: ['secret-header'],
    },
  ],
  [
    'Chrome before 2018, bash',
    `curl 'https://api.coze.com/v1/users/me' -H 'Accept-Encoding: gzip' -H 'Connection: keep-alive' -H 'Content-Length: 0' --compressed --insecure`,
    { url: 'https://api.coze.com/v1/users/me', endpoint: 'users_me', codes: ['option-not-taken'] },
  ],
  [
    'Chrome, cmd',
    `curl ^"https://api.coze.com/v1/workflow/run?a=1^&b=2^" ^
  -H ^"accept: */*^" ^
  -H ^"content-type: application/json^" ^
  -H ^"sec-ch-ua: ^\\^"Chromium^\\^";v=^\\^"128^\\^"^" ^
  --data-raw ^"^{^\\^"workflow_id^\\^":^\\^"7^\\^",^\\^"p^\\^":^\\^"50^% off ^& more^\\^"^}^"`,
    {
      method: 'POST',
      url: 'https://api.coze.com/v1/workflow/run',
      query: [
        ['a', '1'],
        ['b', '2'],
      ],
      headers: [
        ['accept', '*/*'],
        ['sec-ch-ua', '"Chromium";v="128"'],
      ],
      body: json('{"workflow_id":"7","p":"50% off & more"}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'Chrome, cmd, a line end in the body',
    'curl ^"https://api.coze.com/v1/workflow/run^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\r\n\r\n  ^\\^"a^\\^": 1^\r\n\r\n^}^"',
    {
      method: 'POST',
      url: 'https://api.coze.com/v1/workflow/run',
      body: json('{\n  "a": 1\n}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'Chrome before 2020, cmd',
    'curl "https://api.coze.com/v1/workflow/run" -H "Content-Type: application/json" --data "{""workflow_id"":""7""}" --compressed',
    {
      method: 'POST',
      url: 'https://api.coze.com/v1/workflow/run',
      body: json('{"workflow_id":"7"}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'Firefox, POSIX',
    `curl 'https://api.coze.cn/v1/users/me' --compressed -H 'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:130.0)' -H 'Accept: */*' -H 'Sec-GPC: 1' -H 'TE: trailers'`,
    {
      url: 'https://api.coze.cn/v1/users/me',
      headers: [
        ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0)'],
        ['Accept', '*/*'],
        ['Sec-GPC', '1'],
      ],
      endpoint: 'users_me',
    },
  ],
  [
    'Firefox, Windows',
    'curl.exe "https://api.coze.cn/v1/workflow/run" -X POST -H "Content-Type: application/json" --data-raw "{""workflow_id"":""7""}"',
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/workflow/run',
      body: json('{"workflow_id":"7"}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'Safari',
    `curl 'https://api.coze.cn/v3/chat/cancel' \\
-X 'POST' \\
-H 'Content-Type: application/json' \\
-H 'Pragma: no-cache' \\
-H 'Authorization: Bearer ${pat}' \\
--data-binary '{"chat_id":"1","conversation_id":"2"}'`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/v3/chat/cancel',
      headers: [['Pragma', 'no-cache']],
      body: json('{"chat_id":"1","conversation_id":"2"}'),
      secret: bearer(pat),
      endpoint: 'chat_cancel',
    },
  ],
  [
    'Postman',
    `curl --location 'https://api.coze.cn/v1/conversation/message/create?conversation_id=73' \\
--header 'Content-Type: application/json' \\
--header 'Authorization: Bearer ${pat}' \\
--data '{
    "role": "user",
    "content": "hi",
    "content_type": "text"
}'`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/conversation/message/create',
      query: [['conversation_id', '73']],
      body: json('{\n    "role": "user",\n    "content": "hi",\n    "content_type": "text"\n}'),
      secret: bearer(pat),
      endpoint: 'create_message',
    },
  ],
  [
    'Postman, a form',
    `curl --location 'https://api.coze.cn/v1/audio/voices/clone' \\
--form 'file=@"/C:/Users/me/a \\"b\\".mp3"' \\
--form 'voice_name="n, m; o"' \\
--form 'audio_format="mp3"' \\
--form 'meta="{\\"a\\":1}";type=application/json'`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/audio/voices/clone',
      body: {
        kind: 'form',
        parts: [
          { kind: 'file', name: 'file', path: '/C:/Users/me/a "b".mp3', fileName: null, contentType: null },
          { kind: 'text', name: 'voice_name', text: 'n, m; o', contentType: null },
          { kind: 'text', name: 'audio_format', text: 'mp3', contentType: null },
          { kind: 'text', name: 'meta', text: '{"a":1}', contentType: 'application/json' },
        ],
      },
      endpoint: 'clone_voices',
    },
  ],
  [
    'Insomnia',
    `curl --request POST \\
  --url 'https://api.coze.com/v1/workflow/stream_run?x=1' \\
  --header 'Content-Type: application/json' \\
  --header 'User-Agent: insomnia/10.0.0' \\
  --data '{"workflow_id":"1"}'`,
    {
      method: 'POST',
      url: 'https://api.coze.com/v1/workflow/stream_run',
      query: [['x', '1']],
      headers: [['User-Agent', 'insomnia/10.0.0']],
      body: json('{"workflow_id":"1"}'),
      endpoint: 'workflow_stream_run',
    },
  ],
  [
    'Apifox',
    `curl --location --request DELETE 'https://api.coze.cn/v1/conversations/7374752000116113452' --header 'Accept: */*' --header 'Host: api.coze.cn' --header 'Connection: keep-alive'`,
    {
      method: 'DELETE',
      url: 'https://api.coze.cn/v1/conversations/7374752000116113452',
      headers: [['Accept', '*/*']],
      endpoint: 'delete_conversation',
      pathParams: [['conversation_id', '7374752000116113452']],
      codes: ['header-not-taken'],
    },
  ],
  [
    'PowerShell, quotes escaped for old versions',
    'curl.exe -X POST "https://api.coze.cn/v1/workflow/run" `\r\n  -H "Authorization: Bearer $env:COZE_API_TOKEN" `\r\n  -H "Content-Type: application/json" `\r\n  -d \'{\\"workflow_id\\": \\"7 8\\"}\'',
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/workflow/run',
      body: json('{"workflow_id": "7 8"}'),
      endpoint: 'workflow_run',
      codes: ['token-open'],
    },
  ],
  [
    'PowerShell 7, with its prompt',
    `PS C:\\Users\\me> curl.exe 'https://api.coze.cn/v1/workflow/run' -H 'Content-Type: application/json' -d '{"it":"it''s"}'`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/workflow/run',
      body: json('{"it":"it\'s"}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'PowerShell, escapes between double quotes',
    'curl.exe "https://api.coze.cn/v1/workflow/run" `\n -H "Content-Type: application/json" `\n -d "{`"a`":`"`$x`"}"',
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/workflow/run',
      body: json('{"a":"$x"}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'PowerShell, a here-string and a variable set before',
    `$token = '${pat}'\ncurl.exe https://api.coze.cn/v1/workflow/run \`\n -H "Authorization: Bearer $token" \`\n -H 'Content-Type: application/json' \`\n -d @'\n{"a":"b"}\n'@`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/workflow/run',
      body: json('{"a":"b"}'),
      secret: bearer(pat),
      endpoint: 'workflow_run',
    },
  ],
  [
    'PowerShell 7, a line with escapes between double quotes',
    'curl.exe -X POST "https://api.coze.cn/v1/workflow/run" -H "Content-Type: application/json" -d "{`"workflow_id`": `"73`"}"',
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/workflow/run',
      body: json('{"workflow_id": "73"}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'PowerShell, escapes in a body over several lines, without .exe',
    'curl "https://api.coze.cn/v1/workflow/run" -H "Content-Type: application/json" -d "{`n  `"a`": 1,\n  `"b`": `"it\'s`"\n}"',
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/workflow/run',
      body: json('{\n  "a": 1,\n  "b": "it\'s"\n}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'PowerShell, one escape after another that the shell gives a meaning to',
    'curl https://a.example/ -H "Content-Type: application/json" -d "{`n`"a`":1}"',
    { method: 'POST', url: 'https://a.example/', body: json('{\n"a":1}') },
  ],
  [
    'PowerShell, quotes escaped for it and for old versions',
    'curl.exe "https://a.example/" -H "Content-Type: application/json" -d "{\\`"a\\`": \\`"b c\\`"}"',
    { method: 'POST', url: 'https://a.example/', body: json('{"a": "b c"}') },
  ],
  [
    'PowerShell, single quotes after double ones',
    `curl.exe -X POST "https://a.example/" -H "Content-Type: application/json" -d '{\\"a\\": \\"b c\\"}'`,
    { method: 'POST', url: 'https://a.example/', body: json('{"a": "b c"}') },
  ],
  [
    'PowerShell, a variable without a value',
    'curl.exe "https://a.example/" -H "X-A: $name"',
    { url: 'https://a.example/', headers: [['X-A', '$name']], codes: ['variable'] },
  ],
  [
    'PowerShell, a here-string in the middle of a line',
    `curl https://a.example/ -H "Content-Type: application/json" -d @'\n{"a":"b"}\n'@`,
    { method: 'POST', url: 'https://a.example/', body: json('{"a":"b"}') },
  ],
  [
    'PowerShell, a variable set before that the shell does not show',
    `$token = "${pat}"\ncurl https://api.coze.cn/v1/users/me -H "Authorization: Bearer $token"`,
    { url: 'https://api.coze.cn/v1/users/me', secret: bearer(pat), endpoint: 'users_me' },
  ],
  [
    'POSIX, backticks of a substitution',
    'curl "https://a.example/" -H "X-A: `date`" -H "X-B: `"/my bin/tool" "$x"`" -d "`cat "$f"`"',
    {
      method: 'POST',
      url: 'https://a.example/',
      headers: [
        ['X-A', '`date`'],
        ['X-B', '`"/my bin/tool" "$x"`'],
      ],
      body: urlencoded('`cat "$f"`'),
      codes: ['substitution', 'substitution', 'substitution'],
    },
  ],
  [
    'POSIX, a substitution at the end of a line',
    "curl https://a.example/ -H X-A:`date +%s`\necho 'done'",
    { url: 'https://a.example/', headers: [['X-A', '`date +%s`']], codes: ['substitution'] },
  ],
  [
    'POSIX, backticks that are characters',
    `curl https://a.example/ -H 'Content-Type: application/json' -d '{"a":"\`","b":"run \`x\`"}' -H "X-A: \\\`x\\\`"`,
    {
      method: 'POST',
      url: 'https://a.example/',
      headers: [['X-A', '`x`']],
      body: json('{"a":"`","b":"run `x`"}'),
    },
  ],
  [
    'cmd, backticks and dollars that are characters',
    'curl.exe "https://a.example/" -H "Content-Type: application/json" -d "{\\"a\\":\\"`x`, $y, it\'s \'z\'\\"}"',
    { method: 'POST', url: 'https://a.example/', body: json('{"a":"`x`, $y, it\'s \'z\'"}') },
  ],
  [
    'cmd, with its prompt and a variable set before',
    `C:\\Users\\me>set TOKEN=${pat}\nC:\\Users\\me>curl https://api.coze.cn/v1/users/me -H "Authorization: Bearer %TOKEN%"`,
    { url: 'https://api.coze.cn/v1/users/me', secret: bearer(pat), endpoint: 'users_me' },
  ],
  [
    'cmd, lines that go on',
    'curl -X POST https://api.coze.cn/v1/workflow/run ^\n -H "Content-Type: application/json" ^\n -d "{\\"a\\": \\"C:\\\\x\\"}"',
    {
      method: 'POST',
      url: 'https://api.coze.cn/v1/workflow/run',
      body: json('{"a": "C:\\\\x"}'),
      endpoint: 'workflow_run',
    },
  ],
  [
    'options: letters together, values at once',
    "curl -sSLXPUT -uname:pass:word -HX-A:1 -ATester -ehttps://r.example/ -d@body.json 'https://api.coze.cn/v1/variables'",
    {
      method: 'PUT',
      url: 'https://api.coze.cn/v1/variables',
      headers: [
        ['X-A', '1'],
        ['User-Agent', 'Tester'],
        ['Referer', 'https://r.example/'],
      ],
      body: { kind: 'file', path: 'body.json', contentType: 'application/x-www-form-urlencoded' },
      secret: { kind: 'basic', text: 'name:pass:word' },
      endpoint: 'update_variable',
    },
  ],
  [
    'options: values behind an equals sign',
    "curl --request=PUT --url=https://api.coze.cn/v1/variables --header='Content-Type: application/json' --data-raw='{}'",
    { method: 'PUT', url: 'https://api.coze.cn/v1/variables', body: json('{}'), endpoint: 'update_variable' },
  ],
  [
    'options: cut short, turned off, and after two dashes',
    'curl --no-progress-meter --no-keepalive --max-t 3 --verb -- https://api.coze.cn/v1/users/me',
    { url: 'https://api.coze.cn/v1/users/me', endpoint: 'users_me' },
  ],
  [
    'options: not known, and without a value',
    'curl --colour https://api.coze.cn/v1/users/me -§ -H',
    {
      url: 'https://api.coze.cn/v1/users/me',
      endpoint: 'users_me',
      codes: ['option-unknown', 'option-unknown', 'option-without-value'],
    },
  ],
  [
    'options: about the connection',
    'curl -k -x http://127.0.0.1:8888 --cacert ca.pem --resolve a:1:2 https://api.coze.cn/v1/users/me',
    {
      url: 'https://api.coze.cn/v1/users/me',
      endpoint: 'users_me',
      codes: ['option-not-taken', 'option-not-taken', 'option-not-taken', 'option-not-taken'],
    },
  ],
  [
    'options: about the output',
    "curl -o out.json -D - -w '%{http_code}\\n' -m 30 --retry 3 -N --http1.1 --compressed -i -v https://api.coze.cn/v1/users/me > log 2>&1",
    { url: 'https://api.coze.cn/v1/users/me', endpoint: 'users_me' },
  ],
  [
    'options: several URLs and a second request',
    'curl https://a.example/1 https://a.example/2 --next https://a.example/3',
    { url: 'https://a.example/1', codes: ['url-other', 'other-command'] },
  ],
  [
    'method: head, unknown, in small letters',
    'curl -I https://a.example/',
    { method: 'HEAD', url: 'https://a.example/' },
  ],
  [
    'method: not known',
    'curl -X PURGE https://a.example/',
    { url: 'https://a.example/', codes: ['method-unknown'] },
  ],
  [
    'method: small letters',
    'curl -X patch https://a.example/',
    { method: 'PATCH', url: 'https://a.example/' },
  ],
  [
    'data: repeated pieces, encoded, in the query',
    "curl -G https://a.example/s?x=1 -d a=1 -d 'b=2' --data-urlencode 'q=a b&c=扣' --data-urlencode '=+'",
    {
      url: 'https://a.example/s',
      query: [
        ['x', '1'],
        ['a', '1'],
        ['b', '2'],
        ['q', 'a b&c=扣'],
        ['+', ''],
      ],
    },
  ],
  [
    'data: repeated pieces in the body',
    "curl https://a.example/ -d a=1 --data-raw '@b' --data-urlencode 'c=d e'",
    { method: 'POST', url: 'https://a.example/', body: urlencoded('a=1&@b&c=d%20e') },
  ],
  [
    'data: a file among others, and one from the terminal',
    'curl https://a.example/ -d a=1 -d @f.txt -d @-',
    {
      method: 'POST',
      url: 'https://a.example/',
      body: urlencoded('a=1'),
      codes: ['data-file-joined', 'data-from-stdin'],
    },
  ],
  [
    'data: pieces of JSON',
    `curl https://a.example/ --json '{"a":' --json '1}'`,
    {
      method: 'POST',
      url: 'https://a.example/',
      headers: [['Accept', 'application/json']],
      body: json('{"a":1}'),
    },
  ],
  [
    'data: JSON that nothing calls JSON',
    `curl https://a.example/ -d '{"a":12345678901234567890}'`,
    {
      method: 'POST',
      url: 'https://a.example/',
      body: json('{"a":12345678901234567890}'),
      codes: ['json-sent-as-form'],
    },
  ],
  [
    'data: an upload by PUT',
    'curl -T ./a.bin https://a.example/x',
    { method: 'PUT', url: 'https://a.example/x', body: { kind: 'file', path: './a.bin', contentType: null } },
  ],
  [
    'form: several files, names, types, and what is not taken over',
    `curl https://a.example/ -F 'f=@a.txt;type=text/plain;filename="b c.txt",d.bin' -F 'g=<e.txt' -F 'h=x;headers=X-A: 1' --form-string 'i=@x;type=y' -F broken`,
    {
      method: 'POST',
      url: 'https://a.example/',
      body: {
        kind: 'form',
        parts: [
          { kind: 'file', name: 'f', path: 'a.txt', fileName: 'b c.txt', contentType: 'text/plain' },
          { kind: 'file', name: 'f', path: 'd.bin', fileName: null, contentType: null },
          { kind: 'text', name: 'g', text: '', contentType: null },
          { kind: 'text', name: 'h', text: 'x', contentType: null },
          { kind: 'text', name: 'i', text: '@x;type=y', contentType: null },
        ],
      },
      codes: ['form-text-file', 'form-option-not-taken', 'form-malformed'],
    },
  ],
  [
    'form: a text that the shell feeds to curl',
    "curl https://a.example/ -F 's=<-;type=text/markdown' <<'EOF'\n# a\nEOF",
    {
      method: 'POST',
      url: 'https://a.example/',
      body: {
        kind: 'form',
        parts: [{ kind: 'text', name: 's', text: '# a\n', contentType: 'text/markdown' }],
      },
    },
  ],
  [
    'two dashes at once',
    'curl -- https://api.coze.cn/v1/users/me',
    { url: 'https://api.coze.cn/v1/users/me', endpoint: 'users_me' },
  ],
  [
    'a chat: typographic quotes and dashes',
    `curl –X POST “https://api.coze.cn/v3/chat” —header “Authorization: Bearer ${pat}” \\
–H ‘Content-Type: application/json’ –-data-raw ‘{“bot_id”:“1”}’`,
    {
      method: 'POST',
      url: 'https://api.coze.cn/v3/chat',
      body: json('{"bot_id":"1"}'),
      secret: bearer(pat),
      endpoint: 'chat_v3',
      codes: ['typographic'],
    },
  ],
  [
    'a word processor: one dash made of two, the same mark at both ends, escaped quotes',
    'curl ”https://a.example/x–y” –json “{\\”a\\”:1}” -F',
    {
      method: 'POST',
      url: 'https://a.example/x%E2%80%93y',
      headers: [['Accept', 'application/json']],
      body: json('{"a":1}'),
      codes: ['typographic', 'option-without-value'],
    },
  ],
  [
    'typographic quotes in the data stay there',
    `curl https://a.example/ -H 'X-A: “a”' --json $'{"a":"it\\'s “你好” —x"}'`,
    {
      method: 'POST',
      url: 'https://a.example/',
      headers: [
        ['X-A', '“a”'],
        ['Accept', 'application/json'],
      ],
      body: json('{"a":"it\'s “你好” —x"}'),
    },
  ],
  [
    'typographic quotes in the data of cmd stay there',
    'curl ^"https://a.example/^" ^\n  --data-raw ^"^{^\\^"a^\\^":^\\^"=“b” —x^\\^"^}^"',
    {
      method: 'POST',
      url: 'https://a.example/',
      body: json('{"a":"=“b” —x"}'),
      codes: ['json-sent-as-form'],
    },
  ],
  [
    'headers: empty, removed, from a file, broken',
    "curl https://a.example/ -H 'X-Empty;' -H 'Accept:' -H '@headers.txt' -H 'no colon' -H 'X Y: 1'",
    {
      url: 'https://a.example/',
      headers: [['X-Empty', '']],
      codes: ['header-file', 'header-malformed', 'header-malformed'],
    },
  ],
  [
    'credentials: basic in a header',
    "curl https://a.example/ -H 'authorization: Basic bmFtZTpwYXNz'",
    { url: 'https://a.example/', secret: { kind: 'basic', text: 'name:pass' } },
  ],
  [
    'credentials: a token without its scheme',
    `curl https://api.coze.cn/v1/users/me -H 'Authorization: ${pat}'`,
    {
      url: 'https://api.coze.cn/v1/users/me',
      secret: bearer(pat),
      endpoint: 'users_me',
      codes: ['authorization-without-scheme'],
    },
  ],
  [
    'credentials: another scheme, a key, a cookie file',
    "curl https://a.example/ -H 'Authorization: AWS4-HMAC-SHA256 Credential=x' -H 'X-Api-Key: k' -b jar.txt",
    { url: 'https://a.example/', codes: ['secret-header', 'secret-header', 'cookie-file'] },
  ],
  [
    'credentials: in the URL',
    "curl 'https://me:p%40ss@a.example/?access_token=abcdefgh&x=1'",
    {
      url: 'https://a.example/',
      query: [['x', '1']],
      secret: bearer('abcdefgh'),
      codes: ['token-in-url'],
    },
  ],
  [
    'credentials: two of them',
    `curl https://a.example/ -H 'Authorization: Bearer aaaaaaaa' --oauth2-bearer bbbbbbbb`,
    { url: 'https://a.example/', secret: bearer('aaaaaaaa'), codes: ['credential-twice'] },
  ],
  [
    'URL: without quotes or scheme',
    'curl api.coze.cn/v1/bots?workspace_id=1&page_num=2',
    {
      url: 'https://api.coze.cn/v1/bots',
      query: [
        ['workspace_id', '1'],
        ['page_num', '2'],
      ],
      endpoint: 'bots_list_draft_published',
      codes: ['url-without-scheme', 'ampersand-in-word'],
    },
  ],
  [
    'URL: decoded once, order and repeats kept, a fragment',
    "curl 'https://a.example/a%2Fb?x=1&x=%2541&y&=z&q=a+b#top'",
    {
      url: 'https://a.example/a%2Fb',
      query: [
        ['x', '1'],
        ['x', '%41'],
        ['y', ''],
        ['', 'z'],
        ['q', 'a b'],
      ],
    },
  ],
  [
    'URL: not UTF-8, a pattern of curl',
    "curl 'https://a.example/[1-3]?x=%C4%E3'",
    { url: 'https://a.example/[1-3]', query: [['x', '%C4%E3']], codes: ['url-glob', 'query-not-utf8'] },
  ],
  [
    'shell: a substitution, a variable, a quote left open',
    `curl https://a.example/ -H "X-A: $(date)" -H "X-B: $B" -d 'a`,
    {
      method: 'POST',
      url: 'https://a.example/',
      headers: [
        ['X-A', '$(date)'],
        ['X-B', '$B'],
      ],
      body: urlencoded('a'),
      codes: ['substitution', 'variable', 'quote-open'],
    },
  ],
  [
    'shell: assignments and wrappers before it',
    'NO_PROXY=* sudo time /usr/bin/curl https://a.example/',
    { url: 'https://a.example/' },
  ],
  [
    'shell: in a substitution',
    'TOKEN=$(curl -s https://a.example/t)\necho "$TOKEN"',
    { url: 'https://a.example/t' },
  ],
];
