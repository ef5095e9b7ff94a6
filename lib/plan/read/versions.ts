import 'server-only';
import { type Actor, isMember } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanAsOf } from '../log/as-of';
import { comparePlans, type ToldDifference } from '../log/difference';
import { getPlanAsOf, type Moment } from './as-of';
import type { PlanFrame } from './frame';
import { getImage } from './image';
import { getReferences } from './references';

/** A named version of the plan. */
export type Version = Moment & {
  id: string;
  name: string;
  /** Head of the chain then; what was printed with it must be found in the log. */
  planHash: string;
  at: string;
  by: string;
};

/** Named versions, newest first. */
export async function listVersions(actor: Actor, frame: PlanFrame): Promise<Version[]> {
  const { regionId } = actor;
  const rows = await database(regionId).snapshot.findMany({
    where: { regionId, planId: isMember(actor) ? frame.plan.id : '' },
    orderBy: [{ planRevision: 'desc' }, { at: 'desc' }],
    select: {
      ...{ id: true, name: true, planRevision: true, regionRevision: true, planHash: true, at: true },
      author: { select: { name: true } },
    },
  });
  return rows.map(({ author, at, ...row }) => ({ ...row, at: at.toISOString(), by: author.name }));
}

/** A side of a comparison: a named version, or the plan as it stands. */
export type Side = { version: Version | null; plan: PlanAsOf };

/** The address part of the plan as it stands. */
export const now = 'sekarang';

/** The plan at a named version, or (`sekarang`) as it stands; null when there is no such version. */
export async function getSide(actor: Actor, frame: PlanFrame, id: string): Promise<Side | null> {
  if (id === now) return { version: null, plan: await present(actor, frame) };
  const version = (await listVersions(actor, frame)).find(one => one.id === id);
  return version ? { version, plan: await getPlanAsOf(actor, frame, version) } : null;
}

async function present(actor: Actor, frame: PlanFrame): Promise<PlanAsOf> {
  const { items } = await getImage(actor, frame);
  const { nodes } = await getReferences(actor, frame);
  const ordered = <Row extends object>(rows: readonly Row[]) =>
    rows.map((row, position) => ({ ...row, position }));
  return {
    plan: { name: frame.plan.name, baselineYear: frame.plan.baselineYear, years: frame.plan.years },
    items: [...items],
    dimensions: ordered(frame.dimensions),
    subdimensions: ordered(frame.subdimensions),
    departments: frame.departments,
    references: [...nodes.values()],
  };
}

/** What of each item changed since a version: whether it is new, and what its fields said then. */
export async function getMarks(actor: Actor, frame: PlanFrame, id: string | undefined) {
  if (!id) return null;
  const side = await getSide(actor, frame, id);
  if (!side?.version) return null;
  const [image, after] = [await getImage(actor, frame), await present(actor, frame)];
  const marks = image.once(`marks ${id}`, () => marksOf(comparePlans(side.plan, after)));
  return { id, version: side.version, marks };
}

function marksOf(differences: readonly ToldDifference[]) {
  return new Map(
    differences
      .filter(({ what }) => what !== 'removed')
      .map(({ id, what, fields }) => [
        id,
        { isNew: what === 'added', before: new Map(fields.map(({ field, before }) => [field, before])) },
      ]),
  );
}
