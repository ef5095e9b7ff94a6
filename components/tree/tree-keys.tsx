'use client';

import { useEffect } from 'react';
import { Button } from '@/components/ui/button';

const stops = 'summary, .leaf a';

/** Folds and unfolds the whole tree, and walks it by arrow keys as in a tree of WAI-ARIA; Tab and Enter stay as they are. */
export function TreeKeys({ tree }: { tree: string }) {
  useEffect(() => {
    const root = document.getElementById(tree);
    if (!root) return;
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey && !event.ctrlKey && !event.metaKey && walk(root, event)) event.preventDefault();
    };
    let folded: HTMLDetailsElement[] = [];
    const onPrint = () => {
      folded = detailsIn(root).filter(({ open }) => !open);
      setOpen(folded, true);
    };
    const afterPrint = () => setOpen(folded, false);
    root.addEventListener('keydown', onKey);
    window.addEventListener('beforeprint', onPrint);
    window.addEventListener('afterprint', afterPrint);
    return () => {
      root.removeEventListener('keydown', onKey);
      window.removeEventListener('beforeprint', onPrint);
      window.removeEventListener('afterprint', afterPrint);
    };
  }, [tree]);

  const all = (open: boolean) => {
    const root = document.getElementById(tree);
    if (root) setOpen(detailsIn(root), open);
  };
  return (
    <>
      <Button type="button" kind="second" aria-controls={tree} onClick={() => all(true)}>
        Buka semua
      </Button>
      <Button type="button" kind="second" aria-controls={tree} onClick={() => all(false)}>
        Lipat semua
      </Button>
    </>
  );
}

const detailsIn = (root: HTMLElement) => [...root.querySelectorAll('details')];

function setOpen(list: HTMLDetailsElement[], open: boolean) {
  for (const details of list) details.open = open;
}

/** Moves or folds as the key says; false when the key is none of the tree's. */
function walk(root: HTMLElement, { key, target }: KeyboardEvent): boolean {
  const from = (target as Element).closest<HTMLElement>(stops);
  if (!from) return false;
  const details = from.matches('summary') ? from.closest('details') : null;
  if (key === 'ArrowRight') {
    if (details && !details.open) details.open = true;
    else if (details) details.querySelector<HTMLElement>(`:scope > :not(summary) :is(${stops})`)?.focus();
  } else if (key === 'ArrowLeft') {
    if (details?.open) details.open = false;
    else (details ?? from).parentElement?.closest('details')?.querySelector('summary')?.focus();
  } else {
    const seen = [...root.querySelectorAll<HTMLElement>(stops)].filter(isUnfolded);
    const at = seen.indexOf(from);
    const next = { ArrowDown: seen[at + 1], ArrowUp: seen[at - 1], Home: seen[0], End: seen.at(-1) };
    if (!(key in next)) return false;
    next[key as keyof typeof next]?.focus();
  }
  return true;
}

/** Whether nothing above it is folded; its own summary shows even when folded. */
function isUnfolded(stop: HTMLElement): boolean {
  const own = stop.matches('summary') ? stop.parentElement : stop;
  return !own?.parentElement?.closest('details:not([open])');
}
