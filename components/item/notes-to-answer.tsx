import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import type { ItemView } from '@/lib/plan/read/item';
import { isSentBack, sendsBack } from '@/lib/plan/workflow';

/** Under the heading of what came back: the last note in full, and how many still want an answer. */
export function NotesToAnswer({ view: { item, history, threads } }: { view: ItemView }) {
  const last = isSentBack(item.status) ? history.findLast(({ action }) => sendsBack(action)) : undefined;
  const open = threads.filter(({ isNote, settledBy }) => isNote && settledBy === null);
  if (!last) return null;
  return (
    <p className="note-from">
      <Icon name="note" />
      <span>
        <strong>
          {last.by}, {showMoment(last.at)}:
        </strong>{' '}
        “{last.note}”
        {open.length > 0 && (
          <>
            {' '}
            <a href="#percakapan">{open.length} catatan belum ditanggapi</a>
          </>
        )}
      </span>
    </p>
  );
}
