import { createHash } from 'node:crypto';

/** A short name for a text: two that bear the same say the same. */
export const sealOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);
