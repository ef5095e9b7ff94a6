import type { ReactNode } from 'react';
import { Fold } from '@/components/ui/fold';
import { itemPath } from '@/lib/plan/kinds/all';
import { textOf } from '@/lib/plan/kinds/kind';
import { priorityLabel } from '@/lib/plan/priority-mark';
import type { ItemView } from '@/lib/plan/read/item';
import { History } from './history';
import { ItemTasks } from './item-tasks';

/** Beside an item: who answers for it, what hangs below, what else can be done with it, what happened. */
export function ItemSide({ view, person }: { view: ItemView; person: string }) {
  const { item, owner, reviewer, history, children, canEdit, rank } = view;
  const priority = priorityLabel(textOf(item.fields, 'priority'));
  const code = textOf(item.fields, 'code');
  const passedOn = history.findLast(({ action }) => action === 'succeed');
  return (
    <aside className="side" aria-label="Keterangan isian">
      <dl className="facts">
        {code && <Fact name="Kode">{code}</Fact>}
        <Fact name="Pengampu">
          {owner.code}
          {item.illustrative && <span className="small muted"> (data contoh)</span>}
          {passedOn && <span className="small muted"> {passedOn.deed}</span>}
        </Fact>
        <Fact name="Peninjau">{reviewer}</Fact>
        {priority && <Fact name="Prioritas menurut OPD">{priority}</Fact>}
        {rank && (
          <Fact name="Peringkat menurut koordinator">
            {rank.rank} dari {rank.of}
          </Fact>
        )}
      </dl>
      {canEdit && children.length > 0 && (
        <Fold summary={`Di bawahnya, ${children.length} isian`} icon="tree">
          <ul className="past">
            {children.map(child => (
              <li key={child.id}>
                <a href={itemPath(child)}>{child.title || 'Tanpa nama'}</a>{' '}
                <span className="muted">{child.departmentCode}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <Fold summary={`Riwayat, ${history.length} catatan`} icon="history">
        <History told={history} undo={canEdit ? { person, itemId: item.id } : undefined} />
      </Fold>
      {canEdit && <ItemTasks item={item} person={person} />}
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
