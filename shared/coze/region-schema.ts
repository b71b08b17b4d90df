import { z } from 'zod';
import type { Region } from './region.ts';

/** Checks the shape of a {@link Region}; whether a base URL can be used is `parseBaseUrl`'s to say. */
export const regionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cn') }),
  z.object({ kind: z.literal('com') }),
  z.object({ kind: z.literal('practice') }),
  z.object({ kind: z.literal('custom'), baseUrl: z.string().max(2048) }),
]) satisfies z.ZodType<Region>;
