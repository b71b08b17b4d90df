import { cliHelpEn } from './cli-help.en.ts';

/** Every text of the command line. `{{param}}` is filled in. */
export const cliTextsEn = {
  ...cliHelpEn,
  'usage.see-help': 'See: {{command}} --help',
  'usage.unknown-command': 'there is no command "{{command}}"; there are: {{known}}',
  'usage.unknown-option': 'there is no option {{option}}',
  'usage.missing-value': 'option {{option}} needs a value (write {{option}}=VALUE if it begins with "--")',
  'usage.no-value': 'option {{option}} takes no value',
  'usage.missing-option': 'option {{option}} is missing',
  'usage.no-app': 'say which app: --app NAME for a stored one, or --client-id, --kid, --key and --region',
  'usage.bad-value': '{{option}} cannot be "{{value}}"; allowed: {{expected}}',
  'usage.conflict': '{{first}} and {{second}} exclude each other',
  'usage.unexpected-argument': '"{{argument}}" is one argument too many',
  'usage.file-endless': 'cannot send {{path}}: a pipe or a device may give at most {{limit}} bytes',
  'usage.file-unreadable': 'cannot read {{path}} ({{reason}})',
  'usage.input-too-large': 'the input is longer than {{limit}} bytes',
  'usage.stdin-is-terminal':
    'nothing to read: give the text as an argument, or pipe it in (pbpaste | coze-mint decode)',
  'output.unwritable': 'cannot write standard output ({{reason}})',
  'usage.no-profile':
    'no apps are stored yet (looked in {{folder}}); give --client-id, --kid, --key and --region',
  'usage.profile-unreadable': 'the profile in {{folder}} cannot be read; start Coze Mint to repair it',
  'usage.app-unknown': 'no stored app is called "{{name}}"; there are: {{known}}',
  'usage.app-ambiguous': 'several apps are called "{{name}}"; use an id: {{ids}}',
  'usage.key-unknown': 'no stored key has the id, kid or label "{{name}}" (see: coze-mint keys list)',
  'usage.key-ambiguous': 'several keys are called "{{name}}"; use an id: {{ids}}',
  'usage.no-action': 'what to do? "{{given}}" is none of: {{known}}',
  'usage.action-missing': 'what to do? One of: {{known}}',
  'usage.missing-operand': '{{action}} of what? A name, id or file is missing',
  'usage.needs-yes': 'nobody can be asked here; give --yes to do it',

  'decode.format': 'Token',
  'decode.signature': 'Signature',
  'decode.header': 'Header',
  'decode.payload': 'Payload',
  'decode.claims': 'Claims',
  'decode.findings': 'Findings',
  'decode.nested': 'Token inside',
  'decode.nested-not-checked': 'decode the payload above by itself to check it',
  'decode.key': 'key {{number}} of those given',
  'decode.key-with-kid': 'key {{number}} of those given, kid {{kid}}',
  'decode.times': 'Stands in the text {{count}} times',
  'decode.cut': 'coze-mint: only the first {{count}} tokens were looked at; the input holds more',
  'decode.nothing-found': 'coze-mint: no JWT found in the input',
  'decode.key-refused': 'coze-mint: the signature was not checked: {{reason}}',
  'lint.no-errors': 'Nothing here that {{audience}} would refuse, as far as its documentation says',
  'format.jws': 'signed (JWS)',
  'format.jwe': 'encrypted (JWE)',
  'format.broken': 'broken',
  'severity.error': 'error  ',
  'severity.warning': 'warning',
  'severity.note': 'note   ',

  'mint.expires': 'Expires {{time}}',
  'clock.behind':
    'The local clock is {{length}} behind {{host}}: signed with the server’s time (--no-clock-correction leaves it)',
  'clock.ahead':
    'The local clock is {{length}} ahead of {{host}}: signed with the server’s time (--no-clock-correction leaves it)',
  'clock.not-told':
    '{{host}} did not tell the time: signed by the local clock (--no-clock-correction does not ask)',
  'passphrase.question': 'Passphrase of {{path}}: ',
  'problem.server': 'The server answered HTTP {{status}}, log id {{logId}}',
  'problem.causes': 'Likely causes:',
  'problem.no-log-id': 'none',

  'call.no-target':
    'say what to call: METHOD PATH, or the id of an endpoint (coze-mint completion endpoints lists them)',
  'call.no-token':
    'no token: give --app, or --client-id, --kid, --key and --region, or COZE_TOKEN (or --token) and --region, or --no-token and --region',
  'call.path-missing': 'the path needs --path {{name}}=VALUE',
  'call.path-unknown': '{{path}} has no parameter {{name}}',
  'call.endpoint-unknown': 'there is no endpoint "{{id}}" (coze-mint completion endpoints lists them)',
  'call.endpoint-unlike': 'there is no endpoint "{{id}}"; like it: {{known}}',
  'call.path-crooked':
    'PATH is wrong: "{{path}}" would not be sent as it stands; it has to begin with one "/" and to go without "." and ".."',
  'call.endpoint-elsewhere':
    '{{id}} is no HTTP request to the API host ({{host}}), so it cannot be called from here',
  'call.data-not-json': '--data is not JSON: line {{line}}, column {{column}} ({{reason}})',
  'call.form-not-object':
    'with --file, --data has to be a JSON object: its members become fields of the form',
  'call.output-unwritable': 'cannot write {{path}} ({{reason}}); what was there before is unchanged',
  'call.binary-to-terminal': 'the answer is binary ({{type}}) and not for a terminal; give --output FILE',
  'call.binary-has-no-text':
    'the answer is binary ({{type}}): it has no text and is no JSON; give --output FILE',
  'call.waiting.tool-outputs': 'the chat waits for the outputs of tools (chat_submit_tool_outputs)',
  'call.waiting.resume': 'the workflow waits to be resumed (workflow_resume)',
  'call.no-message': 'there is no message in the answer; leave --text out to see it',

  'serve.serving':
    'Open this link in a browser on this machine; it lets one browser in, once. Press Enter for another link, Ctrl+C to end.',
  'serve.browser-came': 'A browser has used a link.',
  'serve.cannot-listen': 'cannot listen on port {{port}} of 127.0.0.1 ({{reason}})',
  'serve.no-screens': 'the screens are not built; run: npm run build',

  'confirm.choices': '[y/N]',
  'confirm.nothing-changed': 'Nothing was changed',
  'keys.none': 'No keys are stored',
  'keys.title.id': 'ID',
  'keys.title.label': 'LABEL',
  'keys.title.kid': 'KID',
  'keys.title.type': 'TYPE',
  'keys.title.held': 'PRIVATE HALF',
  'keys.title.apps': 'APPS',
  'keys.held.keychain': 'keychain',
  'keys.held.this-run': 'lost',
  'keys.held.gone': 'lost',
  'keys.no-kid':
    'The key has no kid yet, so it cannot sign for Coze: set it in the app, or import with --kid',
  'keys.confirm-remove':
    'Remove the key "{{label}}" (kid {{kid}})? Its private half leaves the keychain and cannot be brought back.',
  'keys.confirm-remove-used':
    'Remove the key "{{label}}" (kid {{kid}}), which {{apps}} uses? Its private half leaves the keychain and cannot be brought back.',
  'apps.none': 'No apps are stored',
  'apps.title.name': 'NAME',
  'apps.title.region': 'REGION',
  'apps.title.client-id': 'APP ID',
  'apps.title.type': 'TYPE',
  'apps.title.key': 'KEY',
  'apps.name-taken': 'there is an app called "{{name}}" already; give another --name',
  'apps.not-a-config': '{{path}} is no coze_oauth_config.json; a key alone is for: coze-mint keys import',
  'apps.no-key': 'The app has no key yet',
  'apps.confirm-remove': 'Remove the app "{{name}}"? Its keys stay.',

  'practice.serving': 'Practice Coze serves at {{url}} until you press Ctrl+C',
  'practice.faults':
    'To break it on purpose, send the admin_key above to {{url}}/practice/faults (coze-mint practice --help)',
  'practice.cannot-listen': 'cannot listen on port {{port}} ({{reason}})',
  'practice.state-unreadable': '{{path}} is not a state file of practice Coze; nothing was changed',
  'practice.state-unusable': 'the practice key {{path}} cannot be used ({{reason}})',
} as const;

export type CliTextKey = keyof typeof cliTextsEn;
