'use client';

import {
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useState,
  useTransition,
} from 'react';
import { type Undoable, UndoBanner } from '@/components/ui/undo-banner';
import { type Answer, bringBack, place, putAway } from './arrange';
import { TreeMenu } from './tree-menu';
import { dropAt, neighbours, subtreeOf, type TreePlace } from './tree-places';

type Props = {
  person: string;
  /** Every item of the page in the order shown. */
  places: readonly TreePlace[];
  /** Departments that this person drafts for; a copy belongs to one of them. */
  departments: { id: string; code: string }[];
  children: ReactNode;
};

/**
 * Moving, copying and putting away in the tree: by the menu of a row, by Alt+arrows on its name, and by
 * dragging. The rows are drawn by the server; what happens on them is caught here.
 */
export function TreeTools({ person, places, departments, children }: Props) {
  const [opened, setOpened] = useState<string | null>(null);
  const [done, setDone] = useState<Undoable | null>(null);
  const [drop, setDrop] = useState<{ row: Element; mark: string } | null>(null);
  const [, startTransition] = useTransition();
  const forget = useCallback(() => setDone(null), []);
  const find = (id: string | null | undefined) => places.find(candidate => candidate.id === id);
  const placeOf = (target: EventTarget) =>
    find(target instanceof Element ? target.closest('[data-item]')?.getAttribute('data-item') : null);

  function act(run: () => Promise<Answer>, text: string, undo?: (taken?: number) => Promise<Answer>) {
    setOpened(null);
    startTransition(async () => {
      const answer = await run();
      if (answer.ok) return setDone({ text, undo: undo && (() => undo()) });
      // What was taken before the refusal can be taken back as well.
      const back = answer.taken > 0 ? undo : undefined;
      const said = back ? `${answer.taken} isian sudah berubah. ${answer.message}` : answer.message;
      setDone({ text: said, isRefusal: true, undo: back && (() => back(answer.taken)) });
    });
  }

  function move(item: TreePlace, parentId: string | null, after: string | null | undefined, text: string) {
    const { before } = neighbours(places, item);
    const moved = { ...item, version: item.version + 1 };
    act(
      () => place(person, item, parentId, after),
      text,
      () => place(person, moved, item.parentId, before?.id ?? null),
    );
  }

  function shift(item: TreePlace, by: 1 | -1) {
    const { before, beforeThat, next } = neighbours(places, item);
    if (by < 0 && before) move(item, item.parentId, beforeThat?.id ?? null, `“${item.title}” dinaikkan.`);
    if (by > 0 && next) move(item, item.parentId, next.id, `“${item.title}” diturunkan.`);
  }

  function archive(item: TreePlace) {
    const all = subtreeOf(places, item);
    const foreign = all.filter(({ isMovable }) => !isMovable);
    if (foreign.length > 0 || item.hidden > 0) {
      const text = `Di bawah “${item.title}” ada isian yang bukan draf Anda. Pindahkan dulu, atau bicarakan dengan OPD-nya.`;
      return setDone({ text, isRefusal: true });
    }
    const back = (taken = all.length) =>
      all
        .slice(0, taken)
        .reverse()
        .map(({ id, version }) => ({ id, version: version + 1 }));
    const text = all.length > 1 ? `${all.length} isian diarsipkan.` : `“${item.title}” diarsipkan.`;
    act(
      () => putAway(person, all),
      text,
      taken => bringBack(person, back(taken)),
    );
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const item = placeOf(event.target);
    if (by === 0 || !event.altKey || !item?.isMovable) return;
    event.preventDefault();
    shift(item, by);
  }

  function dragOver(event: DragEvent) {
    const item = find(dragged);
    const row = (event.target as Element).closest('[data-item]');
    const at = item && row && dropAt(places, item, find(row.getAttribute('data-item')), event, row);
    setDrop(at && row ? { row, mark: at.mark } : null);
    if (at) event.preventDefault();
  }

  function dropped(event: DragEvent) {
    const item = find(dragged);
    const row = (event.target as Element).closest('[data-item]');
    const at = item && row && dropAt(places, item, find(row.getAttribute('data-item')), event, row);
    setDrop(null);
    if (!item || !at) return;
    event.preventDefault();
    move(item, at.parentId, at.after, `“${item.title}” dipindahkan.`);
  }

  const item = find(opened);
  markDrop(drop);
  return (
    <>
      <UndoBanner done={done} onGone={forget} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: events of the buttons and links within */}
      <div
        className="forest"
        onClick={event => {
          const button = (event.target as Element).closest('[data-menu]');
          if (button) setOpened(button.getAttribute('data-menu'));
        }}
        onKeyDown={press}
        onDragStart={event => {
          dragged = (event.target as Element).closest('[data-item]')?.getAttribute('data-item') ?? null;
        }}
        onDragOver={dragOver}
        onDrop={dropped}
        onDragEnd={() => setDrop(null)}
      >
        {children}
      </div>
      {item && (
        <TreeMenu
          {...{ item, places, departments, person }}
          onClose={() => setOpened(null)}
          onShift={by => shift(item, by)}
          onMove={parent =>
            move(item, parent.id, undefined, `“${item.title}” dipindahkan ke bawah “${parent.title}”.`)
          }
          onArchive={() => archive(item)}
        />
      )}
    </>
  );
}

// The browser tells of what is dragged only when it is dropped.
let dragged: string | null = null;

const marks = ['is-drop-before', 'is-drop-after', 'is-drop-under'];

function markDrop(drop: { row: Element; mark: string } | null): void {
  if (typeof document === 'undefined') return;
  for (const marked of document.querySelectorAll(marks.map(mark => `.${mark}`).join()))
    marked.classList.remove(...marks);
  drop?.row.classList.add(drop.mark);
}
