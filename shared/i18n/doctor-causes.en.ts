import type { OwnCauseCode } from '../doctor.ts';
import type { CauseText } from './cause-texts.en.ts';

export const doctorCausesEn: Readonly<Record<OwnCauseCode, CauseText>> = {
  'no-key-chosen': {
    what: 'No key is in use',
    why: 'An app signs with one of its keys, and none is chosen.',
    todo: 'Choose or add a key in the app’s form.',
  },
  'key-wrong-file': {
    what: 'The private key is another one',
    why: 'It does not belong to the public key, or to the kid, that stands beside it.',
    todo: 'Import the file that was downloaded when this kid was created.',
  },
  'kid-not-entered': {
    what: 'The kid was not entered',
    why: 'Coze shows it beside the public key, as its fingerprint.',
    todo: 'Copy it from the OAuth app’s page into the key.',
  },
  'kid-is-key-text': {
    what: 'A PEM stands where the fingerprint belongs',
    why: 'A kid has 43 letters, digits, - and _.',
    todo: 'Enter the fingerprint that Coze shows beside the public key.',
  },
  'kid-of-other-key': {
    what: 'The kid is that of “{{label}}”',
    why: 'It is the fingerprint of that key, to the last character.',
    todo: 'Let the app use that key, or correct the kid.',
  },
  'base-url-invalid': {
    what: 'The base URL is not one',
    why: 'It has to be the API host alone, with https://, or http:// on this computer.',
    todo: 'Correct it, for example to https://api.coze.cn.',
  },
  'practice-elsewhere': {
    what: 'Practice Coze runs inside the app only',
    why: 'The command line has one of its own, with a key of its own.',
    todo: 'Run `coze-mint practice`, and give its URL as --region.',
  },
  'server-trouble': {
    what: 'The server is in trouble',
    why: 'It answers with an error of its own.',
    todo: 'Wait a moment and try again. If it stays, give support the log ID.',
  },
  'claims-wrong': {
    what: 'Fields of the app lead to wrong claims',
    why: 'The findings above name them.',
    todo: 'Correct the app or the clock, whichever they name.',
  },
  'token-not-synced': {
    what: 'The API does not know the new token yet',
    why: 'It was granted a moment ago, by the same host.',
    todo: 'Wait a few seconds and run the doctor again. If it stays, give support the log ID.',
  },
  'scope-too-narrow': {
    what: 'The scope leaves the permission out',
    why: 'A scope that lists permissions takes all others away.',
    todo: 'Add it to the scope, or mint without a scope to get all permissions of the app.',
  },
  'channel-cannot-call': {
    what: 'Channel tokens may not call this endpoint',
    why: 'Coze’s documentation says so.',
    todo: 'Use a token of another kind for it, such as a developer app’s.',
  },
  'app-lacks-permission': {
    what: 'The app may lack the permission',
    why: 'Only the Coze console shows what was given to it; a call would answer 4101.',
    todo: 'Look it up on the OAuth app’s page; after a change, mint again.',
  },
  'request-wrong': {
    what: 'What the app asks for cannot be sent',
    why: 'The lifetime is a whole number of 1 to 86,399 seconds, the scope an object, an ID no path.',
    todo: 'Correct it on the mint screen or in the app’s form.',
  },
  'not-documented': {
    what: 'Nobody outside Coze knows',
    why: 'This answer is not documented.',
    todo: 'Give support the log ID.',
  },
};
