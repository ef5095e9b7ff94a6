import { leads } from '@/lib/access/policy';

/** A department that begins when others end. */
export type Founded = { code: string; name: string; kind: string };

/** Codes are told apart by their letters, however large. */
export const isSameCode = (one: { code: string }, other: { code: string }) =>
  one.code.toLowerCase() === other.code.toLowerCase();

/** What is prepared: who takes whose place. Keys of departments, items and roles are those of their rows. */
export type Draft = {
  /** Departments that do not exist yet, by the key that they will have. */
  founded: Record<string, Founded>;
  /** By old department: its successors. */
  heirs: Record<string, string[]>;
  /** By item: the successor that answers for it, where its department has several. */
  owners: Record<string, string>;
  /** By item and old supporting department (`item/department`): the only successor that supports it. */
  supporters: Record<string, string>;
  /** By code of the dimension: the successor that coordinates it, where there are several. */
  coordinators: Record<string, string>;
  /** By role held at an old department: a successor, `stay` or `end`. */
  posts: Record<string, string>;
};

/** The parts of a draft in which something is chosen by its key. */
export type ChoicePart = 'owners' | 'supporters' | 'coordinators' | 'posts';

/** The role stays where it is, and only reads. */
export const stay = 'stay';
/** The role ends with its department. */
export const end = 'end';

export const emptyDraft: Draft = {
  ...{ founded: {}, heirs: {}, owners: {}, supporters: {}, coordinators: {}, posts: {} },
};

/** A draft as it is stored, with what it leaves out. */
export function draftOf(stored: unknown): Draft {
  return { ...emptyDraft, ...(stored as Partial<Draft> | null) };
}

/** What succession needs to know of an item. */
export type Held = {
  id: string;
  parentId: string | null;
  departmentId: string;
  supporterIds: readonly string[];
};

const heirsOf = ({ heirs }: Draft, id: string): readonly string[] =>
  Object.hasOwn(heirs, id) ? (heirs[id] ?? []) : [];

/** Old departments whose items are given one by one, for they have several successors. */
export const splitDepartments = (draft: Draft): string[] =>
  Object.keys(draft.heirs).filter(id => heirsOf(draft, id).length > 1);

/** The one choice there is, or what was chosen among several; null while nobody has. */
export function heirFor(draft: Draft, oldId: string, part: ChoicePart, key: string): string | null {
  const heirs = heirsOf(draft, oldId);
  if (heirs.length === 1) return heirs[0] ?? null;
  const chosen = Object.hasOwn(draft[part], key) ? draft[part][key] : undefined;
  return chosen !== undefined && heirs.includes(chosen) ? chosen : null;
}

export const supportKey = (itemId: string, oldId: string) => `${itemId}/${oldId}`;

/** Who holds an item once the old departments have ended; null while its owner is not decided. */
export function holdersAfter(
  draft: Draft,
  { id, departmentId, supporterIds }: Held,
): { departmentId: string; supporterIds: string[] } | null {
  const isOld = heirsOf(draft, departmentId).length > 0;
  const owner = isOld ? heirFor(draft, departmentId, 'owners', id) : departmentId;
  if (owner === null) return null;
  const supporters = supporterIds.flatMap(old => {
    const heirs = heirsOf(draft, old);
    if (heirs.length === 0) return [old];
    // Where nobody chose, no successor of a supporter loses sight of the item.
    const one = heirFor(draft, old, 'supporters', supportKey(id, old));
    return one === null ? heirs : [one];
  });
  return {
    departmentId: owner,
    supporterIds: [...new Set(supporters)].filter(one => one !== owner).sort(),
  };
}

/**
 * The successor that is likely for an item of a split department: its parent's, or the one that answers for what it
 * hangs under. null where neither says anything.
 * @param byId all items of the plan
 */
export function likelyOwner(draft: Draft, item: Held, byId: ReadonlyMap<string, Held>): string | null {
  const heirs = heirsOf(draft, item.departmentId);
  const seen = new Set<string>();
  let above = byId.get(item.parentId ?? '');
  while (above && !seen.has(above.id)) {
    seen.add(above.id);
    const owner = holdersAfter(draft, above)?.departmentId;
    if (owner !== undefined && heirs.includes(owner)) return owner;
    above = byId.get(above.parentId ?? '');
  }
  return null;
}

/** A role at an old department. */
export type Post = { id: string; role: string; departmentId: string };

/**
 * Where a role goes: what was chosen, or what is proposed. People follow the one successor; who leads it is proposed
 * only where one head comes to a department that begins, for of several only the decree knows.
 */
export function postAfter(draft: Draft, post: Post): { to: string; isChosen: boolean } {
  const heirs = heirsOf(draft, post.departmentId);
  const chosen = Object.hasOwn(draft.posts, post.id) ? draft.posts[post.id] : undefined;
  if (chosen !== undefined && (chosen === stay || chosen === end || heirs.includes(chosen)))
    return { to: chosen, isChosen: true };
  const [heir] = heirs;
  if (heir === undefined || heirs.length > 1) return { to: stay, isChosen: false };
  // A part of a split department brings no head along.
  const others = Object.keys(draft.heirs).filter(
    old => old !== post.departmentId && heirsOf(draft, old).join() === heir,
  );
  const isSole = Object.hasOwn(draft.founded, heir) && others.length === 0;
  return { to: leads(post.role) && !isSole ? stay : heir, isChosen: false };
}

/** The draft with one more successor for old departments. */
export function withHeir(draft: Draft, oldIds: readonly string[], heir: string, founded?: Founded): Draft {
  const added = oldIds.map(id => [id, [...new Set([...heirsOf(draft, id), heir])]]);
  return {
    ...draft,
    founded: founded ? { ...draft.founded, [heir]: founded } : draft.founded,
    heirs: { ...draft.heirs, ...Object.fromEntries(added) },
  };
}

/** The draft without one successor of an old department; what nothing leads to any more is forgotten. */
export function withoutHeir(draft: Draft, oldId: string, heir: string): Draft {
  const left = heirsOf(draft, oldId).filter(id => id !== heir);
  const { [oldId]: _, ...others } = draft.heirs;
  const heirs = left.length > 0 ? { ...draft.heirs, [oldId]: left } : others;
  const wanted = new Set(Object.values(heirs).flat());
  const founded = Object.entries(draft.founded).filter(([id]) => wanted.has(id));
  return { ...draft, heirs, founded: Object.fromEntries(founded) };
}

/** A choice as a form sends it: what stood when the page was drawn, and what is wanted now ('' for none). */
export type Choice = { key: string; was: string; wanted: string };

/** The draft with these choices, or the first that somebody else changed meanwhile. */
export function withChoices(
  draft: Draft,
  part: ChoicePart,
  choices: readonly Choice[],
): { draft: Draft } | { clash: string } {
  const values = { ...draft[part] };
  for (const { key, was, wanted } of choices) {
    const now = Object.hasOwn(values, key) ? (values[key] ?? '') : '';
    if (now === wanted) continue;
    if (now !== was) return { clash: key };
    if (wanted === '') delete values[key];
    else values[key] = wanted;
  }
  return { draft: { ...draft, [part]: values } };
}
