import { describe, expect, it } from 'vitest';
import { formOf, type MintForm, readMintForm } from '../../../renderer/mint/mint-form.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';

const empty: MintForm = formOf(defaultMintOptions);

describe('readMintForm', () => {
  it('reads the defaults back as they were', () => {
    expect(readMintForm(empty).options).toEqual(defaultMintOptions);
  });

  it.each(['1', '900', ' 86399 '])('takes a lifetime of %s', (duration) => {
    expect(readMintForm({ ...empty, duration }).options?.durationSeconds).toBe(Number(duration));
  });

  it.each(['', '0', '-1', '86400', '1.5', '9e2', '九百', '0x10'])('refuses a lifetime of %j', (duration) => {
    expect(readMintForm({ ...empty, duration })).toMatchObject({ options: null, durationWrong: true });
  });

  it('refuses a session name that is too long, and does not cut it', () => {
    const sessionName = 'x'.repeat(1024);
    expect(readMintForm({ ...empty, sessionName: ` ${sessionName} ` }).options?.sessionName).toBe(
      sessionName,
    );
    expect(readMintForm({ ...empty, sessionName: `${sessionName}y` })).toMatchObject({
      options: null,
      sessionTooLong: true,
    });
  });

  it('needs a value for a device', () => {
    const form: MintForm = { ...empty, deviceKind: 'device-id', deviceValue: '  ' };
    expect(readMintForm(form)).toMatchObject({ options: null, deviceWrong: true });
    expect(readMintForm({ ...form, deviceValue: ' 1234567890 ' }).options?.device).toEqual({
      kind: 'device-id',
      value: '1234567890',
    });
  });

  it('keeps members of a scope that no document names', () => {
    const scope =
      '{"account_permission":{"permission_list":["Connector.botChat"]},"workflow_permission":{"x":1}}';
    expect(readMintForm({ ...empty, scope }).options?.scope).toEqual({
      account_permission: { permission_list: ['Connector.botChat'] },
      workflow_permission: { x: 1 },
    });
  });

  it.each([
    '[]',
    'null',
    '"chat"',
    '{"account_permission":[]}',
    '{"account_permission":{"permission_list":"chat"}}',
    '{"attribute_constraint":{"connector_bot_chat_attribute":{"bot_id_list":[1]}}}',
    '{',
  ])('refuses the scope %s by its shape', (scope) => {
    expect(readMintForm({ ...empty, scope })).toMatchObject({ options: null, scopeWrong: 'shape' });
  });

  it('takes a preset by its id, as it is at that moment', () => {
    const preset = { id: 'p', name: 'Chat', scope: '{ "account_permission": { "permission_list": ["a"] } }' };
    const form: MintForm = { ...empty, scope: '{', preset: 'p' };
    expect(readMintForm(form, [preset]).options?.scope).toEqual({
      account_permission: { permission_list: ['a'] },
    });
    expect(readMintForm(form, [{ ...preset, scope: '{}' }]).options?.scope).toEqual({});
    expect(readMintForm(form, [])).toMatchObject({ options: null, scopeWrong: 'gone' });
    const numbers = '{"attribute_constraint":{"connector_bot_chat_attribute":{"bot_id_list":[7]}}}';
    expect(readMintForm(form, [{ ...preset, scope: numbers }]).scopeWrong).toBe('shape');
  });

  it('finds the preset again that was minted with', () => {
    const presets = [
      { id: 'x', name: 'Other', scope: '{}' },
      { id: 'p', name: 'Chat', scope: '{"account_permission":{"permission_list":["a"]}}' },
    ];
    const options = { ...defaultMintOptions, scope: { account_permission: { permission_list: ['a'] } } };
    expect(formOf(options, presets).preset).toBe('p');
    expect(formOf({ ...options, scope: { y: 1 } }, presets)).toMatchObject({ preset: null });
    expect(formOf(defaultMintOptions, presets).preset).toBeNull();
  });

  it('refuses an integer whose digits would get lost', () => {
    const scope = '{"bot":7428668101234567891}';
    expect(readMintForm({ ...empty, scope })).toMatchObject({ options: null, scopeWrong: 'digits' });
  });
});
