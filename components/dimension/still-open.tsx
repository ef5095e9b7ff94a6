import Link from 'next/link';
import type { DimensionSummary } from '@/lib/plan/dimension-summary';
import { itemPath } from '@/lib/plan/kinds/all';
import { type Status, statusLabels } from '@/lib/plan/workflow';

type Props = { summary: DimensionSummary; codeOf: (id: string) => string; matrix: string };

const mostNamed = 5;

/** What waits for somebody: sent back to its owner, before its reviewer, or still being drafted. */
export function StillOpen({ summary, codeOf, matrix }: Props) {
  const { returned, waiting, counts } = summary;
  const unseen = counts.returned - returned.filter(({ kind }) => kind === 'indicator').length;
  const isOpen = returned.length + waiting.length + counts.draft + unseen > 0;
  return (
    <section aria-labelledby="terbuka">
      <h2 id="terbuka">Yang masih terbuka</h2>
      {!isOpen && <p className="small muted">Tidak ada yang menunggu.</p>}
      <Group title="Menunggu keputusan" status="submitted" items={waiting} {...{ codeOf, matrix }} />
      <Group
        title="Dikembalikan kepada OPD"
        status="returned"
        items={returned}
        unseen={unseen}
        {...{ codeOf, matrix }}
      />
      {counts.draft > 0 && <h3>Masih draf: {counts.draft} indikator</h3>}
    </section>
  );
}

type GroupProps = {
  title: string;
  status: Status;
  items: DimensionSummary['waiting'];
  /** Counted, but not named to this reader. */
  unseen?: number;
  codeOf: (id: string) => string;
  matrix: string;
};

function Group({ title, status, items, unseen = 0, codeOf, matrix }: GroupProps) {
  const all = items.length + unseen;
  if (all === 0) return null;
  const rest = items.length - mostNamed;
  return (
    <>
      <h3>
        {title}: {all}
      </h3>
      <ul className="past">
        {items.slice(0, mostNamed).map(item => (
          <li key={item.id}>
            <Link href={itemPath(item)} prefetch={false}>
              {item.title || 'Tanpa nama'}
            </Link>{' '}
            <span className="muted">{codeOf(item.departmentId)}</span>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <Link href={`${matrix}&status=${statusLabels[status].toLowerCase()}`} prefetch={false}>
              {rest} lagi di tabel rencana
            </Link>
          </li>
        )}
        {unseen > 0 && <li className="muted">{unseen} indikator masih disusun OPD lain.</li>}
      </ul>
    </>
  );
}
