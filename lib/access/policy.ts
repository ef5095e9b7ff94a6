import type { Prisma } from '@/lib/database/generated/client';
import { isEditable, ownerStatuses, type Status, type Step, steps } from '@/lib/plan/workflow';

declare const minted: unique symbol;

/** One role that a person holds today. */
export type Grant = {
  role: string;
  departmentId: string | null;
  dimensionId: string | null;
  tenure: 'definitive' | 'plt' | 'plh';
  /** The role until its department ended; `role` is `formerRole` then. */
  formerly?: string;
};

/** Who is asking, as the database knows it at this request. Minted only by lib/access/session. */
export type Actor = {
  readonly [minted]: true;
  readonly regionId: string;
  readonly userId: string;
  readonly name: string;
  readonly sessionId: string | null;
  readonly grants: readonly Grant[];
  /** Dimensions that a department of this person coordinates and that they act for. */
  readonly coordinates: readonly string[];
  readonly mustChangePassword: boolean;
  /** When the database was asked, in ms. */
  readonly asOf: number;
};

/** What the rules need to know of an item. */
export type Subject = {
  kind: string;
  departmentId: string;
  dimensionId: string | null;
  status: Status;
  supporterIds: readonly string[];
  /** Departments that owned or supported it until they ended. */
  predecessorIds?: readonly string[];
};

/** What the rules need to know of the plan: who coordinates, and how own items are reviewed. */
export type Frame = {
  draftsVisible: boolean;
  selfReview: boolean;
  coordinatorOf: (dimensionId: string) => string | null;
};

/** The person went away while their request waited. */
export class SignedOut extends Error {}

/** The role that runs a region: it makes accounts and says who holds which role. */
export const managingRole = 'secretariat';

/** Roles that act for a department; without one they could do nothing. */
export const actsForDepartment = (role: string) =>
  ['head', 'operator', 'coordinator', 'secondApprover'].includes(role);

/** Roles that act for a dimension, as whom its coordinator delegated. */
export const actsForDimension = (role: string) => role === 'coordinator';

/** The role whose holder acts for whatever their department coordinates. */
export const leadingRole = 'head';
export const leads = (role: string) => role === leadingRole;

/** The role that reviews the coordinating departments' own items. */
export const approvesSecond = (role: string) => role === 'secondApprover';

/** What is left of a role whose department has ended: it reads what it could read of that department, and does nothing. */
export const formerRole = 'former';

const drafters = ['head', 'operator'];
const readers = ['secretariat', 'adviser'];

function holds(actor: Actor, roles: readonly string[]): boolean {
  return actor.grants.some(grant => roles.includes(grant.role));
}

/** Departments that this person drafts for. */
export function ownDepartments(actor: Actor): string[] {
  return actor.grants
    .filter(grant => drafters.includes(grant.role))
    .flatMap(grant => grant.departmentId ?? []);
}

/** Departments that this person drafted for until they ended. */
export function formerDepartments(actor: Actor): string[] {
  return actor.grants
    .filter(({ role, formerly = '' }) => role === formerRole && drafters.includes(formerly))
    .flatMap(grant => grant.departmentId ?? []);
}

/** Whether the person belongs to the region at all; somebody without a role of today reaches nothing. */
export function isMember(actor: Actor): boolean {
  return actor.grants.length > 0;
}

/** The same person as a screen on a wall: reads what everybody of the region reads, and does nothing. */
export function asScreen(actor: Actor): Actor {
  const grant = { role: 'screen', departmentId: null, dimensionId: null, tenure: 'definitive' as const };
  return { ...actor, name: 'Layar dinding', grants: [grant], coordinates: [] };
}

export type Reviewing = 'no' | 'yes' | 'with-reason';

function isReviewer(actor: Actor, item: Subject, frame: Frame): boolean {
  if (item.dimensionId === null) return holds(actor, ['secretariat']);
  const isCoordinator = actor.coordinates.includes(item.dimensionId);
  if (item.departmentId !== frame.coordinatorOf(item.dimensionId)) return isCoordinator;
  return holds(actor, ['secondApprover']) || (isCoordinator && frame.selfReview);
}

/**
 * Whether this person reviews the item (DESIGN 6): the coordinator of its dimension; for the
 * coordinating department's own items the second approver; for the region's own the secretariat.
 * Nobody decides on an item of a department they draft for, unless the plan allows it with a reason.
 */
export function reviewing(actor: Actor, item: Subject, frame: Frame): Reviewing {
  if (!isReviewer(actor, item, frame)) return 'no';
  if (!ownDepartments(actor).includes(item.departmentId)) return 'yes';
  return frame.selfReview ? 'with-reason' : 'no';
}

