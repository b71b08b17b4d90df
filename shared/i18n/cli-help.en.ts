const commonWithoutJson = `
  --lang zh|en        language of everything that is said (default: the locale's)
  -h, --help          this text`;

const common = `
  --json              answer as JSON${commonWithoutJson}`;

const exits = `
Exit codes: 0 done · 1 the answer is no · 2 wrong usage or unreadable input ·
3 server not reached · 4 keychain refused · 130 interrupted`;

/** Of those that serve: Ctrl+C is how they end when all is well. */
const serverExits = `
Exit codes: 0 ended by Ctrl+C · 2 wrong usage, or the port or the profile is in use · 4 keychain refused`;

const ownClock = `  --no-clock-correction  sign by the local clock, even if the server's time is another`;

const signing = `Which app (one of the two):
  --app NAME          an app stored by Coze Mint; its key stays in the keychain
  --client-id ID --kid KID --key FILE --region cn|com|URL
                      OAuth app ID, public key fingerprint, private key file ("-": standard input)

What to ask for:
  --account-id ID     token of another account or organisation
  --enterprise-id ID  token of the enterprise
  --duration N        lifetime of the token in seconds, 1–86399 (default 900)
  --session-name S    keeps the conversations of your users apart
  --device-id S       device_info.device_id, or
  --custom-consumer S device_info.custom_consumer
  --scope JSON|@FILE  scope object (channel apps)

Common:${common}

The passphrase of an encrypted key is taken from COZE_MINT_PASSPHRASE, or asked for on the terminal.`;

