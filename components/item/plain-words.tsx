import type { Years } from '@/lib/plan/kinds/kind';
import { aimWords, indicatorWords } from '@/lib/plan/plain-words';
import type { ItemView } from '@/lib/plan/read/item';

/** What an item promises, before any of its fields: the first sentence says it, the others explain. */
export function PlainWords({ view: { item, below }, plan }: { view: ItemView; plan: Years }) {
  const [first, ...rest] =
    item.kind === 'indicator' ? indicatorWords(item.fields, plan) : aimWords(item.kind, below ?? {});
  return (
    <div className="plain-words">
      <p className="promise">{first}</p>
      {rest.length > 0 && <p className="muted">{rest.join(' ')}</p>}
    </div>
  );
}
