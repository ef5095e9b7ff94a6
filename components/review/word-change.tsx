import type { ToldChange } from '@/lib/plan/log/story';

/** Two texts as what they share at both ends, and what differs between; whole words. */
export function wordChange(before: string, after: string) {
  const [old, now] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const rest = Math.min(old.length, now.length) - start;
  while (end < rest && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const middle = (words: string[]) => words.slice(start, words.length - end).join('');
  return {
    start: now.slice(0, start).join(''),
    removed: middle(old),
    added: middle(now),
    end: end === 0 ? '' : now.slice(-end).join(''),
  };
}

/** A field before and after, as two cells; only the words that differ are marked. */
export function WordChange({ change: { before, after, list } }: { change: ToldChange }) {
  if (list) {
    return (
      <>
        <Cell label="Sebelum">{list.removed.length > 0 && <del>− {list.removed.join(', ')}</del>}</Cell>
        <Cell label="Sesudah">{list.added.length > 0 && <ins>+ {list.added.join(', ')}</ins>}</Cell>
      </>
    );
  }
  const { start, removed, added, end } = wordChange(before, after);
  return (
    <>
      <Cell label="Sebelum">
        {before === '' ? (
          <span className="muted">kosong</span>
        ) : (
          <>
            {start}
            {removed && <del>{removed}</del>} {end}
          </>
        )}
      </Cell>
      <Cell label="Sesudah">
        {after === '' ? (
          <span className="muted">kosong</span>
        ) : (
          <>
            {start}
            {added && <ins>{added}</ins>} {end}
          </>
        )}
      </Cell>
    </>
  );
}

// Loose text in a cell would fall apart where the cell becomes a grid on a phone.
function Cell({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <td data-label={label}>
      <p>{children}</p>
    </td>
  );
}
