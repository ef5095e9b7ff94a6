import 'server-only';
import { type Actor, isMember } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { Prisma } from '@/lib/database/generated/client';
import { inKeysOf, type Lineage, withoutBothLeftOut } from '../log/across-plans';
import type { PlanAsOf } from '../log/as-of';
import { comparePlans, type ToldDifference } from '../log/difference';
import { getPlanAsOf, type Moment } from './as-of';
import type { PlanFrame } from './frame';
import { getImage } from './image';
import { getReferences } from './references';

/** A named version of the plan. */
export type Version = Required<Moment> & {
  id: string;
  name: string;
  /** Head of the chain then; what was printed with it must be found in the log. */
  planHash: string;
  at: string;
  by: string;
};

const named = {
  orderBy: [{ planRevision: 'desc' }, { at: 'desc' }],
  select: {
    ...{
      id: true,
      name: true,
      planId: true,
      planRevision: true,
      regionRevision: true,
      planHash: true,
      at: true,
    },
    author: { select: { name: true } },
  },
} satisfies Prisma.SnapshotFindManyArgs;

type Row = Prisma.SnapshotGetPayload<typeof named>;
const versionOf = ({ author, at, ...row }: Row): Version => ({
  ...{ ...row, at: at.toISOString(), by: author.name },
});

/** Named versions of the current plan, newest first. */
export async function listVersions(actor: Actor, frame: PlanFrame): Promise<Version[]> {
  const { regionId } = actor;
  const where = { regionId, planId: isMember(actor) ? frame.plan.id : '' };
  return (await database(regionId).snapshot.findMany({ where, ...named })).map(versionOf);
}

/** A plan that an amendment has taken the place of; it is read in its versions. */
export type EarlierPlan = { id: string; name: string; versions: Version[] };

/** The plans before the current one with their versions, the latest first. */
export async function listEarlierPlans(actor: Actor, frame: PlanFrame): Promise<EarlierPlan[]> {
  if (!isMember(actor)) return [];
  const plans = await database(actor.regionId).plan.findMany({
    where: { regionId: actor.regionId, ordinal: { lt: frame.plan.ordinal } },
    orderBy: { ordinal: 'desc' },
    select: { id: true, name: true, snapshots: named },
  });
  return plans.map(({ id, name, snapshots }) => ({ id, name, versions: snapshots.map(versionOf) }));
}

/** A side of a comparison: a named version, or the plan as it stands. */
export type Side = { version: Version | null; plan: PlanAsOf };

/** The address part of the plan as it stands. */
export const now = 'sekarang';

/**
 * What leads from one side to the other, in words. Sides of two plans are held against each other item by item, as
 * the amendment copied them.
 */
export async function getDifferences(actor: Actor, before: Side, after: Side): Promise<ToldDifference[]> {
  if (before.plan.plan.id === after.plan.plan.id) return comparePlans(before.plan, after.plan);
  const translated = inKeysOf(before.plan, after.plan, await readLineage(actor));
  return comparePlans(...withoutBothLeftOut(translated, after.plan));
}

async function readLineage({ regionId }: Actor): Promise<Lineage> {
  const copies = await database(regionId).item.findMany({
    where: { regionId, copiedFromId: { not: null } },
    select: { id: true, copiedFromId: true },
  });
  return new Map(copies.map(({ id, copiedFromId }) => [id, copiedFromId ?? '']));
}

/** The plan at a named version of it or of an earlier one, or (`sekarang`) as it stands; null when there is none. */
export async function getSide(actor: Actor, frame: PlanFrame, id: string): Promise<Side | null> {
  if (id === now) return { version: null, plan: await present(actor, frame) };
  const own = (await listVersions(actor, frame)).find(one => one.id === id);
  const earlier = own ? [] : await listEarlierPlans(actor, frame);
  const version = own ?? earlier.flatMap(({ versions }) => versions).find(one => one.id === id);
  return version ? { version, plan: await getPlanAsOf(actor, frame, version) } : null;
}

async function present(actor: Actor, frame: PlanFrame): Promise<PlanAsOf> {
  const { items } = await getImage(actor, frame);
  const { id, name, baselineYear, years, phase } = frame.plan;
  const { nodes } = await getReferences(actor, frame);
  const ordered = <Row extends object>(rows: readonly Row[]) =>
    rows.map((row, position) => ({ ...row, position }));
  return {
    plan: { id, name, baselineYear, years, phase },
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
  // Marked is what changed within one plan; the comparison tells of two.
  if (side.version.planId !== frame.plan.id) return null;
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
