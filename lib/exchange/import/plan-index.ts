import type { PlanItem } from '@/lib/plan/item';
import { type ItemKind, textOf } from '@/lib/plan/kinds/kind';
import { squeezed, titleKey } from './wording';

/** An item that is in the plan, or that an earlier row of the file will begin. */
export type Node = {
  id: string;
  kind: ItemKind;
  parentId: string | null;
  dimensionId: string | null;
  departmentId: string;
  title: string;
  /** null: it is only planned. */
  item: PlanItem | null;
};

/** Finds items by id and by what they say. */
export type PlanIndex = {
  byId: (id: string) => PlanItem | undefined;
  node: (id: string) => Node | undefined;
  /** Those of a kind that say the same, directly under a parent (a goal: in its dimension). */
  under: (kind: ItemKind, place: string | null, title: string) => Node[];
  /** Those of a kind that say the same anywhere in a dimension; undefined asks in all of them. */
  within: (kind: ItemKind, dimensionId: string | null | undefined, title: string) => Node[];
  add: (node: Node) => void;
};

/** An index over what may be read of the plan. */
export function planIndex(items: readonly PlanItem[]): PlanIndex {
  const byId = new Map(items.map(item => [item.id, item]));
  const nodes = new Map<string, Node>();
  const under = new Map<string, Node[]>();
  const within = new Map<string, Node[]>();
  const put = (map: Map<string, Node[]>, key: string, node: Node) => {
    const list = map.get(key);
    if (list) list.push(node);
    else map.set(key, [node]);
  };
  const add = (node: Node) => {
    const key = titleKey(node.title);
    nodes.set(node.id, node);
    if (key === '') return;
    put(under, `${node.kind} ${node.parentId ?? node.dimensionId} ${key}`, node);
    put(within, `${node.kind} ${node.dimensionId} ${key}`, node);
    put(within, `${node.kind} * ${key}`, node);
  };
  for (const item of items) {
    const { id, kind, parentId, dimensionId, departmentId } = item;
    add({ id, kind, parentId, dimensionId, departmentId, title: textOf(item.fields, 'title'), item });
  }
  return {
    byId: id => byId.get(id),
    node: id => nodes.get(id),
    under: (kind, place, title) => under.get(`${kind} ${place} ${titleKey(title)}`) ?? [],
    within: (kind, dimensionId, title) =>
      within.get(`${kind} ${dimensionId === undefined ? '*' : dimensionId} ${titleKey(title)}`) ?? [],
    add,
  };
}

type Named = { id: string; code: string; name: string };

/** Finds what a text names by code, by name, or by both one after the other; undefined when nothing is called so. */
export function namedFinder<Item extends Named>(all: readonly Item[]): (text: string) => Item | undefined {
  const byWords = new Map<string, Item>();
  for (const one of all) {
    for (const words of [one.name, `${one.code} ${one.name}`, one.code]) byWords.set(squeezed(words), one);
  }
  return text => {
    const key = squeezed(text);
    return byWords.get(key) ?? byWords.get(key.replace(/^(?:dimensi|pilar|subdimensi)/, ''));
  };
}
