import { describe, expect, it } from 'vitest';
import {
  checkForm,
  exampleBody,
  filledPath,
  requestOf,
  startingForm,
  unsendable,
} from '../../../renderer/console/request-form.ts';
import { type Endpoint, endpoints } from '../../../shared/coze/endpoints.ts';

function endpoint(path: string, method: string): Endpoint {
  const found = endpoints.find((entry) => entry.path === path && entry.method === method);
  if (!found) throw new Error(`no endpoint ${method} ${path}`);
  return found;
}

const chat = endpoint('/v3/chat', 'POST');
const getBot = endpoint('/v1/bots/:bot_id', 'GET');
const listBots = endpoint('/v1/bots', 'GET');

describe('filledPath', () => {
  it('encodes a value so that it stays one segment', () => {
    const form = { ...startingForm(getBot), path: { bot_id: ' ../a b/c?d ' } };
    expect(filledPath(getBot, form)).toBe('/v1/bots/..%2Fa%20b%2Fc%3Fd');
  });

  it('leaves the name where the value is missing', () => {
    expect(filledPath(getBot, startingForm(getBot))).toBe('/v1/bots/:bot_id');
  });
});

describe('checkForm', () => {
  it('names what is missing', () => {
    expect(checkForm(getBot, startingForm(getBot)).missing).toContain('bot_id');
  });

  it('names the placeholders that still stand in the body', () => {
    expect(checkForm(chat, startingForm(chat)).placeholders).toEqual(['<bot_id>', '<user_id>', '<text>']);
  });

  it('places a mistake in the body', () => {
    const form = { ...startingForm(chat), body: '{\n  "a": ,\n}' };
    expect(checkForm(chat, form).bodyError).toMatchObject({ line: 2 });
  });
});

describe('requestOf', () => {
  it('sends ids digit by digit, in path, query and body', () => {
    const form = {
      ...startingForm(chat),
      query: { conversation_id: '7428668101234567891' },
      body: '{"bot_id": 7428668109876543213}',
      headers: [
        { id: 1, name: ' X-A ', value: 'b' },
        { id: 2, name: '', value: 'dropped' },
      ],
    };
    expect(requestOf(chat, form, { kind: 'token', tokenId: 't-1' })).toEqual({
      source: { kind: 'token', tokenId: 't-1' },
      method: 'POST',
      path: '/v3/chat',
      query: [['conversation_id', '7428668101234567891']],
      headers: [['X-A', 'b']],
      body: '{"bot_id": 7428668109876543213}',
    });
  });

  it('leaves out what is empty', () => {
    const request = requestOf(
      listBots,
      { ...startingForm(listBots), query: { page_num: '' }, body: ' ' },
      { kind: 'app', appId: 'a' },
    );
    expect(request).toMatchObject({ query: [], body: null });
  });
});

describe('exampleBody', () => {
  it('starts a chat without a stream', () => {
    expect(exampleBody(chat)).toContain('"stream": false');
  });
});

describe('unsendable', () => {
  it('sends every plain endpoint of the API host and says why not for the rest', () => {
    const reasons = new Set(endpoints.map(unsendable));
    expect(reasons).toEqual(new Set([null, 'websocket', 'multipart', 'other-host']));
    expect(endpoints.filter((entry) => unsendable(entry) === null).length).toBeGreaterThan(115);
  });
});
