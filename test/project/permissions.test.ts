import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoints } from '../../shared/coze/endpoints.ts';
import { permissions } from '../../shared/coze/permissions.ts';

const path = fileURLToPath(new URL('../../shared/coze/permissions.json', import.meta.url));

const word = z.string().trim().min(1);

const permission = z.strictObject({
  permission: z.string().regex(/^[A-Za-z]+(\.[A-Za-z]+)?$/),
  meaning_en: word,
  meaning_zh: z.string().regex(/\p{Script=Han}/u),
  resource: word.nullable(),
  action: word,
  docForm: z.enum(['qualified', 'action-only', 'unofficial']),
  scopeUsable: z.boolean().nullable(),
  verifiedInScope: z.boolean(),
  tier: z.literal('enterprise').nullable().optional(),
  groups: z.array(word).optional(),
  endpoints: z.array(word),
  source: z.array(word).min(1),
});

const raw = z.array(z.record(z.string(), z.json())).parse(JSON.parse(readFileSync(path, 'utf8')));
const rows = raw.map((entry) => [String(entry['permission']), entry] as const);

describe('the permission catalogue', () => {
  it('has 109 entries, 108 of them documented', () => {
    expect(raw).toHaveLength(109);
    expect(permissions.filter(({ docForm }) => docForm !== 'unofficial')).toHaveLength(108);
  });

  it.each(rows)('%s has every field that the schema names, and no other', (_, entry) => {
    expect(permission.safeParse(entry).error?.issues).toBeUndefined();
  });

  it('names each permission once', () => {
    const names = rows.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('knows one permission from a documented scope, and one from third parties only', () => {
    const named = (test: (entry: (typeof permissions)[number]) => boolean) =>
      permissions.filter(test).map((entry) => entry.permission);
    expect(named(({ verifiedInScope }) => verifiedInScope)).toEqual(['Connector.botChat']);
    expect(named(({ docForm }) => docForm === 'unofficial')).toEqual(['Connector.botManage']);
  });

  it('holds every permission that an endpoint needs, and points at endpoints that exist', () => {
    const names = new Set(permissions.map((entry) => entry.permission));
    const needed = endpoints.flatMap((endpoint) => (endpoint.permission ?? '').split(' + ').filter(Boolean));
    expect(needed.filter((name) => !names.has(name))).toEqual([]);
    const ids = new Set(endpoints.map(({ id }) => id));
    expect(permissions.flatMap((entry) => entry.endpoints).filter((id) => !ids.has(id))).toEqual([]);
  });
});
