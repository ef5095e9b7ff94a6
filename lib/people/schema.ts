import { z } from 'zod';
import { plainText } from '@/lib/access/schema';

export const passwordForm = z.strictObject({
  current: plainText(500),
  wanted: plainText(500),
  repeated: plainText(500),
});

export const sessionForm = z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) });
