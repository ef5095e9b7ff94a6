import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';

/** Tells every process on this database who is where; nothing of it is kept. At most 7,900 bytes. */
export async function announce({ regionId }: Actor, said: string): Promise<void> {
  await database(regionId).$executeRaw`SELECT pg_notify('rembug_presence', ${said})`;
}
