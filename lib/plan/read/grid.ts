import 'server-only';
import { type Actor, can, ownDepartments } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { Finding } from '../checks/check';
import type { PlanItem } from '../item';
import { childKind } from '../kinds/all';
import { textOf } from '../kinds/kind';
import type { PlanFrame } from './frame';
import { getImage } from './image';
import { listItemRows } from './item-rows';
import { listBeside } from './similar';

/** A sentence of the plan that rows hang under. */
export type GridPlace = { id: string; title: string; dimensionId: string | null; isMine: boolean };

export type GridItem = PlanItem & {
  isEditable: boolean;
  departmentCode: string;
  /** What does not go together with the rest of the plan. */
  beside: Finding[];
};

export type GridView = {
  items: GridItem[];
  /** All targets of the plan, own ones first: where indicators hang, or may be begun. */
  places: GridPlace[];
  /** Departments that this person may begin rows for. */
  departments: { id: string; code: string }[];
};

/** The actor's own indicators with every field, and the targets of the plan, in the order of the tree. */
export async function getGrid(actor: Actor, frame: PlanFrame): Promise<GridView> {
  const own = ownDepartments(actor);
  const kind = 'indicator';
  const rows = await listItemRows(actor, database(actor.regionId), {
    ...{ planId: frame.plan.id, kind, departmentId: { in: own } },
  });
  const isOpen = (item: PlanItem) => can.edit(actor, item) && !frame.isLocked;
  const open = rows.filter(isOpen).map(({ id }) => id);
  const beside = await listBeside(actor, frame, open);
  const image = await getImage(actor, frame);
  const order = new Map(image.items.map(({ id }, index) => [id, index]));
  const placeOf = (id: string | null) => (id === null ? -1 : (order.get(id) ?? order.size));
  const inTree = (a: PlanItem, b: PlanItem) =>
    placeOf(a.parentId) - placeOf(b.parentId) || placeOf(a.id) - placeOf(b.id);
  const places = image.items
    .filter(item => childKind(item.kind)?.name === kind)
    .map(item => ({
      ...{ id: item.id, title: textOf(item.fields, 'title'), dimensionId: item.dimensionId },
      isMine: own.includes(item.departmentId),
    }));
  return {
    items: rows.sort(inTree).map(item => ({
      ...item,
      ...{ isEditable: isOpen(item), beside: beside.get(item.id) ?? [] },
      departmentCode: frame.departmentCode(item.departmentId),
    })),
    places: [...places.filter(({ isMine }) => isMine), ...places.filter(({ isMine }) => !isMine)],
    departments: can.draft(actor)
      ? frame.departments.filter(({ id }) => own.includes(id)).map(({ id, code }) => ({ id, code }))
      : [],
  };
}
