import { z } from 'zod';

export const nothing = z.null();
export const id = z.string().min(1).max(64);
