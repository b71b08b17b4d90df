import type { LintCode } from '../coze/lint/lint-codes.ts';

/** One key for each text about an assertion for Coze; a code without its texts does not compile. */
export type LintTextKey = `lint.${LintCode}` | `lint-remedy.${LintCode}`;

/** `{{param}}` is filled from the finding's parameters. */
export const lintTextsEn = {
  'lint.not-a-signed-token': 'The token is encrypted; Coze takes a signed one (RS256)',
  'lint.claims-nested':
    'The claims stand in another token inside this one; Coze takes them in the payload itself',
  'lint.required-missing': '"{{name}}" is missing; Coze requires it',
  'lint.not-a-string': '"{{name}}" must be a string',
  'lint.not-an-integer': '"{{name}}" must be an integer of seconds, not {{value}}',
  'lint.not-an-object': '"{{name}}" must be an object',
  'lint.value-empty': '"{{name}}" is empty; Coze requires a value',
  'lint.alg-not-rs256': '"alg" is "{{value}}"; Coze takes RS256 only',
  'lint.typ-not-jwt': '"typ" is "{{value}}"; the documentation fixes it as JWT',
  'lint.kid-is-pem': '"kid" holds a key itself; the fingerprint of the public key belongs here',
  'lint.kid-is-app-id':
    '"kid" is a number like an app ID ({{value}}); the fingerprint of the public key belongs here',
  'lint.kid-other-key': '"kid" is {{value}}, but the chosen key is registered as {{expected}}',
  'lint.kid-unlike-fingerprint':
    '"kid" is unlike the documentation: every sample there has 43 base64url characters, this one has {{length}} and may not be a fingerprint',
  'lint.iss-is-pem': '"iss" holds a key; the OAuth app ID belongs here',
  'lint.iss-is-client-id':
    '"iss" is {{value}}, a client ID of the authorisation code flows; the ID of a service-type OAuth app belongs here',
  'lint.iss-is-kid': '"iss" looks like a public key fingerprint ({{value}}); the OAuth app ID belongs here',
  'lint.iss-other-app': '"iss" is {{value}}, but the chosen app is {{expected}}',
  'lint.iss-not-digits': '"iss" is unlike the documentation: every app ID there is a number, not "{{value}}"',
  'lint.aud-is-array': '"aud" is an array; Coze documents a string',
  'lint.aud-is-url': '"aud" is a URL ({{value}}); the host alone belongs here: {{expected}}',
  'lint.aud-has-path': '"aud" has a path or a slash ({{value}}); the host alone belongs here: {{expected}}',
  'lint.aud-other-region':
    '"aud" is {{value}}, another Coze, where apps and keys of {{expected}} are not known',
  'lint.aud-is-web-host': '"aud" is {{value}}, which is not the API; the API host is {{expected}}',
  'lint.aud-has-port': '"aud" is {{value}}, with a port that the API host {{expected}} does not have',
  'lint.aud-other-port': '"aud" is {{value}}; the API host has another port: {{expected}}',
  'lint.aud-not-api-host': '"aud" is "{{value}}"; it must be exactly {{expected}}',
  'lint.aud-without-port': '"aud" is {{value}}; most SDKs keep the port: {{expected}}',
  'lint.time-not-seconds': '"{{name}}" is {{value}}, too large for seconds',
  'lint.exp-not-after-iat': '"exp" must be later than "iat"',
  'lint.expired': 'The assertion expired {{length}} ago',
  'lint.iat-in-future': '"iat" lies {{length}} ahead; the assertion takes effect only then',
  'lint.iat-ahead':
    '"iat" lies {{length}} ahead of the clock; the documentation does not say how much Coze lets pass',
  'lint.lifetime-long':
    'The assertion is valid for {{length}}; it is used once and at once, so that a few minutes are enough. Coze documents no limit; its Python and JavaScript SDKs choose 1 h, its Go and Java SDKs the lifetime of the access token',
  'lint.nbf-in-future':
    '"nbf" lies {{length}} ahead; by RFC 7519 the assertion must not be accepted before. It is not in Coze\'s documentation',
  'lint.jti-short': '"jti" has {{bytes}} {{bytes|byte|bytes}}; Coze advises more than {{advised}}',
  'lint.jti-used': 'This "jti" has been sent before; Coze takes each assertion once',
  'lint.session-name-empty': '"session_name" is empty and keeps nobody\'s conversations apart',
  'lint.session-name-missing':
    '"session_name" is missing; the conversations of different users may run into each other',
  'lint.session-context-empty': '"{{name}}" is empty',
  'lint.device-value-empty': '"{{name}}" is empty; usage is then shown as N/A',
  'lint.device-both': '"device_id" and "custom_consumer" are both given; Coze advises one of the two',
  'lint.custom-consumer-phone':
    '"custom_consumer" looks like a phone number; Coze advises against such personal data',
  'lint.custom-consumer-email':
    '"custom_consumer" looks like an e-mail address; Coze advises against such personal data',
  'lint.member-misspelt': '"{{name}}" is unlike the documentation: it is written "{{expected}}" there',
  'lint.member-misplaced': '"{{name}}" is unlike the documentation: it stands in {{home}} there',
  'lint.member-of-request': '"{{name}}" belongs in the body of the token request, not in the assertion',
  'lint.member-unknown': '"{{name}}" is not in Coze\'s documentation',

  'lint-remedy.not-a-signed-token': 'Sign the claims with RS256 instead of encrypting them.',
  'lint-remedy.claims-nested': 'Sign the claims once, without a token around them.',
  'lint-remedy.required-missing': 'Add "{{name}}".',
  'lint-remedy.not-a-string': 'Put the value in quotation marks.',
  'lint-remedy.not-an-integer': 'Write whole seconds since 1970, without quotation marks.',
  'lint-remedy.not-an-object': 'Write a JSON object, without quotation marks around it.',
  'lint-remedy.value-empty': 'Fill in "{{name}}".',
  'lint-remedy.alg-not-rs256': 'Sign with RS256.',
  'lint-remedy.typ-not-jwt': 'Write "typ":"JWT".',
  'lint-remedy.kid-is-pem':
    'Take the key out. If it was a private key, replace it: a header is not encrypted.',
  'lint-remedy.kid-is-app-id':
    'Copy the public key fingerprint from the OAuth app\'s configuration page; the app ID belongs in "iss".',
  'lint-remedy.kid-other-key': 'Use the kid of the chosen key, or choose the other key.',
  'lint-remedy.kid-unlike-fingerprint':
    "Compare it with the fingerprint on the OAuth app's configuration page.",
  'lint-remedy.iss-is-pem': 'Copy the ID from the OAuth apps page. If this was a private key, replace it.',
  'lint-remedy.iss-is-client-id': 'Create a service-type OAuth app and use its ID.',
  'lint-remedy.iss-is-kid': 'Copy the ID from the OAuth apps page; the fingerprint belongs in "kid".',
  'lint-remedy.iss-other-app': 'Use the ID of the chosen app, or choose the other app.',
  'lint-remedy.iss-not-digits': 'Compare it with the ID on the OAuth apps page.',
  'lint-remedy.aud-is-array': 'Write "aud":"{{expected}}".',
  'lint-remedy.aud-is-url': 'Write "aud":"{{expected}}".',
  'lint-remedy.aud-has-path': 'Write "aud":"{{expected}}".',
  'lint-remedy.aud-other-region': 'Write "aud":"{{expected}}", or choose the region that the app belongs to.',
  'lint-remedy.aud-is-web-host': 'Write "aud":"{{expected}}".',
  'lint-remedy.aud-has-port': 'Write "aud":"{{expected}}".',
  'lint-remedy.aud-other-port': 'Write "aud":"{{expected}}".',
  'lint-remedy.aud-not-api-host': 'Write "aud":"{{expected}}".',
  'lint-remedy.aud-without-port': 'Write "aud":"{{expected}}".',
  'lint-remedy.time-not-seconds':
    'Use whole seconds: divide milliseconds by 1000, microseconds by 1 000 000, and drop the fraction.',
  'lint-remedy.exp-not-after-iat': 'Set "exp" to "iat" plus the lifetime, for example 10 minutes.',
  'lint-remedy.expired': 'Make a new assertion; check the clock of the machine if it is new.',
  'lint-remedy.iat-in-future': 'Use the present moment; check the clock of the machine.',
  'lint-remedy.iat-ahead': 'Use the present moment; check the clock of the machine.',
  'lint-remedy.lifetime-long': 'A few minutes are enough, for example 10 minutes.',
  'lint-remedy.nbf-in-future': 'Leave "nbf" out.',
  'lint-remedy.jti-short': 'Use at least 32 random bytes, written as base64url or hex.',
  'lint-remedy.jti-used': 'Make a new assertion with a new random "jti".',
  'lint-remedy.session-name-empty': 'Fill in the user\'s ID, or leave "session_name" out.',
  'lint-remedy.session-name-missing': "Set it to the user's ID in your own system.",
  'lint-remedy.session-context-empty': 'Leave it out.',
  'lint-remedy.device-value-empty': 'Fill it in, or leave it out.',
  'lint-remedy.device-both': 'Keep the one that usage is to be counted by.',
  'lint-remedy.custom-consumer-phone': 'Use an ID of your own that says nothing about the person.',
  'lint-remedy.custom-consumer-email': 'Use an ID of your own that says nothing about the person.',
  'lint-remedy.member-misspelt': 'Rename it to "{{expected}}".',
  'lint-remedy.member-misplaced': 'Move it to {{home}}.',
  'lint-remedy.member-of-request': 'Send it in the JSON body beside the assertion.',
  'lint-remedy.member-unknown': 'Leave it out unless you know that it is needed.',
} as const satisfies Record<LintTextKey, string>;
