import Link from 'next/link';
import { StatusTag } from '@/components/item/status-tag';
import { itemPath } from '@/lib/plan/kinds/all';
import type { MatrixRow } from '@/lib/plan/matrix';
import { Figure } from './figure';

/** The region's own indicators (IPM) on top of the plan, each with its series. */
export function OwnIndicators({ rows, years }: { rows: readonly MatrixRow[]; years: readonly number[] }) {
  return rows.map(row => (
    <section key={row.id} className="panel own-indicator" aria-label={row.title}>
      <p className="line">
        <Link className="title" href={itemPath(row)} prefetch={false}>
          {row.title}
        </Link>
        <StatusTag status={row.status} />
      </p>
      <dl className="own-path">
        <div>
          <dt>Awal {row.baselineYear}</dt>
          <dd className="number">
            <Figure cell={row.baseline} precision={row.precision} absence="tidak ada data" />
          </dd>
        </div>
        {years.map((year, index) => (
          <div key={year}>
            <dt>{year}</dt>
            <dd className="number">
              {row.cells[index] && (
                <Figure cell={row.cells[index]} precision={row.precision} absence="tidak ditargetkan" />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {row.dataSeries && <p className="small muted">Seri: {row.dataSeries}</p>}
    </section>
  ));
}
