import 'server-only';
import { type Actor, formerDepartments, ownDepartments } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { bodyOf, planStream } from '../log/body';
import type { PlanFrame } from './frame';
import { getImage } from './image';

/** Items that went from one department to another when the first one ended, told together. */
export type PassedOn = {
  id: string;
  from: string;
  to: string;
  /** The decree, in words. */
  basis: string;
  by: string;
  at: string;
  items: number;
  /** The plan's revision of the last of them. */
  revision: number;
  /** They came to this person's department; else they left it. */
  isToMine: boolean;
};

const most = 2_000;

/** What came to this person's departments, or left one that has ended, by succession; the latest first. */
export async function listPassedOn(actor: Actor, frame: PlanFrame): Promise<PassedOn[]> {
  const { regionId } = actor;
  const [own, former] = [ownDepartments(actor), formerDepartments(actor)];
  const mine = (await getImage(actor, frame)).items.filter(
    ({ predecessorIds = [], departmentId }) =>
      predecessorIds.length > 0 &&
      (own.includes(departmentId) || predecessorIds.some(id => former.includes(id))),
  );
  if (mine.length === 0) return [];
  const events = await database(regionId).event.findMany({
    where: {
      ...{ regionId, stream: planStream(frame.plan.id), action: 'succeed', subjectType: 'item' },
      subjectId: { in: mine.map(({ id }) => id) },
    },
    orderBy: { revision: 'desc' },
    take: most,
    select: { revision: true, body: true },
  });
  const groups = new Map<string, PassedOn>();
  for (const { revision, body } of events) {
    const { actor: author, at, note, changes } = bodyOf({ body });
    const owner = changes.find(({ path }) => path === 'departmentId');
    const [from, to] = [String(owner?.before ?? ''), String(owner?.after ?? '')];
    if (!owner || !(own.includes(to) || former.includes(from))) continue;
    const id = [from, to, note].join(' ');
    const known = groups.get(id);
    if (known) known.items += 1;
    else
      groups.set(id, {
        ...{ id, from: frame.departmentCode(from), to: frame.departmentCode(to), basis: note ?? '' },
        ...{ by: author.name, at, items: 1, revision, isToMine: own.includes(to) },
      });
  }
  return [...groups.values()];
}
