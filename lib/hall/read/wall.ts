import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { bodyOf, planStream } from '@/lib/plan/log/body';
import { approvedOf, countsOf, isOverdue, type Tally } from '@/lib/plan/progress';
import { boardOf } from '@/lib/plan/progress-board';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getImage, type Image } from '@/lib/plan/read/image';
import { isHandedIn } from '@/lib/plan/workflow';
import { type ToldOnWall, tellOnWall } from '../told-change';
import { getOpenHall, type OpenHall } from './halls';

/** How far something is: of so many items so many handed in, and of these so many approved. */
export type Share = { items: number; handedIn: number; approved: number };

/** What a wall shows: counts, and what happened as far as everybody may read it. */
export type Wall = {
  /** Where the plan stood; the same as long as nothing of this changed. */
  etag: string;
  name: string;
  stage: { name: string; deadline: string | null } | null;
  total: Share;
  dimensions: (Share & { id: string; code: string; name: string; colour: string })[];
  departments: (Share & { id: string; label: string })[];
  changes: ToldOnWall[];
};

const mostChanges = 12;
const lookedThrough = 80;

/** The name of what a wall shows now, without drawing it; null when no day is open or nobody may look. */
export async function getWallTag(actor: Actor, frame: PlanFrame): Promise<string | null> {
  const found = await behindWall(actor, frame);
  return found && tagOf(found);
}

/** What a wall shows now, as a screen reads it, whoever looks; null when no day is open or nobody may look. */
export async function getWall(actor: Actor, frame: PlanFrame): Promise<Wall | null> {
  const found = await behindWall(actor, frame);
  if (!found) return null;
  const { hall, image } = found;
  const { stage } = frame;
  return {
    etag: tagOf(found),
    name: hall.name,
    stage: stage && { name: stage.name, deadline: stage.deadline },
    ...image.once('wall', () => sharesOf(image, frame)),
    changes: await listChanges(actor, frame, image),
  };
}

type Behind = { hall: OpenHall; image: Image };

async function behindWall(actor: Actor, frame: PlanFrame): Promise<Behind | null> {
  if (!can.watchHall(actor)) return null;
  const hall = await getOpenHall(actor, frame);
  return hall && { hall, image: await getImage(actor, frame) };
}

const tagOf = ({ hall, image }: Behind) => `${image.revision}-${image.reach}-${hall.id}`;

function sharesOf(image: Image, frame: PlanFrame): Pick<Wall, 'total' | 'dimensions' | 'departments'> {
  const tallies: Tally[] = [...image.items, ...image.hidden].map(item => ({ ...item, count: 1 }));
  const departments = frame.departments.map(each => ({ ...each, label: frame.departmentCode(each.id) }));
  const isOver = isOverdue(frame.plan, frame.stage?.deadline ?? null, new Date());
  const around = { isOver, isLocked: frame.isLocked, dimensions: frame.dimensions, departments, own: [] };
  const { totals, groups } = boardOf(tallies, around, { isOpenOnly: false });
  return {
    total: { items: totals.items, handedIn: totals.handedIn, approved: totals.approved },
    dimensions: frame.dimensions.map(({ id, code, name, colour }) => ({
      ...{ id, code, name, colour },
      ...shareOf(tallies.filter(({ dimensionId }) => dimensionId === id)),
    })),
    departments: groups.flatMap(({ rows }) =>
      rows.map(({ id, label, total, handedIn, counts }) => ({
        ...{ id, label, items: total, handedIn, approved: approvedOf(counts) },
      })),
    ),
  };
}

function shareOf(tallies: readonly Tally[]): Share {
  const handedIn = tallies.filter(({ status }) => isHandedIn(status)).length;
  return { items: tallies.length, handedIn, approved: approvedOf(countsOf(tallies)) };
}

/** The latest changes, one for each item and deed, newest first. */
async function listChanges(actor: Actor, frame: PlanFrame, image: Image): Promise<ToldOnWall[]> {
  const { regionId } = actor;
  const events = await database(regionId).event.findMany({
    where: {
      ...{ regionId, stream: planStream(frame.plan.id), subjectType: 'item' },
      revision: { lte: image.revision },
    },
    orderBy: { revision: 'desc' },
    take: lookedThrough,
    select: { body: true },
  });
  const items = new Map(image.items.map(item => [item.id, item]));
  const hidden = new Map(image.hidden.map(item => [item.id, item]));
  const told = new Map<string, ToldOnWall>();
  for (const { subject, action, changes, at } of events.map(bodyOf)) {
    // What was put away meanwhile is in neither.
    const item = items.get(subject.id) ?? hidden.get(subject.id);
    if (!item) continue;
    const who = frame.departmentCode(item.departmentId);
    const one = tellOnWall(item, who, { action, changes, at }, frame.plan);
    const key = `${one.id} ${one.title === null ? '' : one.deed}`;
    if (!told.has(key)) told.set(key, one);
    if (told.size >= mostChanges) break;
  }
  return [...told.values()];
}
