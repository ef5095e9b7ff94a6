import { z } from 'zod';
import { plainText } from '@/lib/access/schema';

const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);

export const openHallRequest = z.strictObject({ mutationId: id, stageId: id, day: z.int().min(1).max(99) });
export type OpenHallRequest = z.infer<typeof openHallRequest>;

export const closeHallRequest = z.strictObject({ mutationId: id, hallId: id });
export type CloseHallRequest = z.infer<typeof closeHallRequest>;

export const screenKeyRequest = z.strictObject({ hallId: id });

export const screenForm = z.strictObject({ key: plainText(40) });
