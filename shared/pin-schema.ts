import { z } from 'zod';
import { maxPinName, maxPins, maxPinText } from './pin.ts';

export const pinSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(maxPinName),
  text: z.string().max(maxPinText),
  pinnedAt: z.number().int(),
});

export const pinsSchema = z.array(pinSchema).max(maxPins);
