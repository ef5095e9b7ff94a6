import Link from 'next/link';
import { Fragment } from 'react';
import { StatusTag } from '@/components/item/status-tag';
import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { Years } from '@/lib/plan/kinds/kind';
import type { DimensionView } from '@/lib/plan/read/frame';
import type { MatrixRow } from '@/lib/plan/read/matrix';
import { Figure } from './figure';

type Props = { rows: readonly MatrixRow[]; plan: Years; dimensions: readonly DimensionView[] };

/** The whole plan as one table, by dimension; head and first column stay in view. */
export function Matrix({ rows, plan, dimensions }: Props) {
  const columns = plan.years.length + 3;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
    <section className="matrix-box" aria-label="Tabel rencana, dapat digulir ke samping" tabIndex={0}>
      <table className="matrix">
        <thead>
          <tr>
            <th className="first" scope="col">
              Tujuan, sasaran, indikator
            </th>
            <th scope="col">Status</th>
            <th className="n" scope="col">
              Kondisi awal
            </th>
            {plan.years.map(year => (
              <th key={year} className="n" scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        {dimensions.map(dimension => {
          const own = rows.filter(({ dimensionId }) => dimensionId === dimension.id);
          if (own.length === 0) return null;
          return (
            <tbody key={dimension.id} style={dimensionStyle(dimension.colour)}>
              <tr className="dim">
                <th scope="rowgroup" colSpan={columns}>
                  <span className="stay">
                    <Chip {...dimension} />
                  </span>
                </th>
              </tr>
              {own.map(row => (
                <Fragment key={row.id}>
                  {row.kind === 'indicator' ? (
                    <IndicatorRow row={row} plan={plan} />
                  ) : (
                    <AimRow row={row} columns={columns} />
                  )}
                </Fragment>
              ))}
            </tbody>
          );
        })}
      </table>
    </section>
  );
}

function AimRow({ row, columns }: { row: MatrixRow; columns: number }) {
  return (
    <tr className="aim">
      <th scope="rowgroup" colSpan={columns}>
        <span className="stay">
          <span className="code">{kinds[row.kind].label}</span>
          <Link href={itemPath(row)} prefetch={false}>
            {row.title || 'Tanpa nama'}
          </Link>
          <span className="meta">
            {row.departmentCode}
            {row.illustrative && ' (contoh)'}
          </span>
          <StatusTag status={row.status} selfApproved={row.selfApproved} />
        </span>
      </th>
    </tr>
  );
}

function IndicatorRow({ row, plan }: { row: MatrixRow; plan: Years }) {
  return (
    <tr>
      <th className="first" scope="row">
        <Link href={itemPath(row)} prefetch={false}>
          {row.title || 'Indikator tanpa nama'}
        </Link>
        <span className="meta">{[row.code, row.unit, row.departmentCode].filter(Boolean).join(' · ')}</span>
      </th>
      <td>
        <StatusTag status={row.status} selfApproved={row.selfApproved} />
      </td>
      <td className="n">
        <Figure cell={row.baseline} precision={row.precision} absence="tidak ada data" />
        {row.baselineYear !== null && row.baselineYear !== plan.baselineYear && (
          <span className="meta">{row.baselineYear}</span>
        )}
      </td>
      {plan.years.map((year, index) => (
        <td key={year} className="n">
          {row.cells[index] && (
            <Figure cell={row.cells[index]} precision={row.precision} absence="tidak ditargetkan" />
          )}
        </td>
      ))}
    </tr>
  );
}
