import type { Prisma } from '@/lib/database/generated/client';
import { isEditable, ownerStatuses, type Status, type Step, steps } from '@/lib/plan/workflow';

/** What became of somebody who asked for a guest account. Only who was admitted holds the guest's role. */
export type GuestState = 'waiting' | 'admitted' | 'refused' | 'ended';

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
  /** Of an account that came by an invitation for guests: what the secretariat decided; else null. */
  readonly guest: GuestState | null;
  /** The one department whose items this person reviews; left out: as far as the roles reach. */
  readonly reviewsOnly?: string;
  /** Who they are at work while they practise; left out: they are at work. */
  readonly practice?: { regionId: string; userId: string };
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

/** Roles that may enter the regent's act. */
export const ratifyingRoles = ['secretariat', 'regent'] as const;

/** Roles that act for a department; without one they could do nothing. */
export const actsForDepartment = (role: string) =>
  ['head', 'operator', 'coordinator', 'secondApprover'].includes(role);

/** Roles that act for a dimension, as whom its coordinator delegated. */
export const actsForDimension = (role: string) => role === 'coordinator';

/** The role whose holder acts for whatever their department coordinates. */
export const leadingRole = 'head';
export const leads = (role: string) => role === leadingRole;

/** The roles that a newcomer has in practice, one after the other. */
export const practiceRoles = { drafter: 'operator', reviewer: 'coordinator' } as const;

/** The role that reviews the coordinating departments' own items. */
export const approvesSecond = (role: string) => role === 'secondApprover';

/** The role of guests: they read what is open to everybody, suggest, and nothing else. */
export const guestRole = 'guest' as const;

/** Roles whose holders decide in the name of the council. */
export const decidingRoles = ['regent', 'council'] as const;

/** What is left of a role whose department has ended: it reads what it could read of that department, and does nothing. */
export const formerRole = 'former';

const drafters = ['head', 'operator'];
const readers = ['secretariat', 'adviser'];
const officials = [...drafters, ...readers, 'coordinator', 'secondApprover', ...decidingRoles];

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

/**
 * Whether the person belongs to the region's administration; somebody without a role of today reaches nothing,
 * and a guest only what says so.
 */
export function isMember(actor: Actor): boolean {
  return actor.grants.some(grant => grant.role !== guestRole);
}

/** Whether somebody is here as a guest and as nothing else, admitted or not. */
export function isGuest(actor: Actor): boolean {
  return !isMember(actor) && (actor.guest !== null || holds(actor, [guestRole]));
}

/** Whether a guest was let in by the secretariat, and still is. */
export function isAdmitted(actor: Actor): boolean {
  return holds(actor, [guestRole]);
}

/** Whether the person reads at least what is open to everybody: members, and guests who were admitted. */
export function readsPlan(actor: Actor): boolean {
  return isMember(actor) || isAdmitted(actor);
}

/** Whether the person takes part: whoever only has what is left of an ended department reads. */
const isActive = (actor: Actor) => can.speak(actor) || isAdmitted(actor);

/** The same person as a screen on a wall: reads what everybody of the region reads, and does nothing. */
export function asScreen(actor: Actor): Actor {
  const grant = { role: 'screen', departmentId: null, dimensionId: null, tenure: 'definitive' as const };
  return { ...actor, name: 'Layar dinding', grants: [grant], coordinates: [] };
}

export type Reviewing = 'no' | 'yes' | 'with-reason';

