import Link from 'next/link';
import { StatusTag } from '@/components/item/status-tag';
import { Trend } from '@/components/ui/trend';
import type { Stop } from '@/lib/plan/course';
import type { DimensionSummary, Headline } from '@/lib/plan/dimension-summary';
import { itemPath } from '@/lib/plan/kinds/all';
import { showCell } from '@/lib/plan/numbers';

type Props = { summary: DimensionSummary; codeOf: (id: string) => string; matrix: string };

/** The indicators that stand for the dimension, each from its baseline to its last target. */
export function Headlines({ summary: { headlines, others }, codeOf, matrix }: Props) {
  if (headlines.length === 0) return null;
  const areMain = headlines.some(({ isMain }) => isMain);
  return (
    <section aria-labelledby="indikator">
      <h2 id="indikator" className="sheet-label">
        {areMain ? 'Indikator kinerja utama' : 'Indikator'}
      </h2>
      <table className="headlines">
        <thead>
          <tr>
            <th scope="col">Nama</th>
            <th scope="col" className="n">
              Kondisi awal
            </th>
            <th scope="col" className="n">
              Target akhir
            </th>
            <th scope="col">Grafik</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {headlines.map(one => (
            <Row key={one.id} one={one} owner={codeOf(one.departmentId)} />
          ))}
        </tbody>
      </table>
      {hasExamples(headlines) && (
        <p className="legend">Angka bergaris bawah sudah diterbitkan, lainnya contoh.</p>
      )}
      {others > 0 && (
        <p className="small">
          <Link className="side-link" href={matrix} prefetch={false}>
            {others} indikator lain ada di tabel rencana
          </Link>
        </p>
      )}
    </section>
  );
}

const hasExamples = (headlines: readonly Headline[]) =>
  headlines.some(({ start, aim }) => start?.cell.illustrative || aim?.cell.illustrative);

function Row({ one, owner }: { one: Headline; owner: string }) {
  const { direction, points } = one;
  const isDrawn = points.filter(({ value }) => value !== null).length > 1;
  return (
    <tr>
      <th scope="row">
        <Link href={itemPath(one)} prefetch={false}>
          {one.title || 'Indikator tanpa nama'}
        </Link>
        <span className="small muted">{[one.unit, owner].filter(Boolean).join(', ')}</span>
      </th>
      <td className="n">
        <span className="only-narrow">Awal </span>
        <End stop={one.start} precision={one.precision} />
      </td>
      <td className="n">
        <span className="only-narrow">Target </span>
        <End stop={one.aim} precision={one.precision} />
      </td>
      <td className="drawn">
        {isDrawn && (
          <Trend
            points={points}
            direction={direction === 'up' || direction === 'down' ? direction : undefined}
          />
        )}
      </td>
      <td className="status">
        <StatusTag status={one.status} selfApproved={one.selfApproved} />
      </td>
    </tr>
  );
}

function End({ stop, precision }: { stop: Stop | null; precision: number | null }) {
  if (!stop) return <span className="muted">–</span>;
  const shown = showCell(stop.cell, precision);
  return (
    <>
      <b>{stop.cell.illustrative ? shown : <u>{shown}</u>}</b>{' '}
      <span className="small muted">{stop.year}</span>
    </>
  );
}
