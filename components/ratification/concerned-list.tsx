import Link from 'next/link';
import { StatusTag } from '@/components/item/status-tag';
import { Fold } from '@/components/ui/fold';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { Concerned } from '@/lib/ratification/read/checklist';

const most = 100;

/** The items that stand in the way, each with whose it is. */
export function ConcernedList({ items }: { items: readonly Concerned[] }) {
  if (items.length === 0) return null;
  return (
    <Fold summary={`Lihat ${items.length} isian`} icon="tree">
      <ul className="concerned">
        {items.slice(0, most).map(item => (
          <li key={item.id}>
            <ItemName item={item} />
          </li>
        ))}
      </ul>
      {items.length > most && (
        <p className="small muted">
          {items.length - most} lagi ada di <Link href="/rencana">rencana terpadu</Link>.
        </p>
      )}
    </Fold>
  );
}

/** An item by name, kind, owner and status; of a colleague's draft the name is not told. */
export function ItemName({ item }: { item: Concerned }) {
  const { id, kind, title, owner, status } = item;
  return (
    <>
      <Link href={itemPath({ kind, id })} prefetch={false}>
        {title === null ? `Sedang disusun ${owner}` : title || `${kinds[kind].label} tanpa nama`}
      </Link>
      <span className="small muted">
        {kinds[kind].label}, {owner}
      </span>
      <StatusTag status={status} />
    </>
  );
}
