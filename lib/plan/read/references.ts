import 'server-only';
import { type Actor, readsPlan } from '@/lib/access/policy';
import { inForceToday, today } from '@/lib/access/tenure';
import { database, type Source } from '@/lib/database/client';
import type { ReferenceNode, References } from '../references';
import type { PlanFrame } from './frame';

type Stored = {
  trees: (Omit<References['trees'][number], 'date' | 'repealedAt' | 'isInForce'> & {
    date: Date | null;
    repealedAt: Date | null;
  })[];
  nodes: ReadonlyMap<string, ReferenceNode>;
};

const shared = globalThis as typeof globalThis & { rembugReferences?: Map<string, Promise<Stored>> };
const most = 16;

/** Whether a tree of the regional plan is in force, so that goals and targets are asked for their link. */
export async function hasReference(source: Source, actor: Actor): Promise<boolean> {
  const { regionId } = actor;
  return (await source.referenceTree.count({ where: { regionId, ...inForceToday() } })) > 0;
}

/**
 * The trees of the regional plan with all their nodes. Everybody of the region reads them, and they change only
 * with the region's revision, so a process reads them once for each.
 */
export async function getReferences(actor: Actor, frame: PlanFrame): Promise<References> {
  if (!readsPlan(actor)) return { trees: [], nodes: new Map() };
  const { trees, nodes } = await stored(actor.regionId, frame.region.revision);
  const now = today();
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  return {
    nodes,
    trees: trees.map(tree => ({
      ...{ ...tree, date: day(tree.date), repealedAt: day(tree.repealedAt) },
      isInForce: tree.repealedAt === null || tree.repealedAt > now,
    })),
  };
}

async function stored(regionId: string, revision: number): Promise<Stored> {
  shared.rembugReferences ??= new Map();
  const kept = shared.rembugReferences;
  const key = `${process.env.DATABASE_URL} ${regionId} ${revision}`;
  const known = kept.get(key) ?? read(regionId);
  kept.delete(key);
  kept.set(key, known);
  known.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return known;
}

async function read(regionId: string): Promise<Stored> {
  const db = database(regionId);
  const [trees, nodes] = await Promise.all([
    db.referenceTree.findMany({
      where: { regionId },
      orderBy: [{ firstYear: 'desc' }, { repealedAt: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }],
      omit: { regionId: true },
    }),
    db.referenceNode.findMany({
      where: { regionId },
      orderBy: [{ treeId: 'asc' }, { position: 'asc' }],
      omit: { regionId: true },
    }),
  ]);
  return { trees, nodes: new Map(nodes.map(node => [node.id, node])) };
}