export const cliHelpEn = {
  'help.all': `coze-mint: JWT workbench and token mint for Coze OAuth JWT

Usage: coze-mint COMMAND [options]

  decode [TEXT]   find every JWT in a text and take it apart
  lint [TEXT]     say what Coze would say to it
  sign            print a signed assertion
  mint            sign, exchange, and print the access token
  call            send one API request, streams included
  keys            list, import and remove stored keys
  apps            list, import, add and remove stored apps
  doctor          find out why a token does not work
  practice        serve a practice Coze on this machine
  serve           open the screens in a browser
  completion      complete commands in bash, zsh and fish
  help [COMMAND]  say which commands there are, or all about one
  version         print the version

coze-mint COMMAND --help says more.
${exits}`,
  'help.decode': `Usage: coze-mint decode [TEXT] [options]

Reads TEXT, or standard input, finds every JWT in it and takes it apart, offline. A JWT inside a JWT is
shown too; only the signature of the outer one is checked.

To check the signature, one of:
  --key FILE               public or private key, certificate (PEM, DER) or JWK
  --jwks FILE              JWK Set
  --secret S               shared secret as text
  --secret-base64url S     shared secret in base64url

Common:${common}

Examples:
  coze-mint decode eyJhbGciOiJSUzI1NiJ9.…
  pbpaste | coze-mint decode --json
  coze-mint decode --key public_key.pem < request.txt
${exits}`,
  'help.lint': `Usage: coze-mint lint [TEXT] [options]

Takes every JWT in TEXT, or in standard input, apart and says what Coze would refuse or what is unwise when it is
sent as the assertion of OAuth JWT, offline. The signature is not checked.

  --region cn|com|URL  the Coze that it is for (default cn)
  --at EPOCH           judge it at this moment, in seconds since 1970 (default: now)

Common:${common}

With --json, each of Coze's findings also has its "source" and, where one value is right, a "fix".

Examples:
  coze-mint lint eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIs…
  coze-mint sign --app "My app" | coze-mint lint --json
${exits}`,
  'help.sign': `Usage: coze-mint sign [options]

Prints a signed assertion (JWT) and does not send it. Coze takes each one once. The region is asked for the time, without
a credential.

${ownClock}

${signing}

Example:
  coze-mint sign --client-id 310000000002 --kid vYwf… --key private_key.pem --region cn
${exits}`,
  'help.mint': `Usage: coze-mint mint [options]

Signs an assertion, exchanges it, and prints the access token and nothing else on standard output.

${ownClock}

${signing}

Examples:
  coze-mint mint --app "My app"
  TOKEN=$(coze-mint mint --client-id 310000000002 --kid vYwf… --key private_key.pem --region cn)
  coze-mint mint --app "My app" --session-name user-1 --duration 3600 --json
${exits}`,
  'help.call': `Usage: coze-mint call METHOD PATH [options]
       coze-mint call ENDPOINT_ID [options]

Sends one API request and prints the answer while it comes. The token goes to the API host of its own region and
nowhere else: not across a redirect, not over plain http except to this machine.

The request:
  --path NAME=VALUE    a :name of the path, percent-encoded as needed
  --query NAME=VALUE   may be repeated, as may the next two
  --header NAME:VALUE
  --file FIELD=@PATH   sends a form; the members of --data become its other fields
  --data JSON|@FILE    body, sent byte for byte ("@-": standard input)

The answer:
  --text               only the message, put together; of a stream while it comes
  --json               one line of JSON; of a stream one line an event: {"event","id","data"}
  --include            status and headers, on standard error
  --output FILE        into a file, in that form, which appears when it is whole ("-": standard output)

With which token: the options of mint below, or one that is there already:
  COZE_TOKEN           environment variable, together with --region or COZE_API_BASE
  --token TOKEN        the same, but other users of this machine may see it in the list of processes
  --no-token           none, together with --region or COZE_API_BASE; --header may name a credential of its own

${ownClock}

${signing}

An answer that Coze refused (HTTP 4xx, 5xx, or a code that is not 0), an error in a stream, and a stream that ends
without saying so are exit code 1; a connection that breaks is 3. With --json the last line of standard error says which:
{"problem":{"code":"call/refused","params":{"status","code","message"},…}}, or call/stream-failed, call/stream-unfinished.

Examples:
  coze-mint call GET /v1/users/me --app "My app"
  coze-mint call chat_v3 --app "My app" --text --data '{"bot_id":"73…","user_id":"u1","stream":true,
    "additional_messages":[{"role":"user","content":"Hello","content_type":"text"}]}'
  coze-mint call get_metadata_draft_published --path bot_id=73… --app "My app" --json | jq .data.name
  coze-mint call upload_files --file file=@photo.png --app "My app"
  coze-mint call text_to_speech --data @speech.json --output speech.mp3 --app "My app"
${exits}`,
  'help.keys': `Usage: coze-mint keys list
       coze-mint keys import FILE [--label TEXT] [--kid KID]
       coze-mint keys remove ID [--yes]

The keys that Coze Mint stores: the private half in the system's keychain, the rest in its profile. The app has to be
closed while something is changed.

  list                 ids, labels, kids, and the apps that use them
  import FILE          PEM of any kind, encrypted too, DER, JWK or coze_oauth_config.json ("-": standard input);
                       prints the new id
  remove ID            by id, kid or label; asks before it does

  --label TEXT         name of the key (default: the file's)
  --kid KID            public key fingerprint, as Coze shows it
  --yes                do not ask

Common:${common}

The passphrase of an encrypted key is taken from COZE_MINT_PASSPHRASE, or asked for on the terminal.

Examples:
  coze-mint keys import private_key.pem --kid vYwf…
  coze-mint keys list --json | jq -r '.keys[].kid'
${exits}`,
  'help.apps': `Usage: coze-mint apps list
       coze-mint apps import FILE [options]
       coze-mint apps add --client-id ID --region cn|com|URL [options]
       coze-mint apps remove NAME [--yes]

The OAuth apps that Coze Mint stores. The app has to be closed while something is changed.

  list                 names, regions, app IDs and keys
  import FILE          coze_oauth_config.json, with the key in it ("-": standard input); prints the new id
  add                  prints the new id
  remove NAME          by name or id; asks before it does; keys stay

  --name TEXT          default: the app ID
  --client-id ID       OAuth app ID
  --region cn|com|URL  import: in place of the file's
  --type channel|developer
                       default: channel
  --account-id ID      app for another account or organisation
  --enterprise-id ID   enterprise app
  --key ID             add: stored key that signs (id, kid or label)
  --kid KID            import: in place of the file's
  --yes                do not ask

Common:${common}

Examples:
  coze-mint apps import coze_oauth_config.json --name "My app"
  coze-mint apps add --name "My app" --client-id 310000000002 --region cn --key vYwf…
  coze-mint mint --app "My app"
${exits}`,
  'help.completion': `Usage: coze-mint completion bash|zsh|fish
       coze-mint completion apps|keys|endpoints

Prints the script that teaches your shell to complete commands, options, stored apps and keys, and endpoint ids; or those
names themselves, one a line.

Common:${commonWithoutJson}

Examples:
  bash   echo 'source <(coze-mint completion bash)' >> ~/.bashrc
         macOS (bash 3.2): coze-mint completion bash > FILE, and source FILE
  zsh    echo 'source <(coze-mint completion zsh)' >> ~/.zshrc      (after compinit)
  fish   coze-mint completion fish > ~/.config/fish/completions/coze-mint.fish
${exits}`,
  'help.doctor': `Usage: coze-mint doctor [options]

Looks for what keeps the app's token from working: keychain, key, kid, the way to the region (DNS, TCP, TLS, proxy), clock,
assertion, a real exchange, an API call, permission. One line a check; stops at the cause. The token is dropped.

  --endpoint ID        also: the permission for this endpoint of the catalogue, such as chat_v3 or /v3/chat
  --try-other-region   if the kid is unknown here, send one assertion to the other region (coze.cn, coze.com)
  --go-on              do not stop at the cause
${ownClock}

${signing}

Examples:
  coze-mint doctor --app "My app" --endpoint chat_v3
  coze-mint doctor --app "My app" --json > report.json
${exits}`,
  'help.practice': `Usage: coze-mint practice [options]

Serves a practice Coze on 127.0.0.1 until it is interrupted. The first line of standard output is JSON:
{"url","client_id","kid","private_key_file","bot_ids","workspace_id","account_id","enterprise_id","admin_key"}

  --port N            default: any free one
  --state FILE        keep key and app between runs (the key beside it, in FILE.private_key.pem)

Common:${common}

To break it on purpose, POST the faults to URL/practice/faults as JSON; those that are not named stay as they are:
  "appDeactivated", "channelUnbound", "keyRemoved"   true or false
  "clockOffsetSeconds"                               its clock minus the real one
  "nextAnswers"                                      {"fault":{"kind":KIND},"times":N}, or null
KIND is drop, cut, server-error, html, rate-limited, delay (with "milliseconds"), slow-drip (with "bytes" and
"milliseconds"), or for streams no-end-event, error-event, json-for-stream.
GET URL/practice/faults tells the faults, GET URL/practice/log the last 500 requests and how each check of them went.
These take admin_key as their token, and nothing else does. It is new in each run and in no file.

Examples, in another terminal:
  coze-mint mint --client-id CLIENT_ID --kid KID --key PRIVATE_KEY_FILE --region URL
  curl -H 'Authorization: Bearer ADMIN_KEY' URL/practice/faults -d '{"keyRemoved":true}'
  curl -H 'Authorization: Bearer ADMIN_KEY' URL/practice/faults \\
    -d '{"nextAnswers":{"fault":{"kind":"delay","milliseconds":5000},"times":3}}'
${serverExits}`,
  'help.serve': `Usage: coze-mint serve [options]

The app's screens in a browser, on the same apps and keys, until it is interrupted: for a machine without a display or
without Electron. It listens on 127.0.0.1 and ::1 only. Standard output holds links and nothing else; a link lets one
browser in, once. Each line on standard input (Enter) prints another one, and so does Settings in a page.

  --port N            default: the one of last time, under which the browser keeps the open requests, or any free one
  --no-open           do not open the browser

Common:${common}

Only one of the app and serve can run on the same data.

Examples:
  coze-mint serve
  ssh -t -L 8080:127.0.0.1:8080 HOST coze-mint serve --port 8080 --no-open   # then open the link here
${serverExits}`,
  'help.help': `Usage: coze-mint help [COMMAND]

Says which commands there are, or all about one, as coze-mint COMMAND --help does.

Common:${commonWithoutJson}

Examples:
  coze-mint help
  coze-mint help mint --lang zh
${exits}`,
  'help.version': `Usage: coze-mint version [options]

Prints the version. With --json: {"version"}

Common:${common}

Examples:
  coze-mint version
  coze-mint version --json | jq -r .version
${exits}`,
} as const;