export const can = {
  /** See an item's content. */
  read(actor: Actor, item: Subject, frame: Frame): boolean {
    if (!isMember(actor)) return false;
    if (item.kind !== 'indicator' || frame.draftsVisible || !isEditable(item.status)) return true;
    const own = [...ownDepartments(actor), ...formerDepartments(actor)];
    return (
      holds(actor, readers) ||
      own.includes(item.departmentId) ||
      item.supporterIds.some(id => own.includes(id)) ||
      (item.predecessorIds ?? []).some(id => own.includes(id)) ||
      reviewing(actor, item, frame) !== 'no'
    );
  },
  /** Begin an item for a department; under whose goal or target it hangs does not matter. */
  create(actor: Actor, departmentId: string): boolean {
    return ownDepartments(actor).includes(departmentId);
  },
  /** Own the item, whatever its status. */
  own(actor: Actor, item: Subject): boolean {
    return ownDepartments(actor).includes(item.departmentId);
  },
  /** Change an item's fields now. */
  edit(actor: Actor, item: Subject): boolean {
    return can.own(actor, item) && isEditable(item.status);
  },
  /** Be the one who takes this kind of step on this item; whether it starts at its status is the workflow's to say. */
  take(actor: Actor, step: Step, item: Subject, frame: Frame): boolean {
    if (steps[step].by === 'owner') return can.own(actor, item);
    return reviewing(actor, item, frame) !== 'no';
  },
  /** Say something about an item that this person reads; who only has what is left of an ended department does not. */
  speak(actor: Actor): boolean {
    return actor.grants.some(({ role }) => role !== formerRole);
  },
  /** Close a conversation about an item: who began it, who owns the item, who reviews it. */
  settle(actor: Actor, item: Subject, authorId: string, frame: Frame): boolean {
    const isAuthor = actor.userId === authorId && can.speak(actor);
    return isAuthor || can.own(actor, item) || reviewing(actor, item, frame) !== 'no';
  },
  /** Decide what becomes of an item that looks like others: whoever reviews it, or the secretariat; never in the own cause. */
  merge(actor: Actor, item: Subject, frame: Frame): boolean {
    const isArbiter = holds(actor, ['secretariat']) && !can.own(actor, item);
    return isArbiter || reviewing(actor, item, frame) !== 'no';
  },
  /** See that an item looks like others: who has to do with it, or reads everything. */
  compare(actor: Actor, item: Subject, frame: Frame): boolean {
    return holds(actor, readers) || can.own(actor, item) || reviewing(actor, item, frame) !== 'no';
  },
  /** Open the reviewers' pages at all. */
  review(actor: Actor): boolean {
    return actor.coordinates.length > 0 || holds(actor, ['secondApprover', 'secretariat']);
  },
  /** Give the plan as it stands a name, to be compared with later. */
  nameVersion(actor: Actor): boolean {
    return holds(actor, ['secretariat']);
  },
  /** Make accounts and departments, reset, disable, say who holds which role. */
  managePeople(actor: Actor): boolean {
    return holds(actor, [managingRole]);
  },
  /** Import the regional plan's tree, repeal it, and say what takes whose place in the next. */
  keepReferences(actor: Actor): boolean {
    return holds(actor, [managingRole]);
  },
  /** Open and close the days of drafting in a hall, and the screens that show them. */
  runHall(actor: Actor): boolean {
    return holds(actor, ['secretariat']);
  },
  /** Look at what a wall shows. */
  watchHall(actor: Actor): boolean {
    return holds(actor, ['screen']);
  },
  /** Draft for some department. */
  draft(actor: Actor): boolean {
    return ownDepartments(actor).length > 0;
  },
};

/**
 * What `can.read` depends on of a person, as a text: whoever has the same one reads the same of a plan,
 * so that what was drawn for one may be shown to the other.
 */
export function reachKey(actor: Actor, frame: Pick<Frame, 'draftsVisible'>): string {
  if (!isMember(actor)) return 'nothing';
  if (frame.draftsVisible || holds(actor, readers)) return 'all';
  const own = ownDepartments(actor).sort();
  const former = formerDepartments(actor).sort();
  const reviews = [...actor.coordinates].sort();
  return JSON.stringify([
    own,
    former,
    reviews,
    holds(actor, ['secondApprover']),
    holds(actor, ['secretariat']),
  ]);
}

const nothing: Prisma.ItemWhereInput = { id: { in: [] } };

export const reach = {
  /** Items whose content this person may read, as a condition that every read starts from. Mirrors `can.read`. */
  items(
    actor: Actor,
    frame: Frame & { coordinatedBy: Record<string, string | null> },
  ): Prisma.ItemWhereInput {
    if (!isMember(actor)) return nothing;
    const region = { regionId: actor.regionId };
    if (frame.draftsVisible || holds(actor, readers)) return region;
    const own = [...ownDepartments(actor), ...formerDepartments(actor)];
    const shared: Prisma.ItemWhereInput[] = [
      { kind: { not: 'indicator' } },
      { status: { notIn: [...ownerStatuses] } },
      { departmentId: { in: own } },
      { supporters: { some: { departmentId: { in: own } } } },
      { predecessorIds: { hasSome: own } },
    ];
    return { ...region, OR: [...shared, ...reach.reviewed(actor, frame)] };
  },
  /** Items that this person reviews. Mirrors `reviewing`. */
  reviewed(
    actor: Actor,
    frame: Frame & { coordinatedBy: Record<string, string | null> },
  ): Prisma.ItemWhereInput[] {
    const isSecond = holds(actor, ['secondApprover']);
    const perDimension = Object.entries(frame.coordinatedBy).flatMap(([dimensionId, departmentId]) => {
      const isCoordinator = actor.coordinates.includes(dimensionId);
      const own = { dimensionId, departmentId: departmentId ?? '' };
      const others = { dimensionId, NOT: { departmentId: departmentId ?? '' } };
      return [
        ...(isCoordinator ? [others] : []),
        ...(isSecond || (isCoordinator && frame.selfReview) ? [own] : []),
      ];
    });
    const reviewed = [...perDimension, ...(holds(actor, ['secretariat']) ? [{ dimensionId: null }] : [])];
    if (frame.selfReview) return reviewed;
    const notOwn = { departmentId: { notIn: ownDepartments(actor) } };
    return reviewed.map(condition => ({ AND: [condition, notOwn] }));
  },
};
