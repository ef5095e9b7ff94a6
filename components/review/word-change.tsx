import type { ReactNode } from 'react';
import type { ToldChange } from '@/lib/plan/log/story';

export type Piece = { text: string; isShared: boolean };

// Longer texts than this are marked as a whole: the table of comparisons grows with their product.
const longest = 400;

/** Two texts in pieces, whole words: what they share in order, and what only one of them has. */
export function wordChange(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [old, now] = [before, after].map(text => text.split(/(?<=\s)/).filter(word => word !== ''));
  if (!old || !now || old.length > longest || now.length > longest) {
    const whole = (text: string) => (text === '' ? [] : [{ text, isShared: false }]);
    return { before: whole(before), after: whole(after) };
  }
  const same = (i: number, j: number) => old[i]?.trim() === now[j]?.trim();
  // common[i][j]: how many words the rests from i and from j share.
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = common[i];
      if (row) row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: { before: Piece[]; after: Piece[] } = { before: [], after: [] };
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && j < now.length && same(i, j)) {
      push(pieces.before, old[i++] ?? '', true);
      push(pieces.after, now[j++] ?? '', true);
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      push(pieces.before, old[i++] ?? '', false);
    } else {
      push(pieces.after, now[j++] ?? '', false);
    }
  }
  return pieces;
}

function push(pieces: Piece[], text: string, isShared: boolean): void {
  const last = pieces.at(-1);
  if (last?.isShared === isShared) last.text += text;
  else pieces.push({ text, isShared });
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
  const pieces = wordChange(before, after);
  return (
    <>
      <Cell label="Sebelum">
        {before === '' && <span className="muted">kosong</span>}
        {pieces.before.map(({ text, isShared }, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
          isShared ? text : <del key={place}>{text}</del>,
        )}
      </Cell>
      <Cell label="Sesudah">
        {after === '' && <span className="muted">kosong</span>}
        {pieces.after.map(({ text, isShared }, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
          isShared ? text : <ins key={place}>{text}</ins>,
        )}
      </Cell>
    </>
  );
}

// Loose text in a cell would fall apart where the cell becomes a grid on a phone.
function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td data-label={label}>
      <p>{children}</p>
    </td>
  );
}
