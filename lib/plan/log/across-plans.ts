import type { PlanItem } from '../item';
import type { PlanAsOf } from './as-of';

/** From which item an amendment began another, by the key of the later one. */
export type Lineage = ReadonlyMap<string, string>;

/**
 * A state of one plan in the keys of another, so that the two can be compared item by item: what an amendment
 * copied is the same item in both, and so are dimensions and subdimensions of the same code. What has no
 * counterpart keeps its own key. Pure, and the same in both directions of time.
 */
export function inKeysOf(state: PlanAsOf, other: PlanAsOf, lineage: Lineage): PlanAsOf {
  if (state.plan.id === other.plan.id) return state;
  const rootOf = (id: string): string => {
    const from = lineage.get(id);
    return from === undefined ? id : rootOf(from);
  };
  const items = new Map(other.items.map(({ id }) => [rootOf(id), id]));
  const item = (id: string) => items.get(rootOf(id)) ?? id;
  const dimension = byCode(state.dimensions, other.dimensions);
  const subdimension = byCode(state.subdimensions, other.subdimensions);
  return {
    ...state,
    items: state.items.map(one => translated(one, { item, dimension, subdimension })),
    dimensions: state.dimensions.map(one => ({ ...one, id: dimension(one.id) })),
    subdimensions: state.subdimensions.map(one => ({
      ...{ ...one, id: subdimension(one.id), dimensionId: dimension(one.dimensionId) },
    })),
  };
}

type Key = (id: string) => string;
type Coded = readonly { id: string; code: string }[];

function byCode(own: Coded, other: Coded): Key {
  const codes = new Map(own.map(({ id, code }) => [id, code]));
  const keys = new Map(other.map(({ id, code }) => [code, id]));
  return id => keys.get(codes.get(id) ?? '') ?? id;
}

function translated(one: PlanItem, { item, dimension, subdimension }: Record<string, Key>): PlanItem {
  const { subdimensionId, replacesId } = one.fields;
  const key = (map: Key | undefined, id: string | null) => (id === null || !map ? id : map(id));
  return {
    ...one,
    ...{ id: key(item, one.id) ?? one.id, parentId: key(item, one.parentId) },
    dimensionId: key(dimension, one.dimensionId),
    fields: {
      ...one.fields,
      ...(typeof subdimensionId === 'string' ? { subdimensionId: key(subdimension, subdimensionId) } : {}),
      ...(typeof replacesId === 'string' ? { replacesId: key(item, replacesId) } : {}),
    },
  };
}

/** Two states without what belongs to neither: an item that one left out is shown only where the other has it. */
export function withoutBothLeftOut(before: PlanAsOf, after: PlanAsOf): [PlanAsOf, PlanAsOf] {
  const kept = ({ items }: PlanAsOf) =>
    new Set(items.filter(({ leftOutReason }) => leftOutReason === null).map(({ id }) => id));
  const [inBefore, inAfter] = [kept(before), kept(after)];
  const isIn = ({ id }: PlanItem) => inBefore.has(id) || inAfter.has(id);
  return [
    { ...before, items: before.items.filter(isIn) },
    { ...after, items: after.items.filter(isIn) },
  ];
}
