import type { Patch } from './drawn';

/** Puts new rows in the place of the old ones; whoever stands on a link of one keeps standing there. */
export function applyRows(box: HTMLElement, rows: Record<string, string>): void {
  for (const [id, markup] of Object.entries(rows)) {
    const old = box.querySelector(`tr[data-id="${CSS.escape(id)}"]`);
    const holder = document.createElement('template');
    holder.innerHTML = markup;
    const row = holder.content.firstElementChild;
    if (!old || !row || old.outerHTML === row.outerHTML) continue;
    const hasFocus = old.contains(document.activeElement);
    row.classList.add('is-new');
    row.addEventListener('animationend', () => row.classList.remove('is-new'), { once: true });
    old.replaceWith(row);
    if (hasFocus) row.querySelector('a')?.focus({ preventScroll: true });
  }
}

/** The counts above the table. */
export function showCounts({ counts, hidden, indicators }: Patch): void {
  const numbers: Record<string, number> = { ...counts, hidden, indicators };
  for (const [name, count] of Object.entries(numbers)) {
    const place = document.querySelector(`[data-count="${name}"]`);
    if (place) place.textContent = String(count);
  }
}
