import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { isDistrict } from '@/lib/plan/department-label';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { treeOf, walk } from '@/lib/plan/tree';
import { decreeLabel } from '../decree-words';
import { type Draft, draftOf, heirFor, likelyOwner, postAfter } from '../succession';
import {
  basisMark,
  coordinatorsAfter,
  countsOf,
  nameOf,
  obstaclesOf,
  openSupports,
  placesOf,
  type Step,
  touchedItems,
  warningsOf,
} from '../succession-state';
import { dayText, postWords } from '../words';
import type { Choice } from './choices';
import { readWorld, type World, type WorldItem } from './succession-world';

/** An item whose successor somebody chooses. */
export type ItemToGive = {
  id: string;
  kind: ItemKind;
  code: string;
  title: string;
  parent: string | null;
  dimensionId: string | null;
  isArchived: boolean;
  /** The old department, and what may take its place. */
  oldId: string;
  from: string;
  heirs: Choice[];
  /** '' while nobody has chosen. */
  chosen: string;
  /** What its place in the tree says. */
  likely: Choice | null;
};

export type DepartmentSuccession = {
  id: string;
  name: string;
  source: string | null;
  isBegun: boolean;
  day: string | null;
  basis: string | null;
  decreeId: string;
  /** What is sent back with a change of the basis. */
  mark: string;
  olds: {
    id: string;
    code: string;
    name: string;
    items: number;
    heirs: { id: string; code: string; name: string; isFounded: boolean }[];
  }[];
  /** Departments that may still be added as old ones, and as successors. */
  mayEnd: (Choice & { isDistrict: boolean })[];
  maySucceed: Choice[];
  items: ItemToGive[];
  /** Items that a split department supports: whether one successor goes on, or all. */
  supports: { key: string; title: string; from: string; heirs: Choice[]; chosen: string }[];
  coordinators: { code: string; name: string; from: string; heirs: Choice[]; chosen: string }[];
  posts: { id: string; name: string; words: string; heirs: Choice[]; to: string; was: string }[];
  obstacles: { step: Step; says: string }[];
  warnings: string[];
  counts: ReturnType<typeof countsOf>;
  /** After the beginning: items that are still to follow. */
  left: number;
};

/** One succession as it is prepared or as far as it went; null when there is none, or who asks may not see it. */
export async function getDepartmentSuccession(
  actor: Actor,
  { region }: PlanFrame,
  id: string,
): Promise<DepartmentSuccession | null> {
  if (!can.managePeople(actor)) return null;
  const { regionId } = actor;
  const db = database(regionId);
  const row = await db.succession.findUnique({
    where: { regionId_id: { regionId, id } },
    include: { decree: { select: { kind: true, number: true } } },
  });
  if (!row?.startedAt) return null;
  const draft = draftOf(row.draft);
  const world = await readWorld(actor, db);
  const isBegun = row.appliedAt !== null;
  return {
    ...{ id, name: row.name, source: row.source, isBegun, day: dayText(row.day) },
    basis: row.decree && decreeLabel(row.decree, region.headTitle),
    ...{ decreeId: row.decreeId ?? '', mark: basisMark(row) },
    ...placesOfView(draft, world),
    ...chosenOf(draft, world),
    obstacles: isBegun ? [] : obstaclesOf(row, draft, world),
    warnings: isBegun ? [] : warningsOf(draft, world),
    counts: countsOf(draft, world),
    left: isBegun ? touchedItems(draft, world).length : 0,
  };
}

type Places = ReturnType<typeof placesOf>;

function choiceOf(places: Places, id: string): Choice {
  const place = places.get(id);
  const label = nameOf(places, id);
  return { value: id, label: place && place.name !== label ? `${label}, ${place.name}` : label };
}

/** Old departments with their successors, in the region's own order. */
const inOrder = ({ heirs }: Draft, { departments }: World): [string, string[]][] =>
  departments.flatMap(({ id }) => (heirs[id] ? [[id, heirs[id]]] : []));

function placesOfView(draft: Draft, world: World) {
  const places = placesOf(draft, world);
  const heirs = new Set(Object.values(draft.heirs).flat());
  const isOld = (id: string) => Object.hasOwn(draft.heirs, id);
  const open = [...places.values()].filter(({ isEnded }) => !isEnded);
  return {
    olds: inOrder(draft, world).map(([id, ids]) => ({
      ...{ id, code: nameOf(places, id), name: places.get(id)?.name ?? '' },
      items: world.items.filter(({ departmentId }) => departmentId === id).length,
      heirs: ids.map(heir => {
        const { name = '', isFounded = false } = places.get(heir) ?? {};
        return { id: heir, code: nameOf(places, heir), name, isFounded };
      }),
    })),
    mayEnd: open
      .filter(({ id, isFounded }) => !isFounded && !heirs.has(id))
      .map(place => ({ ...choiceOf(places, place.id), isDistrict: isDistrict(place) })),
    maySucceed: open.filter(({ id }) => !isOld(id)).map(({ id }) => choiceOf(places, id)),
  };
}

/** Dimension by dimension, each item directly before what hangs under it. */
function inTreeOrder({ items, dimensions }: World): WorldItem[] {
  const rank = new Map(dimensions.map(({ id }, at) => [id, at]));
  const place = ({ dimensionId }: WorldItem) => rank.get(dimensionId ?? '') ?? -1;
  const sorted = [...items].sort((a, b) => place(a) - place(b));
  return walk(treeOf(sorted)).map(({ node }) => node.item);
}

function chosenOf(draft: Draft, world: World) {
  const places = placesOf(draft, world);
  const byId = new Map(world.items.map(item => [item.id, item]));
  const heirsOf = (old: string) =>
    (draft.heirs[old] ?? []).map(id => ({ value: id, label: nameOf(places, id) }));
  const isSplit = (old: string) => (draft.heirs[old]?.length ?? 0) > 1;
  const toGive = inTreeOrder(world).filter(({ departmentId }) => isSplit(departmentId));
  return {
    items: toGive.map((item): ItemToGive => {
      const likely = likelyOwner(draft, item, byId);
      const { id, kind, dimensionId, isArchived, departmentId: oldId } = item;
      return {
        ...{ id, kind, dimensionId, isArchived, oldId, code: item.code ?? '', title: item.title ?? '' },
        ...{ parent: byId.get(item.parentId ?? '')?.title ?? null, from: nameOf(places, oldId) },
        ...{ heirs: heirsOf(oldId), chosen: heirFor(draft, oldId, 'owners', id) ?? '' },
        likely: likely === null ? null : { value: likely, label: nameOf(places, likely) },
      };
    }),
    supports: world.items.flatMap(item =>
      openSupports(draft, item).map(({ old, key, to }) => ({
        ...{ key, title: item.title ?? '', from: nameOf(places, old), heirs: heirsOf(old), chosen: to ?? '' },
      })),
    ),
    coordinators: coordinatorsAfter(draft, world).map(({ code, name, from, to }) => ({
      ...{ code, name, from: nameOf(places, from), heirs: heirsOf(from), chosen: to ?? '' },
    })),
    posts: inOrder(draft, world)
      .flatMap(([old]) => world.posts.filter(({ departmentId }) => departmentId === old))
      .map(post => ({
        ...{ id: post.id, name: post.name, heirs: heirsOf(post.departmentId) },
        words: postWords({ ...post, department: places.get(post.departmentId) ?? null }),
        ...{ to: postAfter(draft, post).to, was: draft.posts[post.id] ?? '' },
      })),
  };
}
