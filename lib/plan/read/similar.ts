import 'server-only';
import { type Actor, can, isMember } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { type Beside, besideNothing, checkBeside, sameText } from '../checks/beside-others';
import type { Finding } from '../checks/check';
import { isDistrict } from '../department-label';
import type { PlanItem } from '../item';
import { textOf } from '../kinds/kind';
import {
  alikeTo,
  type Index,
  indexOf,
  namedLike,
  nameLikeness,
  nearlyEqual,
  type Profile,
  profileOf,
} from '../likeness';
import { type Group, groupsAlike, settling, type Verdict } from '../similar';
import { isApproved } from '../workflow';
import type { PlanFrame } from './frame';
import { getEverything } from './image';

/** One of a group: all of it, or (a colleague's draft) only who is drafting it. */
export type Likely =
  | { kind: 'hidden'; id: string; departmentCode: string }
  | {
      kind: 'open';
      id: string;
      departmentCode: string;
      item: PlanItem;
      /** This person may decide on it. */
      isDecided: boolean;
      /** Why it cannot be put together with others now, as a word of its status; '' when it can. */
      isApproved: boolean;
      isMine: boolean;
    };

export type LikelyGroup = {
  /** The same as long as the same indicators stand in it. */
  key: string;
  score: number;
  members: Likely[];
  /** What the program would do: one owner, or one definition with several. */
  proposal: 'merge' | 'shared';
  /** Different sources for what is nearly the same name. */
  sources: string[];
  /** This person may decide on all of them, and reads all of them. */
  canDecide: boolean;
};

export type VerdictView = Verdict & {
  at: string;
  by: string;
  members: Likely[];
  canEnd: boolean;
  /** Of a shared definition: different sources while nobody has said which one binds. */
  sources: string[];
};

/** What was put together with another and may be taken out of it again by this person. */
export type MergedView = {
  id: string;
  version: number;
  title: string;
  departmentCode: string;
  keeper: { id: string; title: string; departmentCode: string };
};

export type Similar = { groups: LikelyGroup[]; verdicts: VerdictView[]; merged: MergedView[] };

type Standing = Verdict & { at: string; by: string };

/** Groups of indicators that look alike, as far as this person has to do with them, and what was decided on others. */
export async function listSimilar(actor: Actor, frame: PlanFrame): Promise<Similar> {
  if (!isMember(actor)) return { groups: [], verdicts: [], merged: [] };
  const { items, profiles, verdicts, groups } = await getOrder(actor, frame);
  const seen = (id: string): Likely[] => {
    const item = items.get(id);
    return item ? [likely(actor, frame, item)] : [];
  };
  const concerns = (ids: readonly string[]) =>
    ids.some(id => {
      const item = items.get(id);
      return item !== undefined && can.compare(actor, item, frame);
    });
  return {
    merged: await listReleasable(actor, frame),
    groups: groups
      .filter(({ ids }) => concerns(ids))
      .map(group => groupView(frame, group, byOwner(group.ids.flatMap(seen)), profiles, verdicts)),
    verdicts: verdicts
      .filter(({ itemIds }) => concerns(itemIds))
      .map(verdict => {
        const members = verdict.itemIds.flatMap(seen);
        return {
          ...{ ...verdict, members, canEnd: !frame.isLocked && members.every(canDecideOn) },
          sources: verdict.kind === 'shared' ? unboundSources(members, profiles, verdicts) : [],
        };
      }),
  };
}

async function listReleasable(actor: Actor, frame: PlanFrame): Promise<MergedView[]> {
  const { items } = await getEverything(actor, frame);
  return [...items.values()].flatMap(item => {
    const keeper = item.mergedIntoId ? items.get(item.mergedIntoId) : undefined;
    if (!keeper || frame.isLocked || ![item, keeper].every(one => can.merge(actor, one, frame))) return [];
    const view = ({ id, fields, departmentId }: PlanItem) => ({
      ...{ id, title: textOf(fields, 'title'), departmentCode: frame.departmentCode(departmentId) },
    });
    return [{ ...view(item), version: item.version, keeper: view(keeper) }];
  });
}

/** How many groups wait for this person's decision. */
export async function countSimilar(actor: Actor, frame: PlanFrame): Promise<number> {
  return (await listSimilar(actor, frame)).groups.length;
}

/** How many groups of the whole plan nobody has decided on; a count is everybody's. */
export async function countUndecided(actor: Actor, frame: PlanFrame): Promise<number> {
  return isMember(actor) ? (await getOrder(actor, frame)).groups.length : 0;
}

const byOwner = (members: Likely[]) =>
  members.sort((a, b) => a.departmentCode.localeCompare(b.departmentCode));

const canDecideOn = (member: Likely) => member.kind === 'open' && member.isDecided;

function likely(actor: Actor, frame: PlanFrame, item: PlanItem): Likely {
  const { id } = item;
  const departmentCode = frame.departmentCode(item.departmentId);
  if (!can.read(actor, item, frame)) return { kind: 'hidden', id, departmentCode };
  return {
    ...{ kind: 'open', id, departmentCode, item },
    isDecided: can.merge(actor, item, frame),
    isApproved: isApproved(item.status),
    isMine: can.own(actor, item),
  };
}

