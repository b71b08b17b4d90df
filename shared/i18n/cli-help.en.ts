const common = `
  --json              answer as JSON
  --lang zh|en        language of everything that is said (default: the locale's)
  -h, --help          this text`;

const exits = `
Exit codes: 0 done · 1 the answer is no · 2 wrong usage or unreadable input ·
3 server not reached · 4 keychain refused`;

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
  doctor          find out why a token does not work
  practice        serve a practice Coze on this machine

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

Prints a signed assertion (JWT) and does not send it. Coze takes each one once.

${signing}

Example:
  coze-mint sign --client-id 310000000002 --kid vYwf… --key private_key.pem --region cn
${exits}`,
  'help.mint': `Usage: coze-mint mint [options]

Signs an assertion, exchanges it, and prints the access token and nothing else on standard output.

${signing}

Examples:
  coze-mint mint --app "My app"
  TOKEN=$(coze-mint mint --client-id 310000000002 --kid vYwf… --key private_key.pem --region cn)
  coze-mint mint --app "My app" --session-name user-1 --duration 3600 --json
${exits}`,
  'help.doctor': `Usage: coze-mint doctor [options]

Looks for what keeps the app's token from working: keychain, key, kid, the way to the region (DNS, TCP, TLS, proxy), clock,
assertion, a real exchange, an API call, permission. One line a check; stops at the cause. The token is dropped.

  --endpoint ID        also: the permission for this endpoint of the catalogue, such as chat_v3
  --try-other-region   if the kid is unknown here, send one assertion to the other region (coze.cn, coze.com)
  --go-on              do not stop at the cause

${signing}

Examples:
  coze-mint doctor --app "My app" --endpoint chat_v3
  coze-mint doctor --app "My app" --json > report.json
${exits}`,
  'help.practice': `Usage: coze-mint practice [options]

Serves a practice Coze on 127.0.0.1 until it is interrupted. The first line of standard output is JSON:
{"url","client_id","kid","private_key_file","bot_ids","workspace_id","account_id","enterprise_id"}

  --port N            default: any free one
  --state FILE        keep key and app between runs (the key beside it, in FILE.private_key.pem)

Common:${common}

Example, in two terminals:
  coze-mint practice
  coze-mint mint --client-id CLIENT_ID --kid KID --key PRIVATE_KEY_FILE --region URL
${exits}`,
} as const;
