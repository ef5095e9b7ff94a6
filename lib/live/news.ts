/** What the server tells of a plan: up to which revision, and what of it was written that the reader may read. */
export type News = {
  revision: number;
  /** Written items, each with the version it has now at the same place of `versions`. */
  items: string[];
  versions: number[];
  /** Those of them that began, were put away or stand at another status. */
  moved: string[];
  /** An amendment has begun: its revisions are counted anew. Said by the browser that notices. */
  isAnew?: boolean;
};

/** A revision that somebody says they know; null when it is none. */
export function sinceOf(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Whether the news go to the person whom the asking page was drawn for; another may have signed in since. */
export function mayHear(
  { userId, mustChangePassword }: { userId: string; mustChangePassword: boolean },
  asked: URLSearchParams,
): boolean {
  return !mustChangePassword && (asked.get('orang') ?? userId) === userId;
}
