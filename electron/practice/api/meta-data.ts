import { z } from 'zod';
import { refuseCall } from '../refusal.ts';
import type { ApiCall } from './api-endpoint.ts';
import type { MetaData } from './conversations/conversation.ts';

/** At most 16 texts, keys of 1 to 64 and values of 1 to 512 characters. */
export const metaDataSchema = z
  .record(z.string().min(1).max(64), z.string().min(1).max(512))
  .refine((members) => Object.keys(members).length <= 16);

/** Ticks `meta-data`: as {@link metaDataSchema} says (else code 4003), empty when absent. */
export function requireMetaData({ body, sheet }: ApiCall): MetaData {
  const parsed = metaDataSchema.safeParse(body['meta_data'] ?? {});
  return sheet.pass(
    'meta-data',
    parsed.success ? parsed.data : refuseCall(4003, 'meta_data exceeds its limits'),
  );
}
