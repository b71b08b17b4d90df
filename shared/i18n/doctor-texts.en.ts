import type { CheckFinding, CheckName, CheckState, SeenLabel } from '../doctor.ts';

/** Everything that the doctor says, on screens, terminals and in the copy for support. `{{param}}` is filled in. */
export interface DoctorTexts {
  readonly checks: Readonly<Record<CheckName, { readonly title: string; readonly why: string }>>;
  readonly states: Readonly<Record<CheckState, string>>;
  readonly findings: Readonly<Record<CheckFinding, string>>;
  readonly seen: Readonly<Record<SeenLabel, string>>;
  readonly verdicts: Readonly<
    Record<
      | 'running'
      | 'asking'
      | 'stopped'
      | 'failed'
      | 'with-cause'
      | 'fine'
      | 'fine-with-warnings'
      | 'cancelled'
      | 'outdated',
      string
    >
  >;
  readonly headings: Readonly<
    Record<
      'title' | 'app' | 'region' | 'endpoint' | 'time' | 'version' | 'seen' | 'causes' | 'server',
      string
    >
  >;
  /** What the copy for support says in place of a key and its kid. */
  readonly given: Readonly<Record<'set' | 'not-set' | 'matches' | 'no-match', string>>;
  readonly regions: Readonly<Record<'cn' | 'com' | 'practice', string>>;
}

