import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Endpoint, endpoints } from '../../../shared/coze/endpoints.ts';
import { httpMethods } from '../../../shared/http-methods.ts';

/** Entries in each group of Coze's documentation. */
const inGroup = {
  agents_apps: 15,
  workspaces: 6,
  folders: 2,
  enterprise: 10,
  conversations_messages: 13,
  chat: 5,
  workflows: 13,
  files: 2,
  audio: 6,
  audio_websocket: 4,
  voiceprint: 9,
  datasets: 11,
  plugins: 5,
  variables: 2,
  connectors: 3,
  quotas: 3,
  billing: 3,
  callbacks: 7,
  deprecated: 2,
  users: 1,
  templates: 1,
  auth: 8,
} as const;

/** How often each member of the collected documentation occurs, at any depth. */
const members = {
  group: 131,
  group_zh: 131,
  id: 131,
  name_en: 131,
  name_zh: 131,
  method: 131,
  path: 131,
  host: 131,
  permission: 131,
  permissions: 131,
  pathParams: 131,
  query: 131,
  body: 131,
  streaming: 131,
  channelToken: 131,
  source: 131,
  notes: 44,
} as const;

/** The collected documentation as JSON, members in alphabetical order, without white space. */
const sha256 = '99d645aba476276e5edb7be0a3263065331988c62ad0737453c05bccbc1efca4';

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, member]) => [name, inOrder(member)]));
}

const count = (of: (endpoint: Endpoint) => readonly unknown[]) =>
  endpoints.reduce((sum, endpoint) => sum + of(endpoint).length, 0);

describe('the catalogue of endpoints', () => {
  test('is the collected documentation, to the last character', () => {
    expect(
      createHash('sha256')
        .update(JSON.stringify(inOrder(endpoints)))
        .digest('hex'),
    ).toBe(sha256);
  });

  test('has every entry once, in every group', () => {
    expect(new Set(endpoints.map(({ id }) => id)).size).toBe(131);
    const groups: Record<string, number> = {};
    for (const { group } of endpoints) groups[group] = (groups[group] ?? 0) + 1;
    expect(groups).toEqual(inGroup);
  });

  test('has every member of every entry', () => {
    const found: Record<string, number> = {};
    for (const name of endpoints.flatMap((endpoint) => Object.keys(endpoint)))
      found[name] = (found[name] ?? 0) + 1;
    expect(found).toEqual(members);
    expect([
      count(({ pathParams }) => pathParams),
      count(({ query }) => query),
      count(({ body }) => body?.fields ?? []),
      count(({ body }) => (body === null ? [] : [body])),
      count(({ notes }) => notes ?? []),
      count(({ source }) => source),
    ]).toEqual([79, 126, 240, 74, 54, 262]);
  });

  test('holds what its types say', () => {
    for (const endpoint of endpoints) {
      expect(httpMethods, endpoint.id).toContain(endpoint.method);
      expect(endpoint.path, endpoint.id).toMatch(/^\/[\w/:.-]+$/);
      expect([null, 'sse', 'multipart', 'ws', 'binary'], endpoint.id).toContain(endpoint.streaming);
      expect(endpoint.permissions?.join(' + ') ?? null, endpoint.id).toBe(endpoint.permission);
      for (const { name } of endpoint.pathParams) expect(endpoint.path).toContain(`/:${name}`);
    }
  });
});
