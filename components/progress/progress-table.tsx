import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { type Counts, itemsPath, sayCounts } from '@/lib/plan/progress';
import type { ProgressGroup, ProgressRow } from '@/lib/plan/progress-board';
import type { DimensionView } from '@/lib/plan/read/frame';
import { LateMark, OwnMark } from './marks';
import { StateCounts } from './state-counts';

type Props = { group: ProgressGroup; dimensions: readonly DimensionView[]; isNarrowed: boolean };

/** Departments by dimensions: a table on a desktop and on paper, a card for each department on a phone. */
export function ProgressTable({ group: { kind, rows, sum }, dimensions, isNarrowed }: Props) {
  const title = kind === 'district' ? 'Kecamatan' : 'Perangkat daerah';
  const id = `papan-${kind}`;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="board-size">{rows.length}</span>
      </h2>
      <table className={isNarrowed ? 'board is-narrowed' : 'board'} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col" className="board-who">
              OPD
            </th>
            {dimensions.map(({ id: dimensionId, ...dimension }) => (
              <th key={dimensionId} scope="col">
                <Chip code={dimension.code} colour={dimension.colour} />
                <span className="board-dimension">{dimension.name}</span>
              </th>
            ))}
            <th scope="col" className="board-next">
              Langkah berikutnya
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.id} row={row} dimensions={dimensions} isNarrowed={isNarrowed} />
          ))}
          {rows.length > 1 && sum.some(counts => sayCounts(counts) !== '') && (
            <SumRow sum={sum} dimensions={dimensions} />
          )}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = { row: ProgressRow; dimensions: readonly DimensionView[]; isNarrowed: boolean };

function Row({ row, dimensions, isNarrowed }: RowProps) {
  const classes = [row.isOwn && 'is-own', row.isLate && 'is-late', row.total === 0 && 'is-unstarted']
    .filter(Boolean)
    .join(' ');
  const scope = isNarrowed ? dimensions[0]?.slug : undefined;
  return (
    <tr className={classes || undefined}>
      <th scope="row" className="board-who">
        <span className="board-code">{row.label}</span> {row.isOwn && <OwnMark />}
        {row.label !== row.name && !row.name.endsWith(row.label) && (
          <span className="board-name">{row.name}</span>
        )}
        <span className="meta">
          {row.total === 0 ? (
            row.isOpen && 'Belum mulai'
          ) : (
            <Link className="board-all" href={itemsPath(row.code, scope)} prefetch={false}>
              {row.handedIn} dari {row.total} diajukan<span className="only-read">, {row.label}</span>
            </Link>
          )}
        </span>
      </th>
      {dimensions.map((dimension, column) => (
        <Cell key={dimension.id} row={row} dimension={dimension} counts={row.cells[column]} />
      ))}
      <td className="board-next">
        {row.isLate && <LateMark />}
        <span>{row.next}</span>
      </td>
    </tr>
  );
}

type CellProps = { row: ProgressRow; dimension: DimensionView; counts?: Counts };

/** The whole cell leads to what it counts. */
function Cell({ row, dimension, counts }: CellProps) {
  if (!counts || sayCounts(counts) === '') return <td className="board-cell is-empty" />;
  return (
    <td className="board-cell">
      <Link href={itemsPath(row.code, dimension.slug)} prefetch={false}>
        <span className="only-read">
          {row.label}, {dimension.name}:{' '}
        </span>
        <span className="card-only">
          <Chip code={dimension.code} colour={dimension.colour} />
        </span>
        <StateCounts counts={counts} />
      </Link>
    </td>
  );
}

function SumRow({ sum, dimensions }: { sum: readonly Counts[]; dimensions: readonly DimensionView[] }) {
  return (
    <tr className="board-sum">
      <th scope="row" className="board-who">
        Jumlah
      </th>
      {dimensions.map((dimension, column) => {
        const counts = sum[column];
        return (
          <td key={dimension.id} className="board-cell">
            <span className="card-only">
              <Chip code={dimension.code} colour={dimension.colour} />
            </span>
            {counts && <StateCounts counts={counts} />}
          </td>
        );
      })}
      <td className="board-next" />
    </tr>
  );
}
