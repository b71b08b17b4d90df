import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const path = fileURLToPath(new URL('../../shared/coze/endpoints.json', import.meta.url));

const word = z.string().trim().min(1);
const parameter = z.strictObject({ name: word, type: word });
const enumerated = z.array(z.union([z.string(), z.number().int()])).min(1);

const endpoint = z.strictObject({
  group: word,
  group_zh: word,
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name_en: word,
  name_zh: z.string().regex(/\p{Script=Han}/u),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  path: z.string().regex(/^\/\S+$/),
  host: z.url().nullable(),
  permission: z.string().nullable(),
  permissions: z.array(word).nullable(),
  pathParams: z.array(parameter),
  query: z.array(parameter.extend({ required: z.boolean(), enum: enumerated.optional() })),
  body: z
    .strictObject({
      contentType: z.enum(['application/json', 'multipart/form-data']),
      example: z.record(z.string(), z.json()),
      fields: z.array(
        parameter.extend({
          required: z.boolean(),
          enum: enumerated.optional(),
          keys: z.array(word).optional(),
        }),
      ),
    })
    .nullable(),
  streaming: z.enum(['sse', 'ws', 'binary', 'multipart']).nullable(),
  source: z.array(word).min(1),
  channelToken: z.boolean().nullable(),
  notes: z.array(word).optional(),
});

const raw = z.array(z.record(z.string(), z.json())).parse(JSON.parse(readFileSync(path, 'utf8')));
const rows = raw.map((entry) => [String(entry['id']), entry] as const);

describe('the endpoint catalogue', () => {
  it('has 131 entries', () => {
    expect(raw).toHaveLength(131);
  });

  it.each(rows)('%s has every field that the schema names, and no other', (_, entry) => {
    expect(endpoint.safeParse(entry).error?.issues).toBeUndefined();
  });

  it('gives each entry an id of its own', () => {
    const ids = rows.map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists exactly the parameters that each path has', () => {
    const odd = z
      .array(endpoint)
      .parse(raw)
      .filter(({ path: template, pathParams }) => {
        const inPath = [...template.matchAll(/:([A-Za-z_]+)|\{([A-Za-z_]+)\}/g)].map(
          ([, colon, brace]) => colon ?? brace,
        );
        return (
          inPath.sort().join() !==
          pathParams
            .map(({ name }) => name)
            .sort()
            .join()
        );
      });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });
});