export const doctorTextsEn: DoctorTexts = {
  checks: {
    keychain: {
      title: 'Keychain',
      why: 'The private key rests in the system’s keychain; without it nothing can be signed.',
    },
    key: {
      title: 'Private key',
      why: 'The assertion is signed with it, and Coze checks the signature with the public half.',
    },
    kid: { title: 'kid', why: 'By the kid Coze finds the public key that checks the signature.' },
    region: {
      title: 'Region reachability',
      why: 'Every exchange and every call goes to the region’s API host.',
    },
    clock: { title: 'Clock', why: 'iat and exp of the assertion are times; a wrong clock makes them wrong.' },
    lint: {
      title: 'Assertion',
      why: 'The claims that would be sent, held against what Coze’s documentation asks for.',
    },
    exchange: { title: 'Exchange', why: 'The real thing: a fresh assertion for an access token.' },
    'other-region': {
      title: 'Other region',
      why: 'coze.cn and coze.com do not know each other’s apps and keys.',
    },
    token: { title: 'API call', why: 'A token that was granted still has to be taken by the API.' },
    permission: {
      title: 'Permission',
      why: 'Each endpoint needs a permission of the app, and a scope can take it away.',
    },
  },
  states: {
    waiting: 'waiting',
    running: 'running',
    asking: 'asks',
    passed: 'passed',
    warning: 'warning',
    failed: 'failed',
    skipped: 'skipped',
    'cannot-tell': 'cannot tell',
  },
  findings: {
    'keychain-ready': 'The keychain is open.',
    'keychain-unavailable': 'There is no keychain to ask.',
    'keychain-locked': 'The keychain is locked.',
    'keychain-denied': 'The system denied access to the keychain.',
    'keychain-timeout': 'The keychain did not answer in time.',
    'key-signs': 'The key ({{bits}} bits) was read, signs, and fits its public half.',
    'key-none': 'No key is chosen for this app.',
    'key-gone': 'The private half of the key is not there any more.',
    'key-corrupt': 'The keychain’s entry for the key is damaged.',
    'key-halves-differ': 'The private half in the keychain does not belong to the public half of this key.',
    'key-out-of-reach': 'The key is in the keychain, but the keychain does not hand it out.',
    'kid-matches': 'The kid is the fingerprint of this very key: {{formula}}. That is proof.',
    'kid-no-match':
      'The kid is none of the known fingerprints of this key. Coze does not document which one it takes, so this says nothing yet.',
    'kid-no-match-learned':
      'The kid is not the fingerprint of this key, although an exchange of yours showed that Coze uses {{formula}}.',
    'kid-of-other-key': 'The kid is the fingerprint of another key that you hold: {{label}}.',
    'kid-missing': 'The key has no kid yet.',
    'kid-is-app-id': 'The kid is a number, as app IDs are.',
    'kid-is-pem': 'The kid holds the text of a key.',
    'kid-odd': 'The kid has {{length}} characters; every known one has 43.',
    'region-answers': '{{host}} answers (HTTP {{status}}, as it should to a request without a token).',
    'region-answers-error': '{{host}} can be reached, but answers HTTP {{status}}.',
    'region-dns': 'The name {{host}} cannot be looked up: DNS fails.',
    'region-refused': '{{host}} refuses the connection: TCP fails, nothing listens there.',
    'region-no-route': 'There is no way to {{host}}: TCP fails.',
    'region-connect-timeout': '{{host}} does not take the connection in time: TCP fails.',
    'region-tls': '{{host}} was reached, but TLS fails.',
    'region-proxy': 'The proxy on the way to {{host}} fails.',
    'region-silent': '{{host}} takes the connection and then says nothing.',
    'region-reset': '{{host}} takes the request and drops the connection.',
    'region-garbled': 'What {{host}} answers is damaged, or not HTTP.',
    'region-page': 'In place of {{host}}’s API, a web page answers.',
    'region-redirect': 'A request to {{host}} is redirected to another host.',
    'region-invalid': 'The base URL of the app cannot be used.',
    'region-started': 'Practice Coze was stopped. It was started for this run; {{host}} answers.',
    'region-practice-stopped': 'Practice Coze is not running.',
    'clock-right': 'Your clock agrees with the server’s.',
    'clock-off': 'Your clock is {{seconds}} off.',
    'clock-corrected':
      'Your clock is {{seconds}} off. Assertions are signed with the server’s time, so minting works.',
    'clock-ahead': 'Your clock is {{seconds}} ahead: assertions come from the future.',
    'clock-behind':
      'Your clock is {{seconds}} behind: an assertion lives {{lifetime}} and is expired on arrival.',
    'clock-unknown': 'The server sent no Date, so the clocks cannot be compared.',
    'lint-clean': 'The assertion holds what the documentation asks for.',
    'lint-warnings': 'Nothing that Coze is known to refuse; worth a look: {{count}}',
    'lint-errors': 'Coze would refuse the assertion. Errors: {{count}}',
    'exchange-kept': 'Coze granted a token. It was kept: you find it among the live tokens.',
    'exchange-dropped': 'Coze granted a token. It was dropped again.',
    'exchange-refused': 'Coze refused: {{errorCode}}, “{{errorMessage}}”',
    'exchange-rate-limited': 'The token endpoint answered: too many requests.',
    'exchange-unexpected': 'The token endpoint sent an answer that is not documented.',
    'exchange-lost': 'The connection broke during the exchange. The assertion may have been used up.',
    'exchange-not-sent': 'What the app asks for cannot be sent; nothing went out.',
    'other-asks': 'Waits for your answer.',
    'other-knows': '{{host}} knows this kid: the app is registered there.',
    'other-unknown': '{{host}} does not know this kid either.',
    'other-unclear': '{{host}} refused for another reason; whether it knows the kid stays open.',
    'token-accepted': 'The API takes the token.',
    'token-accepted-limited': 'The API knows the token; it only lacks the permission for this call.',
    'token-refused': 'The API does not take the fresh token.',
    'token-unclear': 'The API answered HTTP {{status}}, which does not say whether it takes the token.',
    'token-lost': 'The connection broke during the call.',
    'permission-none-needed': '{{endpoint}} needs no permission.',
    'permission-unknown': 'No source says which permission {{endpoint}} needs.',
    'permission-of-app':
      '{{endpoint}} needs {{permission}}. No scope narrows the token; whether the app itself has the permission only Coze’s console shows.',
    'permission-in-scope': 'The scope gives {{permission}} for {{endpoint}}.',
    'permission-not-in-scope': 'The scope of the app’s tokens lacks {{permission}} for {{endpoint}}.',
    'permission-unverified':
      '{{endpoint}} needs {{permission}}. Whether the scope gives it cannot be told: no source shows its entries inside a scope.',
    'permission-channel-refused': '{{endpoint}} refuses tokens of channel apps, whatever their scope.',
    'permission-endpoint-unknown': 'The catalogue has no endpoint “{{id}}”.',
    'check-broke': 'The check itself failed ({{code}}).',
    'skipped-key-in-memory': 'Not needed: the key is held in memory for this run.',
    'skipped-key-from-file': 'Not needed: the key comes from a file.',
    'skipped-cause-found': 'Not checked: stopped earlier.',
    'skipped-no-key': 'Not possible without a key.',
    'skipped-no-kid': 'Not possible without a kid.',
    'skipped-unreachable': 'Not possible: the region does not answer.',
    'skipped-no-token': 'Not possible without a token.',
    'skipped-kid-known': 'Not needed: this region knows the kid.',
    'skipped-not-about-kid': 'Not needed: Coze did not say that the kid is unknown.',
    'skipped-no-other-region': 'Only coze.cn and coze.com have another region.',
    'skipped-not-asked':
      'Not asked for: nothing is sent to the other region without your word (--try-other-region).',
    'skipped-declined': 'You said no; nothing was sent there.',
    'skipped-no-endpoint': 'Choose an endpoint to have this checked.',
    'skipped-cancelled': 'Cancelled.',
    'skipped-app-changed': 'Not checked: the app was changed during the run.',
    'skipped-app-deleted': 'Not checked: the app was deleted during the run.',
    'skipped-key-deleted': 'Not checked: the key was deleted during the run.',
  },
  seen: {
    'app-id': 'App ID',
    kid: 'kid',
    key: 'Key',
    'fingerprint-spki': 'SHA-256 (SPKI)',
    'fingerprint-jwk': 'JWK thumbprint',
    'fingerprint-pkcs1': 'SHA-256 (PKCS#1)',
    host: 'Host',
    addresses: 'Addresses',
    proxy: 'Proxy',
    tls: 'TLS',
    certificate: 'Certificate',
    error: 'Error',
    status: 'HTTP status',
    code: 'Code',
    message: 'Message',
    'ca-file': 'CA file',
    'log-id': 'Log ID',
    elapsed: 'Took',
    'server-time': 'Server’s clock',
    'local-time': 'Your clock',
    difference: 'Difference',
    lifetime: 'Lifetime',
    aud: 'aud',
    permission: 'Permission',
    scope: 'Scope',
    endpoint: 'Endpoint',
  },
  verdicts: {
    running: 'Checking…',
    asking: 'Waiting for your answer',
    stopped: 'Stopped at: {{check}}',
    failed: 'Failed at: {{check}}',
    'with-cause': '{{where}}. {{cause}}',
    fine: 'Everything works, from the key to the API call',
    'fine-with-warnings': 'It works; worth a look: {{count}}',
    cancelled: 'Cancelled',
    outdated: 'Ended early: the app or its key was changed during the run',
  },
  headings: {
    title: 'Coze Mint doctor',
    app: 'App',
    region: 'Region',
    endpoint: 'Endpoint',
    time: 'Time',
    version: 'Version',
    seen: 'Seen',
    causes: 'Likely causes',
    server: 'What the server said',
  },
  given: {
    set: 'set',
    'not-set': 'not set',
    matches: 'matches a fingerprint of the key',
    'no-match': 'does not match a fingerprint of the key',
  },
  regions: { cn: 'coze.cn', com: 'coze.com', practice: 'practice Coze' },
};
