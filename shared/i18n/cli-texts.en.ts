import { cliHelpEn } from './cli-help.en.ts';

/** Every text of the command line. `{{param}}` is filled in. */
export const cliTextsEn = {
  ...cliHelpEn,
  'usage.see-help': 'See: {{command}} --help',
  'usage.unknown-command': 'there is no command "{{command}}"; there are: {{known}}',
  'usage.unknown-option': 'there is no option {{option}}',
  'usage.missing-value': 'option {{option}} needs a value (write {{option}}=VALUE if it begins with "-")',
  'usage.no-value': 'option {{option}} takes no value',
  'usage.missing-option': 'option {{option}} is missing',
  'usage.bad-value': '{{option}} cannot be "{{value}}"; allowed: {{expected}}',
  'usage.conflict': '{{first}} and {{second}} exclude each other',
  'usage.unexpected-argument': '"{{argument}}" is one argument too many',
  'usage.file-unreadable': 'cannot read {{path}} ({{reason}})',
  'usage.input-too-large': 'the input is longer than {{limit}} bytes',
  'usage.stdin-is-terminal':
    'nothing to read: give the text as an argument, or pipe it in (pbpaste | coze-mint decode)',
  'usage.no-profile':
    'no apps are stored yet (looked in {{folder}}); give --client-id, --kid, --key and --region',
  'usage.profile-unreadable': 'the profile in {{folder}} cannot be read; start Coze Mint to repair it',
  'usage.app-unknown': 'no stored app is called "{{name}}"; there are: {{known}}',
  'usage.app-ambiguous': 'several apps are called "{{name}}"; use an id: {{ids}}',

  'decode.format': 'Token',
  'decode.signature': 'Signature',
  'decode.header': 'Header',
  'decode.payload': 'Payload',
  'decode.claims': 'Claims',
  'decode.findings': 'Findings',
  'decode.nested': 'Token inside',
  'decode.nested-not-checked': 'decode the payload above by itself to check it',
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
  'passphrase.question': 'Passphrase of {{path}}: ',
  'problem.server': 'The server answered HTTP {{status}}, log id {{logId}}',
  'problem.causes': 'Likely causes:',
  'problem.no-log-id': 'none',

  'practice.serving': 'Practice Coze serves at {{url}} until you press Ctrl+C',
  'practice.cannot-listen': 'cannot listen on port {{port}} ({{reason}})',
  'practice.state-unreadable': '{{path}} is not a state file of practice Coze; nothing was changed',
  'practice.state-unusable': 'the practice key {{path}} cannot be used ({{reason}})',
} as const;

export type CliTextKey = keyof typeof cliTextsEn;
