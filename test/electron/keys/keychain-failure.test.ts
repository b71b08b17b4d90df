import { describe, expect, it } from 'vitest';
import { keychainFailure } from '../../../electron/keys/keychain-failure.ts';

describe('the words of a keychain are told apart', () => {
  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain/unavailable', 'no-bus'],
    ['Could not connect: No such file or directory', 'keychain/unavailable', 'no-bus'],
    ['Cannot spawn a message bus without a machine-id', 'keychain/unavailable', 'no-bus'],
    ['Cannot spawn a message bus when setuid', 'keychain/unavailable', 'no-bus'],
    [
      'Error spawning command line “dbus-launch --autolaunch=3d12 --binary-syntax”: Child process exited with code 1',
      'keychain/unavailable',
      'no-bus',
    ],
    [
      'The name org.freedesktop.secrets was not provided by any .service files',
      'keychain/unavailable',
      'no-provider',
    ],
    [
      'GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name is not activatable',
      'keychain/unavailable',
      'no-provider',
    ],
    [
      'GDBus.Error:org.freedesktop.DBus.Error.NoReply: Message recipient disconnected from message bus without replying',
      'keychain/unavailable',
      'no-provider',
    ],
    [
      'Object does not exist at path “/org/freedesktop/secrets/collection/login”',
      'keychain/unavailable',
      'no-collection',
    ],
    ['Cannot create an item in a locked collection', 'keychain/locked', null],
    ['GDBus.Error:org.freedesktop.Secret.Error.IsLocked: The collection is locked', 'keychain/locked', null],
    ['The prompt was dismissed', 'keychain/locked', null],
    ['User interaction is not allowed.', 'keychain/locked', null],
    ['User canceled the operation.', 'keychain/denied', null],
    ['用户已取消此操作。', 'keychain/denied', null],
    ['The user name or passphrase you entered is not correct.', 'keychain/denied', null],
    ['The authorization was denied since no user interaction was possible.', 'keychain/denied', null],
    ['Access is denied.', 'keychain/denied', null],
    ['拒绝访问。', 'keychain/denied', null],
    [
      'No keychain is available. You may need to restart your computer.',
      'keychain/unavailable',
      'no-provider',
    ],
    [
      'A specified logon session does not exist. It may already have been terminated.',
      'keychain/unavailable',
      'no-provider',
    ],
    ['An unknown error occurred.', 'keychain/unavailable', 'other'],
    ['', 'keychain/unavailable', 'other'],
  ])('%j', (words, code, reason) => {
    const { problem } = keychainFailure(new Error(words));
    expect(problem.code).toBe(code);
    expect(problem.params).toEqual(reason === null ? {} : { reason });
    expect(problem.remedies).toContain('hold-for-this-run');
  });
});