function groupView(
  frame: PlanFrame,
  { ids, score }: Group,
  members: Likely[],
  profiles: ReadonlyMap<string, Profile>,
  verdicts: readonly Verdict[],
): LikelyGroup {
  const open = openOf(members);
  const isOneUnit = new Set(ids.map(id => profiles.get(id)?.unit)).size === 1;
  const owners = new Set(open.map(({ departmentId }) => departmentId));
  const areDistricts = open.every(({ departmentId }) =>
    frame.departments.some(one => one.id === departmentId && isDistrict(one)),
  );
  return {
    key: ids[0] ?? '',
    score,
    members,
    // Districts measure the same, each for itself; other departments have each a matter of their own.
    proposal: isOneUnit && areDistricts && owners.size === open.length ? 'shared' : 'merge',
    sources: unboundSources(members, profiles, verdicts),
    canDecide: !frame.isLocked && members.every(canDecideOn),
  };
}

const openOf = (members: readonly Likely[]) =>
  members.flatMap(member => (member.kind === 'open' ? [member.item] : []));

/** Different sources for one measure, unless it was said which one binds all of them. */
function unboundSources(
  members: readonly Likely[],
  profiles: ReadonlyMap<string, Profile>,
  verdicts: readonly Verdict[],
): string[] {
  const open = openOf(members);
  const isBound = verdicts.some(
    ({ kind, itemIds }) => kind === 'source' && open.every(({ id }) => itemIds.includes(id)),
  );
  return isBound ? [] : sourcesOf(open, profiles);
}

/** The sources of those whose names are nearly equal, when there is more than one. */
function sourcesOf(items: readonly PlanItem[], profiles: ReadonlyMap<string, Profile>): string[] {
  const sources: string[] = [];
  for (const item of items) {
    const source = textOf(item.fields, 'source').trim();
    const isNear = items.some(other => other !== item && isSameMeasure(item.id, other.id, profiles));
    if (source !== '' && isNear && !sources.some(one => sameText(one, source))) sources.push(source);
  }
  return sources.length > 1 ? sources : [];
}

function isSameMeasure(a: string, b: string, profiles: ReadonlyMap<string, Profile>): boolean {
  const [left, right] = [profiles.get(a), profiles.get(b)];
  return left !== undefined && right !== undefined && nameLikeness(left, right) >= nearlyEqual;
}

type Order = {
  items: ReadonlyMap<string, PlanItem>;
  profiles: ReadonlyMap<string, Profile>;
  index: () => Index;
  verdicts: Standing[];
};

/**
 * Settled by a verdict, or by what both say of the IPM: different parts of it are different measures, and the
 * region's own figure of a part stands beside that of the department that moves it.
 */
function settledAmong({ items, profiles, verdicts }: Omit<Order, 'index'>) {
  const isDecided = settling(verdicts, profiles);
  const isSaid = (a: PlanItem | undefined, b: PlanItem | undefined) => {
    const [left, right] = [textOf(a?.fields ?? {}, 'ipm'), textOf(b?.fields ?? {}, 'ipm')];
    if (left === '' || right === '') return false;
    return left !== right || (a?.dimensionId === null) !== (b?.dimensionId === null);
  };
  return (a: string, b: string) => isDecided(a, b) || isSaid(items.get(a), items.get(b));
}

async function getOrder(actor: Actor, frame: PlanFrame): Promise<Order & { groups: Group[] }> {
  const order = await getProfiles(actor, frame);
  const { once } = await getEverything(actor, frame);
  const groups = once(`groups ${order.verdicts.map(({ id }) => id).join(' ')}`, () =>
    groupsAlike(order.profiles, settledAmong(order)),
  );
  return { ...order, groups };
}

async function getProfiles(actor: Actor, frame: PlanFrame): Promise<Order> {
  const everything = await getEverything(actor, frame);
  const verdicts = await getVerdicts(actor, frame, everything);
  const { items, profiles } = everything.once('profiles', () => {
    const indicators = [...everything.items].filter(
      ([, { kind, archivedAt }]) => kind === 'indicator' && archivedAt === null,
    );
    const places = [frame.region.name, ...frame.departments.filter(isDistrict).map(({ name }) => name)];
    return {
      items: new Map(indicators),
      profiles: new Map(indicators.map(([id, item]) => [id, profileFor(item, places)] as const)),
    };
  });
  const index = () => everything.once('index', () => indexOf(profiles));
  return { items, profiles, index, verdicts };
}

const known = new WeakMap<PlanItem, { places: string; profile: Profile }>();

/** The same item is asked about at each revision; only what changed is read anew. */
function profileFor(item: PlanItem, places: readonly string[]): Profile {
  const key = places.join();
  const kept = known.get(item);
  if (kept?.places === key) return kept.profile;
  const [title, unit, code] = ['title', 'unit', 'code'].map(path => textOf(item.fields, path));
  const profile = profileOf({ title: title ?? '', unit: unit ?? '', code: code ?? '' }, places);
  known.set(item, { places: key, profile });
  return profile;
}

