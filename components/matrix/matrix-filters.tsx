import Link from 'next/link';
import { StatusTag } from '@/components/item/status-tag';
import { Button } from '@/components/ui/button';
import type { DimensionView } from '@/lib/plan/read/frame';
import { type MatrixFilter, queryOf } from '@/lib/plan/read/matrix-filter';
import { type Status, statusLabels } from '@/lib/plan/workflow';

type Props = { dimensions: DimensionView[]; filter: MatrixFilter; counts: Record<Status, number> };

/** Filters as a plain form, so that they live in the address and need no script. */
export function MatrixFilters({ dimensions, filter, counts }: Props) {
  return (
    <div>
      <form className="filters" action="/rencana" aria-label="Saring">
        <label>
          <span>Dimensi</span>
          <select className="input" name="dimensi" defaultValue={filter.dimension ?? ''}>
            <option value="">Semua dimensi</option>
            {dimensions.map(({ slug, code, name }) => (
              <option key={slug} value={slug}>
                {code} {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Status</span>
          <select
            className="input"
            name="status"
            defaultValue={filter.status ? statusLabels[filter.status].toLowerCase() : ''}
          >
            <option value="">Semua status</option>
            {Object.values(statusLabels).map(label => (
              <option key={label} value={label.toLowerCase()}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Button kind="second" icon="filter">
          Saring
        </Button>
      </form>
      <p className="counts">
        <span className="small muted">Tujuan, sasaran, dan indikator:</span>
        {(Object.keys(counts) as Status[]).map(status => (
          <Link
            key={status}
            href={`/rencana${queryOf({ ...filter, status: filter.status === status ? undefined : status })}`}
            prefetch={false}
            aria-current={filter.status === status ? 'true' : undefined}
          >
            <StatusTag status={status} />
            {counts[status]}
          </Link>
        ))}
      </p>
    </div>
  );
}