function isReviewer(actor: Actor, item: Subject, frame: Frame): boolean {
  if (actor.reviewsOnly !== undefined && actor.reviewsOnly !== item.departmentId) return false;
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
    if (!readsPlan(actor)) return false;
    if (item.kind !== 'indicator' || !isEditable(item.status)) return true;
    // However open a plan's drafts are to its departments, they are no guest's.
    if (!isMember(actor)) return false;
    if (frame.draftsVisible) return true;
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
  /** Talk about an item; guests suggest instead, and who only has what is left of an ended department reads. */
  speak(actor: Actor): boolean {
    return actor.grants.some(({ role }) => role !== guestRole && role !== formerRole);
  },
  /** Suggest something on an item: whoever reads it and does not own it. */
  suggest(actor: Actor, item: Subject, frame: Frame): boolean {
    return isActive(actor) && can.read(actor, item, frame) && !can.own(actor, item);
  },
  /** Bring an idea for a dimension: everybody but who coordinates it. */
  suggestTo(actor: Actor, dimensionId: string): boolean {
    return isActive(actor) && !actor.coordinates.includes(dimensionId);
  },
  /** Answer a suggestion: who drafts for the department it is for; while it is for none, the dimension's coordinator. */
  answer(actor: Actor, asked: { departmentId: string | null; dimensionId: string | null }): boolean {
    if (asked.departmentId !== null) return ownDepartments(actor).includes(asked.departmentId);
    return can.handOn(actor, asked.dimensionId);
  },
  /** Hand an idea for a dimension to a department. */
  handOn(actor: Actor, dimensionId: string | null): boolean {
    return dimensionId !== null && actor.coordinates.includes(dimensionId);
  },
  /** See what others suggested and what became of it; guests see their own. */
  seeSuggestions(actor: Actor): boolean {
    return isMember(actor);
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
  /** Say by what targets are weighed, and how much each counts. */
  setCriteria(actor: Actor): boolean {
    return holds(actor, ['secretariat']);
  },
  /**
   * Score a dimension's targets: its team, that is who coordinates it, who drafts for the coordinating department or for
   * one that owns an item in it, and the second approver.
   */
  score(actor: Actor, dimension: { id: string; ownerIds: ReadonlySet<string> }, frame: Frame): boolean {
    const coordinator = frame.coordinatorOf(dimension.id);
    return (
      actor.coordinates.includes(dimension.id) ||
      holds(actor, ['secondApprover']) ||
      ownDepartments(actor).some(id => id === coordinator || dimension.ownerIds.has(id))
    );
  },
  /** Decide the order of a dimension's targets, and open their scoring again. */
  rank(actor: Actor, dimensionId: string): boolean {
    return actor.coordinates.includes(dimensionId);
  },
  /** See every single score before scoring oneself. */
  seeScores(actor: Actor, dimensionId: string): boolean {
    return holds(actor, ['secretariat']) || can.rank(actor, dimensionId);
  },
  /** Take note of a decided order, for the council. */
  noteRank(actor: Actor): boolean {
    return holds(actor, ['council']);
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
  /** Leave items out, explain what is missing, and begin an amendment. */
  prepareRatification(actor: Actor): boolean {
    return holds(actor, [managingRole]);
  },
  /** Enter the regent's act, which makes the draft a plan. */
  ratify(actor: Actor): boolean {
    return holds(actor, ratifyingRoles);
  },
  /** Open, close and lock the stages of the plan, and set their deadlines. */
  keepStages(actor: Actor): boolean {
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
  /** Read what the council has before it and what it decided. */
  readCouncil(actor: Actor): boolean {
    return holds(actor, [...officials, formerRole]);
  },
  /** Open and close the council's sittings, and keep their agenda and attendance. */
  keepSittings(actor: Actor): boolean {
    return holds(actor, ['secretariat']);
  },
  /** Decide in the name of the council. Nothing of an item is changed by it. */
  decide(actor: Actor): boolean {
    return holds(actor, decidingRoles);
  },
  /** Begin to practise, in a plan beside the real one. */
  practise(actor: Actor): boolean {
    return actor.practice === undefined && holds(actor, officials);
  },
  /** See how far others are in their practice, and begin it anew for all of them. */
  keepPractice(actor: Actor): boolean {
    return actor.practice === undefined && holds(actor, [managingRole]);
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
  if (!isMember(actor)) return isAdmitted(actor) ? 'guest' : 'nothing';
  if (frame.draftsVisible || holds(actor, readers)) return 'all';
  const own = ownDepartments(actor).sort();
  const former = formerDepartments(actor).sort();
  const reviews = [...actor.coordinates].sort();
  const only = actor.reviewsOnly === undefined ? [] : [actor.reviewsOnly];
  return JSON.stringify([
    ...[own, former, reviews],
    ...[holds(actor, ['secondApprover']), holds(actor, ['secretariat'])],
    ...only,
  ]);
}

const nothing: Prisma.ItemWhereInput = { id: { in: [] } };

export const reach = {
  /** Items whose content this person may read, as a condition that every read starts from. Mirrors `can.read`. */
  items(
    actor: Actor,
    frame: Frame & { coordinatedBy: Record<string, string | null> },
  ): Prisma.ItemWhereInput {
    if (!readsPlan(actor)) return nothing;
    const region = { regionId: actor.regionId };
    const open: Prisma.ItemWhereInput[] = [
      { kind: { not: 'indicator' } },
      { status: { notIn: [...ownerStatuses] } },
    ];
    if (!isMember(actor)) return { ...region, OR: open };
    if (frame.draftsVisible || holds(actor, readers)) return region;
    const own = [...ownDepartments(actor), ...formerDepartments(actor)];
    const shared: Prisma.ItemWhereInput[] = [
      ...open,
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
    const reached = [...perDimension, ...(holds(actor, ['secretariat']) ? [{ dimensionId: null }] : [])];
    const only = actor.reviewsOnly;
    const reviewed =
      only === undefined ? reached : reached.map(condition => ({ AND: [condition, { departmentId: only }] }));
    if (frame.selfReview) return reviewed;
    const notOwn = { departmentId: { notIn: ownDepartments(actor) } };
    return reviewed.map(condition => ({ AND: [condition, notOwn] }));
  },
};
