/**
 * Shows as many entries of a list as fit into it whole, beginning with one of them.
 * Returns where the next page begins: the first that did not fit, or 0 after the last.
 */
export function showPage(list: HTMLElement, start: number): { from: number; to: number; next: number } {
  const entries = [...list.children] as HTMLElement[];
  const from = start < entries.length ? start : 0;
  entries.forEach((entry, at) => {
    entry.hidden = at < from;
  });
  const floor = list.getBoundingClientRect().bottom + 1;
  const tooLow = entries.findIndex((entry, at) => at >= from && entry.getBoundingClientRect().bottom > floor);
  // One is shown even where there is no room, or the pages would never end.
  const to = tooLow === -1 ? entries.length : Math.max(tooLow, from + 1);
  entries.forEach((entry, at) => {
    if (at >= to) entry.hidden = true;
  });
  return { from, to, next: to < entries.length ? to : 0 };
}
