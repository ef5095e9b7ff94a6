import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { showMoment } from '@/components/ui/moment';
import { kinds } from '@/lib/plan/kinds/all';
import type { DimensionView } from '@/lib/plan/read/frame';
import type { Waiting } from '@/lib/plan/read/queue';

type Props = { waiting: readonly Waiting[]; dimensions: readonly DimensionView[]; current?: string };

/** What waits for a decision, oldest first. */
export function Queue({ waiting, dimensions, current }: Props) {
  if (waiting.length === 0) return <p className="muted">Antrean kosong.</p>;
  return (
    <ul className="panel rows with-list">
      {waiting.map(item => {
        const dimension = dimensions.find(({ id }) => id === item.dimensionId);
        return (
          <li key={item.id} className={item.id === current ? 'row waiting is-current' : 'row waiting'}>
            <p className="line small">
              {dimension && <Chip code={dimension.code} colour={dimension.colour} />}
              <span className="code">
                {kinds[item.kind].label} {item.code}
              </span>
            </p>
            <Link
              className="title"
              href={`/tinjau/${item.id}`}
              prefetch={false}
              aria-current={item.id === current || undefined}
            >
              {item.title}
            </Link>
            <p className="small muted">
              {item.departmentCode}, diajukan {item.submittedAt && showMoment(item.submittedAt)}.{' '}
              {item.warnings > 0 ? `${item.warnings} peringatan beralasan` : 'Tanpa peringatan'}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
