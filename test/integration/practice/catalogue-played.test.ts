import { describe, expect, test } from 'vitest';
import { apiEndpoints } from '../../../electron/practice/api/api-routes.ts';
import { endpointsNotPlayed } from '../../../electron/practice/api/not-played.ts';
import { endpoints } from '../../../shared/coze/endpoints.ts';
import { clientId, startPracticeBench } from './practice-bench.ts';
import { agentShapes } from './shapes/agent-shapes.ts';
import { audioShapes } from './shapes/audio-shapes.ts';
import { commerceShapes } from './shapes/commerce-shapes.ts';
import { enterpriseShapes } from './shapes/enterprise-shapes.ts';
import { knowledgeShapes } from './shapes/knowledge-shapes.ts';
import { pluginShapes } from './shapes/plugin-shapes.ts';
import { workflowShapes } from './shapes/workflow-shapes.ts';
import { workspaceShapes } from './shapes/workspace-shapes.ts';

const bench = startPracticeBench();

const tokenIds = ['oauth_token_jwt', 'oauth_token_jwt_account', 'oauth_token_jwt_enterprise'];
/** The token endpoint answers these with `unsupported_grant_type`, as documented. */
const grantsNotPlayed = ['oauth_token_code', 'oauth_token_refresh', 'oauth_token_device'];
const notPlayed = [...grantsNotPlayed, ...endpointsNotPlayed];

const isPlayed = (id: string, method: string, path: string) =>
  tokenIds.includes(id) ||
  (!grantsNotPlayed.includes(id) &&
    apiEndpoints.some((endpoint) => endpoint.method === method && endpoint.path === path));

describe('each of the 131 entries of the catalogue', () => {
  test('is either played or refused by name', () => {
    expect(endpoints).toHaveLength(131);
    const wrong = endpoints.filter(
      ({ id, method, path }) => isPlayed(id, method, path) === notPlayed.includes(id),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('is played with the permissions that it names, or with one of several by kind', () => {
    const wrong = apiEndpoints.filter((played) => {
      const entry = endpoints.find(({ method, path }) => method === played.method && path === played.path);
      return (entry?.permission ?? '') !== played.permissions.join(' + ');
    });
    expect(wrong.map(({ path }) => path).toSorted()).toEqual([
      '/v1/bots/:bot_id/unpublish',
      '/v1/entities/copy_tasks',
    ]);
  });

  test('has its answer checked field by field where it is not a chat, a stream or a sound', () => {
    const shapes = {
      ...agentShapes,
      ...audioShapes,
      ...commerceShapes,
      ...enterpriseShapes,
      ...knowledgeShapes,
      ...pluginShapes,
      ...workflowShapes,
      ...workspaceShapes,
    };
    const elsewhere = ['auth', 'conversations_messages', 'chat', 'users'];
    const unchecked = endpoints
      .filter(({ id, group }) => !(id in shapes) && !notPlayed.includes(id) && !elsewhere.includes(group))
      .map(({ id }) => id);
    expect(unchecked).toEqual(['workflow_stream_run', 'workflow_resume', 'workflow_chat', 'text_to_speech']);
  });
});

describe('what is not played', () => {
  test.each(endpointsNotPlayed.map((id) => endpoints.find((entry) => entry.id === id)))(
    'is refused by name: $id',
    async (entry) => {
      const {
        method,
        path,
        name_en: name,
        id,
      } = entry ?? endpoints[0] ?? { method: '', path: '', name_en: '', id: '' };
      const answer = await bench.call(method, path);
      expect(answer.status).toBe(501);
      expect(answer.json).toMatchObject({
        code: 4200,
        msg: `Practice Coze does not play this one: ${name} (${id})`,
      });
      expect(bench.practice.log().at(-1)?.refusal?.undocumented).toEqual(['status', 'code', 'message']);
    },
  );

  test.each(['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'])(
    'is refused by the name of its grant: %s',
    async (grant_type) => {
      const answer = await bench.exchange({ body: { grant_type, client_id: clientId } });
      expect(await answer.json()).toMatchObject({
        error_code: 'unsupported_grant_type',
        error_message: `not supported grant type: ${grant_type}`,
      });
    },
  );
});

describe('every endpoint with a permission', () => {
  test('refuses a token without it, and names it', async () => {
    const token = await bench.mint({ scope: { account_permission: { permission_list: ['none'] } } });
    const guarded = apiEndpoints.filter(({ permissions }) => permissions.length > 0);
    expect(guarded.length).toBeGreaterThan(90);
    for (const { method, path, permissions } of guarded) {
      const filled = path.replace(/:\w+/g, '7');
      const answer = await bench.call(method, filled, { token });
      const seen = { path, code: answer.json.code, named: answer.json.msg.endsWith(` ${permissions[0]}`) };
      expect(seen).toEqual({ path, code: 4101, named: true });
    }
  });
});
