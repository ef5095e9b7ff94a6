/** A node of the plan's tree. */
export type Node<Item> = { item: Item; children: Node<Item>[] };

/** The order among siblings, as the database's own order of bytes, whatever the language. */
export function byPlace(a: { position: string; id: string }, b: { position: string; id: string }): number {
  return compare(a.position, b.position) || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Items as trees, in the order given. An item whose parent is not among them stands at the top,
 * so that nothing a reader may see is dropped.
 */
export function treeOf<Item extends { id: string; parentId: string | null }>(
  items: readonly Item[],
): Node<Item>[] {
  const nodes = new Map(items.map(item => [item.id, { item, children: [] } as Node<Item>]));
  const roots: Node<Item>[] = [];
  for (const node of nodes.values()) {
    const parent = node.item.parentId === null ? undefined : nodes.get(node.item.parentId);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

/** The nodes of a forest in reading order, each with its depth. */
export function walk<Item>(nodes: readonly Node<Item>[], depth = 0): { node: Node<Item>; depth: number }[] {
  return nodes.flatMap(node => [{ node, depth }, ...walk(node.children, depth + 1)]);
}

/** The forest with every node for which `isFirst` holds of it or of something below it before its siblings. */
export function ordered<Item>(nodes: readonly Node<Item>[], isFirst: (item: Item) => boolean): Node<Item>[] {
  const holds = (node: Node<Item>): boolean => isFirst(node.item) || node.children.some(holds);
  const sorted = nodes.map(node => ({ ...node, children: ordered(node.children, isFirst) }));
  return [...sorted.filter(holds), ...sorted.filter(node => !holds(node))];
}

/** Only the nodes for which `keep` holds, and what stands above them. */
export function pruned<Item>(nodes: readonly Node<Item>[], keep: (item: Item) => boolean): Node<Item>[] {
  return nodes.flatMap(node => {
    const children = pruned(node.children, keep);
    return keep(node.item) || children.length > 0 ? [{ ...node, children }] : [];
  });
}
