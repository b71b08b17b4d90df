import { z } from 'zod';

export const nothing = z.null();
export const id = z.string().min(1).max(64);

/** A delete that can be taken back until `expiresAt` (epoch milliseconds). */
export const undoSchema = z.object({ undoId: z.string(), expiresAt: z.number() });
