import 'server-only';
import { database } from '@/lib/database/client';

/** Codes, names and colours of a region's dimensions: the one thing of a plan that is shown before signing in. */
export async function listPublicDimensions(regionId: string) {
  return database(regionId).dimension.findMany({
    where: { regionId },
    orderBy: { position: 'asc' },
    select: { code: true, name: true, icon: true, colour: true },
  });
}
