import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import type { Slip } from '../deed';
import { qrOf } from '../qr';
import { postWords } from '../words';

/**
 * Sheets to hand over, by department and name. The square opens the door with region and user name; a
 * password is in no address.
 * @param passwords one-use passwords by person, as they were just made
 */
export async function drawSlips(
  actor: Actor,
  passwords: ReadonlyMap<string, string>,
  site: string,
): Promise<Slip[]> {
  if (!can.managePeople(actor)) return [];
  const { regionId } = actor;
  const db = database(regionId);
  const { name: region } = await db.region.findUniqueOrThrow({
    where: { id: regionId },
    select: { name: true },
  });
  const people = await db.user.findMany({
    where: { regionId, id: { in: [...passwords.keys()] } },
    orderBy: { name: 'asc' },
    select: {
      ...{ id: true, name: true, username: true, position: true },
      memberships: {
        where: heldToday(),
        orderBy: { id: 'asc' },
        select: {
          ...{ role: true, tenure: true },
          department: { select: { code: true, name: true, kind: true, position: true } },
          dimension: { select: { name: true } },
        },
      },
    },
  });
  const first = ({ memberships: [held] }: (typeof people)[number]) => held?.department?.position ?? -1;
  return people
    .sort((a, b) => first(a) - first(b))
    .map(({ id, name, username, position, memberships }) => ({
      ...{ userId: id, name, username, position, region, site },
      roles: memberships.map(postWords).join(', ') || 'Belum ada peran hari ini',
      password: passwords.get(id) ?? '',
      qr: qrOf(`${site}/masuk?${new URLSearchParams({ daerah: regionId, nama: username })}`),
    }));
}
