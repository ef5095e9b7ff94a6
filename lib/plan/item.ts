import type { Fields, ItemKind } from './kinds/kind';
import { flatten, type PathValues } from './paths';
import type { Status } from './workflow';

/** An item with all its fields, as the core passes it around. */
export type PlanItem = {
  id: string;
  planId: string;
  kind: ItemKind;
  parentId: string | null;
  /** The sentence it hangs under; the checks hold it against that. */
  parentTitle: string | null;
  dimensionId: string | null;
  departmentId: string;
  status: Status;
  version: number;
  position: string;
  illustrative: boolean;
  selfApproved: boolean;
  /** When it was put away, as ISO text; null while it is in the plan. */
  archivedAt: string | null;
  /** What it was put together with; it is put away then. */
  mergedIntoId: string | null;
  /** Why the plan goes without it, as decided before the regent's act; null while it belongs to it. */
  leftOutReason: string | null;
  /** The item of the plan before that an amendment began it with. */
  copiedFromId: string | null;
  /** Departments that owned or supported it until they ended, the earliest first. */
  predecessorIds?: string[];
  /** Which indicator takes its place in mid-plan, and from which year on. */
  successor: Successor | null;
  supporterIds: string[];
  fields: Fields;
};

export type Successor = { id: string; year: number; name: string };

/** Where an item stands and whose it is, as the log names it. */
export function structureOf(item: PlanItem) {
  const { planId, kind, parentId, dimensionId, departmentId, position } = item;
  const { status, illustrative, selfApproved, archivedAt, mergedIntoId, leftOutReason, copiedFromId } = item;
  return {
    ...{ planId, kind, parentId, dimensionId, departmentId, position },
    ...{ status, illustrative, selfApproved, archivedAt, mergedIntoId, leftOutReason, copiedFromId },
  };
}

/** All that the log could say of an item: where it stands and what its fields say, by path. */
export function valuesOf(item: PlanItem): PathValues {
  return { ...structureOf(item), ...flatten(item.fields) };
}
