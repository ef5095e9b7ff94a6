import { type RefObject, useEffect, useState } from 'react';

/** Drawn whole from the beginning; more than fit on any screen. */
const first = 30;
const ahead = '800px 0px';

/** Which rows of a table have come near to what is in sight; those stay. */
export function useNear(table: RefObject<HTMLTableElement | null>, count: number): (row: number) => boolean {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are watched too
  useEffect(() => {
    if (!table.current) return;
    const watcher = new IntersectionObserver(
      entries => {
        const come = entries
          .filter(({ isIntersecting }) => isIntersecting)
          .map(({ target }) => Number((target as HTMLElement).dataset.y));
        if (come.length > 0) setNear(known => new Set([...known, ...come]));
        for (const { target, isIntersecting } of entries) if (isIntersecting) watcher.unobserve(target);
      },
      { root: scrollerOf(table.current), rootMargin: ahead },
    );
    for (const row of table.current.querySelectorAll('tr[data-y]')) watcher.observe(row);
    return () => watcher.disconnect();
  }, [table, count]);
  return row => row < first || near.has(row);
}

/** The box that the table scrolls in; on a phone the page itself does. */
function scrollerOf(table: HTMLElement): HTMLElement | null {
  const box = table.parentElement;
  return box && getComputedStyle(box).overflowY !== 'visible' ? box : null;
}
