import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixScope, lintScope } from '../../../../shared/coze/scope/lint-scope.ts';

const good =
  '{"account_permission":{"permission_list":["Connector.botChat"]},"attribute_constraint":{"connector_bot_chat_attribute":{"bot_id_list":["7342866812345678901"]}}}';
const bots = (list: string) =>
  `{"account_permission":{"permission_list":["Connector.botChat"]},"attribute_constraint":{"connector_bot_chat_attribute":{"bot_id_list":${list}}}}`;
const permissions = (list: string) => good.replace('["Connector.botChat"]', list);
const codes = (text: string, isChannel = true) => lintScope(text, isChannel).map(({ code }) => code);
const finding = (text: string, code: string) => lintScope(text, true).find((entry) => entry.code === code);

describe('what is said about a scope', () => {
  it('is nothing of the documented one, and of none at all', () => {
    expect(codes(good)).toEqual([]);
    expect(codes('')).toEqual([]);
    expect(codes(' \n')).toEqual([]);
  });

  it.each([
    ['{"a":', ['invalid-json']],
    ['[]', ['not-an-object']],
    ['"x"', ['not-an-object']],
    ['{}', ['scope-empty']],
    [`{"scope":${good}}`, ['whole-request']],
    [`{"grant_type":"x","duration_seconds":900,"scope":${good}}`, ['whole-request']],
    ['{"scope":"x"}', ['permissions-missing', 'member-unknown', 'bots-missing']],
    [good.replace('{"account', '{"scope":{},"account'), ['member-unknown']],
    ['{"account_permission":[]}', ['not-an-object', 'bots-missing']],
    ['{"account_permission":{}}', ['permissions-missing', 'bots-missing']],
    ['{"account_permission":null}', ['permissions-missing', 'null-member', 'bots-missing']],
    ['{"account_permission":{"permission_list":["Connector.botChat"]}}', ['bots-missing']],
    [
      `{"a":${'['.repeat(40)}${']'.repeat(40)}}`,
      ['too-deep', 'permissions-missing', 'member-unknown', 'bots-missing'],
    ],
    [bots('[]'), ['list-empty']],
    [bots('"7342866812345678901"'), ['not-a-list']],
    [bots('{}'), ['not-a-list']],
    [bots('null'), ['null-member', 'bots-missing']],
    [bots('[7342866812345678901]'), ['entry-is-number']],
    [bots('[true,["1"]]'), ['entry-not-text']],
    [bots('["1","1"]'), ['entry-repeated']],
    [bots('[" 1 ",""]'), ['entry-empty', 'entry-spaces']],
    [bots('["bot_id_1"]'), ['id-not-digits']],
    [bots('["9223372036854775808"]'), ['id-beyond-64-bit']],
    [permissions('["chat"]'), ['permission-is-chat']],
    [permissions('["made.up"]'), ['permission-unknown']],
    [permissions('["createBot","listBot"]'), ['permission-unverified']],
    [permissions('["Connector.botManage"]'), ['permission-unofficial']],
    [permissions('["listWorkspace"]'), ['permission-unverified', 'permission-refused']],
    [
      '{"workspace_permission":{"workspace_id_list":["1"],"permission_list":["Connector.botChat"]}}',
      ['bots-missing', 'sdk-only'],
    ],
    [good.replace('{"account', '{"x":1,"account'), ['member-unknown']],
    [good.replace('permission_list', 'permissionList'), ['permissions-missing', 'member-misspelt']],
    [good.replace('{"account', '{"account_permission":{},"account'), ['member-repeated']],
    [good.replace('{"account', '{"x":9007199254740993,"account'), ['number-inexact', 'member-unknown']],
  ])('of %s is %j', (text, expected) => {
    expect(codes(text).toSorted()).toEqual(expected.toSorted());
  });

  it('leaves channel tokens out for other apps', () => {
    expect(codes(permissions('["listWorkspace"]'), false)).toEqual(['permission-unverified']);
  });

  it('points at each place in the text', () => {
    const text = bots('["1",7,"1"]');
    const at = (code: string) => finding(text, code)?.places.map(({ from, to }) => text.slice(from, to));
    expect(at('entry-is-number')).toEqual(['7']);
    expect(at('entry-repeated')).toEqual(['"1"']);
  });
});

describe('a fix', () => {
  it('takes the scope out of a request body that was pasted whole', () => {
    const text = finding(`{"duration_seconds":900,"scope":${good}}`, 'whole-request')?.fix?.text ?? '';
    expect(JSON.parse(text)).toEqual(JSON.parse(good));
    expect(text).toContain('"7342866812345678901"');
  });

  it.each([
    ['entry-is-number', bots('[7342866812345678901,"2"]'), bots('["7342866812345678901","2"]')],
    ['not-a-list', bots('7342866812345678901'), bots('["7342866812345678901"]')],
    ['not-a-list', bots('"1"'), bots('["1"]')],
    ['entry-repeated', bots('["1","2","1"]'), bots('["1","2"]')],
    ['entry-spaces', bots('[" 1\\n","2"]'), bots('["1","2"]')],
    ['entry-empty', bots('["","2"]'), bots('["2"]')],
    ['permission-is-chat', permissions('["chat"]'), good],
    ['permission-unknown', permissions('["botchat"]'), good],
    ['permission-unknown', permissions('["connector.botChat"]'), good],
    ['member-misspelt', good.replace('permission_list', 'permissionList'), good],
    ['member-misspelt', good.replace('bot_id_list', 'bot_id_lists'), good],
    ['null-member', '{"account_permission":null,"x":1}', '{"x":1}'],
    ['number-inexact', '{"x":[9007199254740993]}', '{"x":["9007199254740993"]}'],
  ])('of %s changes that and nothing else', (code, text, fixed) => {
    expect(finding(text, code)?.fix?.text).toBe(fixed);
  });

  it('is not offered where several values would be right', () => {
    for (const [code, text] of [
      ['permission-unknown', permissions('["getmetadata"]')],
      ['permission-unknown', permissions('["made.up"]')],
      ['list-empty', bots('[]')],
      ['scope-empty', '{}'],
      ['id-not-digits', bots('["x"]')],
    ] as const) {
      expect([code, finding(text, code)?.fix]).toEqual([code, null]);
    }
  });

  it('of everything ends, and leaves nothing that has a fix', () => {
    const piece = fc.constantFrom(
      'chat',
      '7',
      '"7"',
      'null',
      '["chat","chat",1," 2 "]',
      '{}',
      '[[1]]',
      '"permissionList"',
    );
    const scope = fc
      .record({
        list: piece,
        ids: piece,
        whole: piece,
        name: fc.constantFrom('permission_list', 'permissionLists'),
      })
      .map(
        ({ list, ids, whole, name }) =>
          `{"account_permission":{"${name}":${list === 'chat' ? '"chat"' : list}},"attribute_constraint":{"connector_bot_chat_attribute":{"bot_id_list":${ids === 'chat' ? '[1]' : ids}}},"x":${whole === 'chat' ? '9007199254740993' : whole}}`,
      );
    fc.assert(
      fc.property(scope, (text) => {
        const left = lintScope(fixScope(text, true), true);
        expect(left.filter(({ fix }) => fix !== null)).toEqual([]);
      }),
    );
  });

  it('never fails, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => Array.isArray(lintScope(text, true))));
  });
});
