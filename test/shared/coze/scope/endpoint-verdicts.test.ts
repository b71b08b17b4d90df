import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../../shared/coze/endpoints.ts';
import { judgeEndpoints, type VerdictKind } from '../../../../shared/coze/scope/endpoint-verdicts.ts';
import { readScope } from '../../../../shared/coze/scope/read-scope.ts';

const verdictsOf = (scope: string, isChannel = true) => judgeEndpoints(readScope(scope), isChannel);
const verdict = (id: string, scope: string, isChannel = true) => {
  const found = verdictsOf(scope, isChannel).find(({ endpoint }) => endpoint.id === id);
  return found && [found.kind, found.reason];
};
const list = (...names: string[]) => JSON.stringify({ account_permission: { permission_list: names } });
const count = (scope: string, kind: VerdictKind, isChannel = true) =>
  verdictsOf(scope, isChannel).filter((entry) => entry.kind === kind).length;

describe('which endpoints a scope allows', () => {
  it('is said of every endpoint that takes a token', () => {
    expect(verdictsOf(list('Connector.botChat'))).toHaveLength(
      endpoints.filter(({ group }) => group !== 'auth').length,
    );
  });

  it('takes Connector.botChat for chat, as the documentation does', () => {
    const scope = list('Connector.botChat');
    expect(verdict('chat_v3', scope)).toEqual(['allowed', 'named']);
    expect(verdict('streaming_chat_api', scope)).toEqual(['allowed', 'named']);
    expect(verdict('list_message', scope)).toEqual(['not-named', 'other-permission']);
    expect(verdict('create_bot', scope)).toEqual(['not-named', 'other-permission']);
    expect(verdict('list_plugin', scope)).toEqual(['allowed', 'no-permission']);
    expect(verdict('users_me', scope)).toEqual(['unknown', 'undocumented']);
    expect(verdict('get_plugin', scope)).toEqual(['refused', 'channel-token']);
  });

  it('names what is needed as it is written inside a scope, for channel apps only', () => {
    const needs = (isChannel: boolean) =>
      verdictsOf(list('Connector.botChat'), isChannel).find(({ endpoint }) => endpoint.id === 'chat_v3')
        ?.needs;
    expect(needs(true)).toEqual([['Connector.botChat']]);
    expect(needs(false)).toEqual([['chat']]);
  });

  it('claims nothing for names that no source shows in a scope', () => {
    expect(verdict('create_bot', list('createBot'))).toEqual(['unknown', 'unverified']);
    expect(verdict('list_message', list('Connector.botChat', 'listMessage'))).toEqual([
      'unknown',
      'unverified',
    ]);
    expect(verdict('chat_v3', list('chat'))).toEqual(['unknown', 'unverified']);
    const elsewhere = '{"workspace_permission":{"permission_list":["createBot"]}}';
    expect(verdict('create_bot', elsewhere)).toEqual(['unknown', 'unverified']);
  });

  it('takes one of several sets where the documentation means one of them', () => {
    const scope = list('Connector.disconnectBot');
    expect(verdict('unpublish_agent', scope)).toEqual(['unknown', 'unverified']);
    expect(verdict('copy_resource_task', list('Bot.duplicate'))).toEqual(['not-named', 'other-permission']);
    expect(verdict('copy_resource_task', list('Bot.duplicate', 'Workspace.createBot'))).toEqual([
      'unknown',
      'unverified',
    ]);
  });

  it('is left to the app without a scope, and where a scope has no effect', () => {
    expect(verdict('create_bot', '')).toEqual(['allowed', 'app-decides']);
    expect(verdict('get_plugin', '')).toEqual(['refused', 'channel-token']);
    expect(verdict('get_plugin', list('Connector.botChat'), false)).toEqual(['allowed', 'app-decides']);
  });

  it.each(['{}', list(), '{"account_permission":null}'])('is unknown of %s', (scope) => {
    expect(verdict('chat_v3', scope)).toEqual(['unknown', 'no-list']);
  });

  it('counts the twelve endpoints that refuse channel tokens', () => {
    expect(count('', 'refused')).toBe(12);
    expect(count('', 'refused', false)).toBe(0);
    expect(count(list('Connector.botChat'), 'unknown')).toBe(4);
  });
});
