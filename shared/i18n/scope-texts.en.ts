import type { ScopeCode } from '../coze/scope/scope-codes.ts';

/** One key for each text about a scope; a code without its texts does not compile. */
export type ScopeTextKey = `scope.${ScopeCode}` | `scope-remedy.${ScopeCode}`;

/** `{{param}}` is filled from the finding's parameters. */
export const scopeTextsEn = {
  'scope.invalid-json': 'Not JSON at line {{line}}, column {{column}}: {{reason}}',
  'scope.too-deep': 'Nested more than {{limit}} levels deep; it cannot be sent like this',
  'scope.not-an-object': '"{{name}}" must be an object',
  'scope.whole-request': 'This is the whole request body; only its "scope" belongs here',
  'scope.not-a-list': '"{{name}}" must be a list of texts',
  'scope.null-member': '"{{name}}" is null where the documentation has an object or a list',
  'scope.entry-is-number':
    'Numbers instead of texts ({{count}}): {{list}}. Ids have 64 bits, and as numbers their last digits can get lost',
  'scope.entry-not-text': 'Entries that are no text ({{count}}): {{list}}',
  'scope.number-inexact': 'Numbers whose last digits would get lost on the way: {{list}}',
  'scope.scope-empty': 'The scope is empty; no source says what such a token may do',
  'scope.list-empty': 'The list is empty; no source says what Coze makes of that',
  'scope.permissions-missing': 'No permission list; the documentation requires one',
  'scope.bots-missing':
    'No list of agents; the documentation calls it required, the official SDKs leave it out when there are none',
  'scope.entry-empty': 'Empty entries ({{count}})',
  'scope.entry-spaces': 'White space around entries ({{count}}): {{list}}',
  'scope.entry-repeated': 'More than once in the list ({{count}}): {{list}}',
  'scope.id-not-digits': 'Unlike an id, which is a number ({{count}}): {{list}}',
  'scope.id-beyond-64-bit': 'Too large for an id of 64 bits ({{count}}): {{list}}',
  'scope.permission-is-chat': 'In a scope the documentation writes "chat" as {{expected}}',
  'scope.permission-unknown': '"{{name}}" is in no source that is known',
  'scope.permission-unofficial': 'Only third parties write of it, no documentation and no SDK: {{list}}',
  'scope.permission-unverified':
    'Documented, but no source shows it inside a scope; whether Coze takes it there is unknown ({{count}}): {{list}}',
  'scope.permission-refused':
    'The documentation refuses channel tokens wherever this is needed ({{count}}): {{list}}',
  'scope.sdk-only': '"{{name}}" is known from the Go SDK only, not from the documentation',
  'scope.member-misspelt': '"{{name}}" is unlike the documentation, which has {{expected}}',
  'scope.member-unknown': '"{{name}}" is in no source that is known; it is sent as it is',
  'scope.member-repeated': '"{{name}}" stands here twice; the last one counts',

  'scope-remedy.invalid-json': 'Mend the text, or undo.',
  'scope-remedy.too-deep': 'Make it flatter.',
  'scope-remedy.not-an-object': 'Write it as {…}.',
  'scope-remedy.whole-request': 'Take the scope out of it.',
  'scope-remedy.not-a-list': 'Write it as ["…"].',
  'scope-remedy.null-member': 'Leave it out.',
  'scope-remedy.entry-is-number': 'Put them in quotation marks.',
  'scope-remedy.entry-not-text': 'Write each as text in quotation marks.',
  'scope-remedy.number-inexact': 'Put them in quotation marks.',
  'scope-remedy.scope-empty': 'Choose a permission, or clear the text to send no scope.',
  'scope-remedy.list-empty': 'Add an entry, or take the member out.',
  'scope-remedy.permissions-missing': 'The documented permission is Connector.botChat.',
  'scope-remedy.bots-missing': 'Add the agents that the token may talk to.',
  'scope-remedy.entry-empty': 'Take them out.',
  'scope-remedy.entry-spaces': 'Take the white space away.',
  'scope-remedy.entry-repeated': 'Once is enough.',
  'scope-remedy.id-not-digits': 'Copy the id from the address of the agent in Coze’s console.',
  'scope-remedy.id-beyond-64-bit': 'Compare it with the address of the agent in Coze’s console.',
  'scope-remedy.permission-is-chat': 'Use {{expected}}.',
  'scope-remedy.permission-unknown': 'Look for it in the list of permissions.',
  'scope-remedy.permission-unofficial': 'Try it, and expect a refusal.',
  'scope-remedy.permission-unverified': 'Try it: an exchange shows whether Coze takes it.',
  'scope-remedy.permission-refused': 'Use a token of another kind for these endpoints.',
  'scope-remedy.sdk-only': 'Try it: an exchange shows whether Coze takes it.',
  'scope-remedy.member-misspelt': 'Rename it to {{expected}}.',
  'scope-remedy.member-unknown': 'Take it out unless you know that it is needed.',
  'scope-remedy.member-repeated': 'Keep one of them.',
} as const satisfies Record<ScopeTextKey, string>;