const kept = new WeakMap<object, Promise<Standing[]>>();

/** What was decided, read once per revision of the plan: a verdict is an event of it. */
function getVerdicts(actor: Actor, frame: PlanFrame, { once }: { once: object }): Promise<Standing[]> {
  const known = kept.get(once);
  if (known) return known;
  const read = listVerdicts(actor, frame);
  kept.set(once, read);
  read.catch(() => kept.delete(once));
  return read;
}

async function listVerdicts({ regionId }: Actor, { plan }: PlanFrame): Promise<Standing[]> {
  const rows = await database(regionId).verdict.findMany({
    where: { regionId, planId: plan.id, endedAt: null },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    select: {
      ...{ id: true, kind: true, itemIds: true, seen: true, source: true, reason: true, at: true },
      author: { select: { name: true } },
    },
  });
  return rows.map(({ author, at, ...row }) => ({ ...row, at: at.toISOString(), by: author.name }));
}

/** What does not go together with the rest of the plan; nothing for what is no indicator, or is not to be read. */
export async function getBeside(actor: Actor, frame: PlanFrame, id: string): Promise<Finding[]> {
  return (await listBeside(actor, frame, [id])).get(id) ?? [];
}

/** The same for several; what has nothing beside it is left out. */
export async function listBeside(
  actor: Actor,
  frame: PlanFrame,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Finding[]>> {
  if (ids.length === 0) return new Map();
  const order = await getProfiles(actor, frame);
  const found = ids.map((id): [string, Finding[]] => {
    const item = order.items.get(id);
    const isRead = item !== undefined && can.read(actor, item, frame);
    return [id, isRead ? checkBeside(item, besideOf(actor, frame, item, order)) : []];
  });
  return new Map(found.filter(([, findings]) => findings.length > 0));
}

function besideOf(
  actor: Actor,
  frame: PlanFrame,
  item: PlanItem,
  { items, profiles, index, verdicts }: Order,
): Beside {
  const { id } = item;
  const profile = profiles.get(id);
  if (!profile || profile.words.length === 0) return besideNothing;
  const isSettled = settledAmong({ items, profiles, verdicts });
  const mine = verdicts.filter(({ itemIds }) => itemIds.includes(id));
  const near = alikeTo(index(), id).filter(other => !isSettled(id, other.id));
  const readable = (other: string) => {
    const found = items.get(other);
    return found && can.read(actor, found, frame) ? [found] : [];
  };
  const shared = mine.filter(({ kind }) => kind === 'shared').flatMap(({ itemIds }) => itemIds);
  const binding = mine.find(({ kind }) => kind === 'source')?.source ?? null;
  return {
    alike: near.map(({ id: other }) => {
      const found = items.get(other) as PlanItem;
      return can.read(actor, found, frame)
        ? nameOf(found, frame)
        : `draf ${frame.departmentCode(found.departmentId)}`;
    }),
    shared: shared
      .filter(other => other !== id)
      .flatMap(readable)
      .map(found => ({ name: frame.departmentCode(found.departmentId), fields: found.fields })),
    sources: otherSources(item, index, mine)
      .flatMap(other =>
        readable(other).map(found => ({
          name: nameOf(found, frame),
          source: textOf(found.fields, 'source'),
        })),
      )
      .filter(({ source }) => source !== '' && !sameText(source, textOf(item.fields, 'source'))),
    binding,
  };
}

function otherSources({ id, fields }: PlanItem, index: () => Index, verdicts: readonly Verdict[]): string[] {
  if (textOf(fields, 'source') === '') return [];
  const isFoundDifferent = (other: string) =>
    verdicts.some(({ kind, itemIds }) => kind === 'different' && itemIds.includes(other));
  return namedLike(index(), id).filter(other => !isFoundDifferent(other));
}

function nameOf({ fields, departmentId }: PlanItem, frame: PlanFrame): string {
  const code = textOf(fields, 'code');
  return `“${textOf(fields, 'title')}”${code ? ` (${code})` : ''}, ${frame.departmentCode(departmentId)}`;
}

/** Those that share a definition with one indicator, by department; and the verdict that says so. */
export async function listSharing(actor: Actor, frame: PlanFrame, id: string): Promise<string[]> {
  if (!isMember(actor)) return [];
  const everything = await getEverything(actor, frame);
  const verdicts = (await getVerdicts(actor, frame, everything)).filter(
    ({ kind, itemIds }) => kind === 'shared' && itemIds.includes(id),
  );
  if (verdicts.length === 0) return [];
  const { items } = everything;
  const others = new Set(verdicts.flatMap(({ itemIds }) => itemIds).filter(other => other !== id));
  return [...others].flatMap(other => {
    const found = items.get(other);
    return found && found.archivedAt === null ? [frame.departmentCode(found.departmentId)] : [];
  });
}
