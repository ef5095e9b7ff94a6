/** What a person's scores of one target are called in the browser's outbox, which keeps items by their ids. */
export const scoreKey = (slug: string, itemId: string) => `nilai:${slug}:${itemId}`;

/** The dimension and the target of such a key; null for an item of the plan. */
export function readScoreKey(key: string): { slug: string; itemId: string } | null {
  const [, slug, itemId] = /^nilai:([^:]+):(.+)$/.exec(key) ?? [];
  return slug && itemId ? { slug, itemId } : null;
}
