import 'server-only';
import { type Actor, can, isMember } from '@/lib/access/policy';
import type { Endorsement } from '@/lib/council/read/endorsements';
import { database } from '@/lib/database/client';
import type { PlanItem } from '@/lib/plan/item';
import { type ItemKind, textOf } from '@/lib/plan/kinds/kind';
import type { DimensionView, PlanFrame } from '@/lib/plan/read/frame';
import { getEverything } from '@/lib/plan/read/image';
import type { Status } from '@/lib/plan/workflow';
import { checklistOf, type Given, ipmDoubts, type Line } from '../checklist';
import { getGiven } from './given';

/** An item that stands in the way; a colleague's draft says only whose it is. */
export type Concerned = {
  id: string;
  kind: ItemKind;
  /** null: this person may not read it. */
  title: string | null;
  owner: string;
  status: Status;
  version: number;
};

export type SubdimensionRow = {
  id: string;
  code: string;
  name: string;
  explanation: string | null;
  /** It is empty, and nothing explains why. */
  isOpen: boolean;
};

/** What the page about the act shows. */
export type Ratification = {
  lines: Line[];
  /** Those that stand in the way, by key. */
  concerned: ReadonlyMap<string, Concerned>;
  leftOut: (Concerned & { reason: string })[];
  dimensions: (DimensionView & { endorsement: Endorsement | null })[];
  subdimensions: SubdimensionRow[];
  ipm: { doubts: string[]; explanation: string | null };
  /** The version that was named last: of a ratified plan the one that the act left. */
  version: { id: string; name: string } | null;
  amendment: Amendment | null;
};

/** What this plan amends, with the paper that asked for it and why. */
export type Amendment = {
  number: string | null;
  reason: string;
  of: string;
  /** The old plan as its act left it. */
  version: { id: string; name: string } | null;
};

/** How far the draft is from the act; null for who belongs to no region. */
export async function getRatification(
  actor: Actor,
  frame: PlanFrame,
  given?: Given,
): Promise<Ratification | null> {
  if (!isMember(actor)) return null;
  const stored = await getStored(actor, frame);
  const { items } = await getEverything(actor, frame);
  const all = [...items.values()];
  const plan = { ...frame.plan, ipmExplanation: stored.ipmExplanation };
  const explained = new Map(stored.explained.map(({ id, explanation }) => [id, explanation]));
  const subdimensions = frame.subdimensions.map(one => ({
    ...one,
    explanation: explained.get(one.id) ?? null,
  }));
  const asked = given ?? (await getGiven(actor, frame));
  // Its sentences hold figures, so each reads those of what they may read; whether it is met is the same for all.
  const readable = all.filter(item => can.read(actor, item, frame));
  const doubts = ipmDoubts(readable, frame.plan);
  const lines = checklistOf({ items: all, dimensions: frame.dimensions, subdimensions, plan }, asked).map(
    line => (line.key === 'ipm' && !line.isMet ? { ...line, open: doubts } : line),
  );
  const view = (item: PlanItem) => viewOf(actor, frame, item);
  const open = new Set(lines.flatMap(line => line.open));
  const missing = new Set(lines.find(({ key }) => key === 'subdimensions')?.open);
  return {
    lines,
    concerned: new Map(all.filter(({ id }) => open.has(id)).map(item => [item.id, view(item)])),
    leftOut: all.flatMap(item =>
      item.leftOutReason !== null && item.archivedAt === null
        ? [{ ...view(item), reason: item.leftOutReason }]
        : [],
    ),
    dimensions: frame.dimensions.map(one => ({
      ...one,
      endorsement: asked.endorsements.get(one.id) ?? null,
    })),
    subdimensions: subdimensions.map(({ id, code, name, explanation }) => ({
      ...{ id, code, name, explanation, isOpen: missing.has(id) },
    })),
    ipm: { doubts, explanation: stored.ipmExplanation },
    ...{ version: stored.version, amendment: stored.amendment },
  };
}

function viewOf(actor: Actor, frame: PlanFrame, item: PlanItem): Concerned {
  const { id, kind, status, version, departmentId, fields } = item;
  return {
    ...{ id, kind, status, version, owner: frame.departmentCode(departmentId) },
    title: can.read(actor, item, frame) ? textOf(fields, 'title') : null,
  };
}

const latest = { orderBy: { planRevision: 'desc' }, take: 1, select: { id: true, name: true } } as const;

async function getStored({ regionId }: Actor, frame: PlanFrame) {
  const db = database(regionId);
  const { id } = frame.plan;
  const plan = await db.plan.findUniqueOrThrow({
    where: { regionId_id: { regionId, id } },
    select: {
      ...{ ipmExplanation: true, amendmentNumber: true, amendmentReason: true, snapshots: latest },
      amends: { select: { name: true, snapshots: latest } },
    },
  });
  const explained = await db.subdimension.findMany({
    where: { regionId, planId: id, explanation: { not: null } },
    select: { id: true, explanation: true },
  });
  const { amends, amendmentNumber, amendmentReason, snapshots, ipmExplanation } = plan;
  const amendment: Amendment | null = amends && {
    ...{ number: amendmentNumber, reason: amendmentReason ?? '', of: amends.name },
    version: amends.snapshots[0] ?? null,
  };
  return { ipmExplanation, explained, amendment, version: snapshots[0] ?? null };
}
