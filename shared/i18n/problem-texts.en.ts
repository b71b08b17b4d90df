import type { ProblemCode } from '../problem.ts';

/** What happened, why, and what to do, in that order. `{{param}}` is filled from the problem's parameters. */
export type ProblemText = {
  readonly title: string;
  readonly why: string;
  readonly todo: string;
};

export const problemTextsEn: Readonly<Record<ProblemCode, ProblemText>> = {
  'key/empty': {
    title: 'There is nothing to import',
    why: 'The text or file is empty.',
    todo: 'Paste the private key, or choose the private_key.pem that Coze downloaded for you.',
  },
  'key/none-found': {
    title: 'No key found',
    why: 'The text holds neither a PEM block, nor base64, DER or a JWK.',
    todo: 'Paste the whole file, from the BEGIN line to the END line.',
  },
  'key/too-large': {
    title: 'Too large for a key',
    why: 'A private key has a few kilobytes; this is over {{limit}}.',
    todo: 'Check that you chose the right file.',
  },
  'key/unreadable': {
    title: 'The key is damaged or in a format that cannot be read',
    why: 'It looks like a key, but its content could not be decoded.',
    todo: 'Export it again as PKCS#8 PEM, for example: openssl pkcs8 -topk8 -nocrypt -in old.pem -out private_key.pem',
  },
  'key/public': {
    title: 'This is a public key',
    why: 'Signing needs the private half.',
    todo: 'Choose private_key.pem. Coze downloaded it once, when the key was created; it cannot be downloaded again.',
  },
  'key/certificate': {
    title: 'This is a certificate',
    why: 'A certificate holds a public key only; signing needs the private half.',
    todo: 'Choose the private key that belongs to it.',
  },
  'key/not-rsa': {
    title: 'This is not an RSA key',
    why: 'Coze accepts RS256 only, which needs RSA. This key is {{type}}.',
    todo: 'Create an RSA key in the Coze console, or generate one here.',
  },
  'key/too-small': {
    title: 'The RSA key is too short',
    why: 'It has {{bits}} bits; RS256 needs at least 2048 (RFC 7518 §3.3).',
    todo: 'Create a new key of 2048 bits or more.',
  },
  'key/passphrase-needed': {
    title: 'The key is protected by a passphrase',
    why: 'Its content is encrypted.',
    todo: 'Enter the passphrase. It is used once and not kept.',
  },
  'key/passphrase-wrong': {
    title: 'Wrong passphrase',
    why: 'The key could not be decrypted with it.',
    todo: 'Try again. Upper and lower case and spaces count.',
  },
  'key/draft-gone': {
    title: 'The imported key is no longer waiting',
    why: 'A key that is not saved within ten minutes is wiped from memory.',
    todo: 'Import it again.',
  },
  'key/duplicate': {
    title: 'You have this key already',
    why: 'It is stored as “{{label}}”.',
    todo: 'Use that one, or delete it first.',
  },
  'key/not-found': {
    title: 'The key does not exist any more',
    why: 'It was deleted.',
    todo: 'Choose another key for this app.',
  },
  'keychain/unavailable': {
    title: 'No keychain can be reached',
    why: 'The system has no keychain service running, or the app cannot talk to it.',
    todo: 'On Linux, start GNOME Keyring or KWallet and try again; or keep keys for this run only.',
  },
  'keychain/locked': {
    title: 'The keychain is locked',
    why: 'The system did not let the app in.',
    todo: 'Unlock your keychain, then try again.',
  },
  'keychain/denied': {
    title: 'Access to the keychain was denied',
    why: 'You or a policy of this computer refused it.',
    todo: 'Try again and choose “Allow”, or ask whoever manages this computer.',
  },
  'keychain/corrupt': {
    title: 'What the keychain holds is damaged',
    why: 'Parts of it are missing from the keychain or do not match their checksum.',
    todo: 'A key: delete it here and import private_key.pem again. Pinned tokens: pin them again.',
  },
  'keychain/not-found': {
    title: 'The private key is not in the keychain',
    why: 'It was removed there, or was held only for an earlier run of this app.',
    todo: 'Import private_key.pem again.',
  },
  'keychain/timeout': {
    title: 'The keychain did not answer',
    why: 'It may be waiting for you in a window of its own.',
    todo: 'Look for its prompt, answer it, then try again.',
  },
  'app/not-found': {
    title: 'The app does not exist any more',
    why: 'It was deleted.',
    todo: 'Choose another app.',
  },
  'app/config-unreadable': {
    title: 'The configuration file cannot be read',
    why: 'It looks like coze_oauth_config.json, but it is damaged or incomplete.',
    todo: 'Download it again from the Coze console.',
  },
  'app/config-not-jwt': {
    title: 'This app does not use JWT',
    why: 'Its client_type is “{{clientType}}”. Coze Mint works with OAuth JWT apps.',
    todo: 'Download the configuration of a service-type app.',
  },
  'app/no-key': {
    title: 'The app has no key to sign with',
    why: 'No key is chosen, or the chosen one has no kid.',
    todo: 'Add a key to the app and enter the public key fingerprint that Coze shows for it.',
  },
  'app/too-many-keys': {
    title: 'An app has at most {{limit}} keys',
    why: 'Coze allows no more.',
    todo: 'Take one out first.',
  },
  'app/region-invalid': {
    title: 'The base URL cannot be used',
    why: 'It has to be an https origin without path or credentials; http is allowed for this machine only.',
    todo: 'Enter it like https://api.example.com',
  },
  'mint/duration-invalid': {
    title: 'The lifetime is out of range',
    why: 'Coze takes whole seconds from 1 to 86 399.',
    todo: 'Enter a number in that range. 900 is the default.',
  },
  'mint/scope-invalid': {
    title: 'The scope cannot be used',
    why: 'It is not a JSON object of the documented shape.',
    todo: 'Correct it, or leave it empty for all of the app’s permissions.',
  },
  'exchange/refused': {
    title: 'Coze refused the exchange',
    why: '{{errorCode}}: {{errorMessage}}',
    todo: 'See the explanation for this error.',
  },
  'exchange/rate-limited': {
    title: 'Too many requests',
    why: 'The server answered HTTP {{status}} in place of a token; {{reason}}.',
    todo: 'Wait {{seconds}} s, then mint again.',
  },
  'exchange/unexpected': {
    title: 'The answer is not a token',
    why: 'The server answered HTTP {{status}} with something that no document describes ({{reason}}).',
    todo: 'Check the region and any proxy in between. The raw answer is below.',
  },
  'exchange/not-a-jwt': {
    title: 'This is not a signed JWT',
    why: 'The token endpoint takes a JWT of three parts with dots between them: header, payload and signature. Nothing was sent.',
    todo: 'Sign the assertion first, or paste it whole.',
  },
  'sign/not-an-object': {
    title: 'The {{segment}} is not a JSON object',
    why: 'Header and payload of a JWT are one JSON object each (RFC 7519 §7.2). Nothing was signed.',
    todo: 'Correct the JSON of the {{segment}}.',
  },
  'sign/not-utf8': {
    title: 'The {{segment}} cannot be signed',
    why: 'It contains half a surrogate pair, which has no UTF-8 form, so that something else would be signed.',
    todo: 'Remove the broken character, or write it as an escape such as \\ud83d.',
  },
  'sign/duplicate-parameter': {
    title: 'The header has "{{name}}" twice',
    why: 'Verifiers disagree on which of the two counts, and RFC 7515 §4 forbids it.',
    todo: 'Keep one of them.',
  },
  'sign/alg-unsupported': {
    title: 'This “alg” cannot be signed with',
    why: '{{reason}}. A key from the keychain signs RS256, RS384, RS512, PS256, PS384 or PS512.',
    todo: 'Set “alg” in the header to one of these; Coze takes RS256 only.',
  },
  'sign/b64-unsupported': {
    title: 'A payload that is not encoded cannot be signed',
    why: 'The header says “b64”: false. A JWT must not (RFC 7797 §7).',
    todo: 'Remove “b64” from the header, and from “crit” if it stands there.',
  },
  'pins/too-large': {
    title: 'The pins are too large for the keychain',
    why: 'All pinned tokens together take more than {{limit}}. What the keychain held before is still there.',
    todo: 'Unpin one of the large tokens.',
  },
  'token/not-found': {
    title: 'The token is not held any more',
    why: 'It was forgotten.',
    todo: 'Mint a new one, or choose another token.',
  },
  'token/expired': {
    title: 'The token has expired',
    why: 'Coze tokens cannot be refreshed.',
    todo: 'Mint a new one, or choose another token.',
  },
  'token/cannot-renew': {
    title: 'This token cannot be renewed here',
    why: 'It was pasted; no app here minted it.',
    todo: 'Get a new one where it came from, and paste that.',
  },
  'token/no-assertion': {
    title: 'The assertion of this token is not here',
    why: 'It was pasted, or kept from an earlier run, which keeps only the token itself.',
    todo: 'Renew or mint a token to see how it is asked for.',
  },
  'token/app-changed': {
    title: 'The token no longer auto-renews',
    why: 'The app was changed since: region, app ID or variant are not those that the token was minted with.',
    todo: 'Mint a new token with the app as it is now.',
  },
  'token/too-many-to-keep': {
    title: 'Not all tokens are kept in the keychain',
    why: 'Together they take more than {{limit}}. The newest are kept, and none is lost in this run.',
    todo: 'Forget tokens that you do not need.',
  },
  'paste/empty': {
    title: 'There is no token',
    why: 'The text is empty, or only “Bearer” and quotes.',
    todo: 'Paste the token itself.',
  },
  'paste/white-space': {
    title: 'There is white space inside the token',
    why: 'A token is one word. Perhaps two were copied, or text around it.',
    todo: 'Copy only the token and paste it again.',
  },
  'paste/characters': {
    title: 'A token cannot have these characters',
    why: 'Only visible ASCII characters can stand in an Authorization header.',
    todo: 'Copy the token again; full-width or invisible characters may have slipped in.',
  },
  'paste/is-jwt': {
    title: 'This is a JWT, not an access token',
    why: 'Coze’s access tokens are opaque. A JWT is what is exchanged for one.',
    todo: 'Take it apart on the JWT screen, or exchange it there.',
  },
  'paste/is-key': {
    title: 'This is a key, not an access token',
    why: 'The text is a PEM block.',
    todo: 'Import keys on the Keys & apps screen.',
  },
  'http/unreachable': {
    title: '{{host}} cannot be reached',
    why: 'No connection could be made ({{reason}}).',
    todo: 'Check the network, the region and the proxy.',
  },
  'http/tls': {
    title: 'No secure connection to {{host}}',
    why: 'The TLS handshake failed ({{reason}}).',
    todo: 'A proxy that inspects traffic may be in between: add its CA file in the settings. Otherwise check the address and the system clock.',
  },
  'http/timeout': {
    title: '{{host}} took too long',
    why: 'No answer arrived in time ({{phase}}).',
    todo: 'Try again. If it stays so, check the network.',
  },
  'http/reset': {
    title: 'The connection to {{host}} broke',
    why: 'The server or something in between closed it before the answer was complete.',
    todo: 'Try again.',
  },
  'http/not-http': {
    title: 'What {{host}} answered is not HTTP',
    why: 'The answer breaks the rules of HTTP {{phase}} ({{reason}}).',
    todo: 'Check host and port: another kind of server may answer there.',
  },
  'http/content-encoding': {
    title: 'The answer of {{host}} cannot be unpacked',
    why: 'Its bytes are not in the coding that its Content-Encoding header names ({{systemCode}}).',
    todo: 'Ask whoever runs the server. An Accept-Encoding: identity header asks for the bytes as they are.',
  },
  'http/too-large': {
    title: 'The answer is too large',
    why: 'It is over {{limit}}.',
    todo: 'Ask for less.',
  },
  'http/redirected': {
    title: 'The server redirects, and this is not followed',
    why: '{{reason}}',
    todo: 'Check the address that was asked.',
  },
  'http/url-refused': {
    title: 'This address is not used',
    why: 'Only https is allowed, or http on this machine.',
    todo: 'Check the base URL.',
  },
  'network/ca-unreadable': {
    title: 'The CA file cannot be used',
    why: '{{file}} cannot be read, or holds no certificate ({{reason}}). Requests go on without it.',
    todo: 'Choose a PEM or DER file with the certificate of the authority, or take it out of the settings.',
  },
  'network/proxy-invalid': {
    title: 'This is no address of a proxy',
    why: 'It takes http://, https:// or socks5:// and a host, without a path. User and password have fields of their own.',
    todo: 'Correct the address, for example http://proxy.example:3128.',
  },
  'console/run-gone': {
    title: 'This answer is gone',
    why: 'It was dropped, or the app was started anew since.',
    todo: 'Send the request again.',
  },
  'console/file-gone': {
    title: 'The file has to be chosen again',
    why: 'Files are known to the app for this run only.',
    todo: 'Choose it again.',
  },
  'console/file-unreadable': {
    title: '{{name}} cannot be read',
    why: 'It may have been moved, or is no ordinary file ({{reason}}).',
    todo: 'Choose it again, or check its permissions.',
  },
  'console/token-origin': {
    title: 'The token is not sent to {{origin}}',
    why: 'It belongs to another address, and nobody has said yet that this one may have it.',
    todo: 'Allow it for this address, or send the request without the token.',
  },
  'input/header': {
    title: 'The header “{{name}}” cannot be sent',
    why: 'It cannot go out, because {{reason}}.',
    todo: 'Correct it, the value of a variable in it, or take it out.',
  },
  'input/two-credentials': {
    title: 'The request has an Authorization header of its own',
    why: 'A token goes with it as well, and there can be only one credential.',
    todo: 'Send it with no token (on the command line: --no-token), or take the header out.',
  },
  'console/no-room': {
    title: 'The answer cannot be kept',
    why: 'It is too large for the memory, and {{folder}} does not take it ({{reason}}).',
    todo: 'Make room on the disk, then send the request again.',
  },
  'console/unresolved': {
    title: 'Variables without a value: {{names}}',
    why: 'The chosen set of variables does not have them, or the keychain has lost their values.',
    todo: 'Give them a value, or choose another set.',
  },
  'console/secret-origin': {
    title: 'Secret variables are not sent to {{origin}}',
    why: 'The request holds {{names}}, and nobody has said yet that secrets may go to this address.',
    todo: 'Allow tokens and secrets for this address, or take the variables out.',
  },
  'call/refused': {
    title: 'The request was refused',
    why: '{{reason}}',
    todo: '',
  },
  'call/stream-failed': {
    title: 'Coze gave up in the middle of the stream',
    why: '{{reason}}',
    todo: '',
  },
  'call/stream-unfinished': {
    title: 'The stream ended without saying that it is done',
    why: 'The answer may be incomplete.',
    todo: '',
  },
  'history/entry-gone': {
    title: 'This request is not in the history any more',
    why: 'It was deleted, made room for newer ones, or its file is damaged.',
    todo: 'Send the request again.',
  },
  'variables/too-large': {
    title: 'The secret variables do not fit into the keychain',
    why: 'All of them together may take {{limit}} bytes.',
    todo: 'Shorten them, or delete those that are not needed any more.',
  },
  'console/socket-refused': {
    title: '{{host}} refused the WebSocket',
    why: 'It answered the handshake with status {{status}}.',
    todo: 'Look at what it said, and check the token and its permissions.',
  },
  'console/socket-protocol': {
    title: '{{host}} does not keep to the WebSocket protocol',
    why: 'The connection was ended from here: {{reason}}.',
    todo: 'A gateway or proxy in between may have changed it. Otherwise tell the operator of the server.',
  },
  'undo/expired': {
    title: 'Too late to undo',
    why: 'A delete can be taken back for ten seconds.',
    todo: 'Add or import it again.',
  },
  'input/invalid': {
    title: 'A value cannot be used',
    why: 'Field: {{path}}',
    todo: 'Correct it and try again.',
  },
  'practice/stopped': {
    title: 'Practice Coze was stopped',
    why: 'It was stopped by hand; an auto-renewal does not start it again.',
    todo: 'Start it on the Practice screen, or mint: that starts it as well.',
  },
  'practice/port-in-use': {
    title: 'Port {{port}} is taken',
    why: 'Another program on this computer listens there already.',
    todo: 'Let practice Coze take a free port, or choose another one.',
  },
  'practice/cannot-listen': {
    title: 'Practice Coze cannot start on port {{port}}',
    why: 'The system does not allow it ({{reason}}). Ports below 1024 often need special rights.',
    todo: 'Choose a port from 1024 up, or let practice Coze take a free one.',
  },
  'storage/unreadable': {
    title: 'The profile file cannot be read',
    why: 'It was set aside as {{file}}; nothing in it was changed.',
    todo: 'Repair it, or add your apps again.',
  },
  'storage/in-use': {
    title: 'Coze Mint is running already',
    why: 'Process {{pid}} works on {{folder}}, and only one at a time may change what is there.',
    todo: 'End it first: close the app, or press Ctrl+C in the terminal in which coze-mint runs.',
  },
  'storage/unwritable': {
    title: 'Changes cannot be saved',
    why: 'The data folder is read-only or the disk is full ({{reason}}). The changes are kept until the app ends.',
    todo: 'Make room or allow writing to {{folder}}.',
  },
  cancelled: { title: 'Cancelled', why: '', todo: '' },
  internal: {
    title: 'Something in the app went wrong',
    why: 'An error that nobody foresaw: {{name}}.',
    todo: 'Try again. If it comes back, report it with the steps that led here.',
  },
};
