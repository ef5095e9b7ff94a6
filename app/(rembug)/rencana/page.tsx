import type { Metadata } from 'next';
import { Coverage } from '@/components/matrix/coverage';
import { drawnOf } from '@/components/matrix/drawn';
import { IpmStrip } from '@/components/matrix/ipm-strip';
import { LiveMatrix } from '@/components/matrix/live-matrix';
import { MatrixFilters } from '@/components/matrix/matrix-filters';
import { OwnIndicators } from '@/components/matrix/own-indicators';
import { PlanTools } from '@/components/matrix/plan-tools';
import { PrintHead } from '@/components/matrix/print-head';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { isGuest } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { besideIpm } from '@/lib/plan/ipm-story';
import { filterOf, queryOf, viewOf } from '@/lib/plan/matrix-filter';
import { getFrame } from '@/lib/plan/read/frame';
import { getMatrix } from '@/lib/plan/read/matrix';
import { getMarks, listVersions } from '@/lib/plan/read/versions';

export const metadata: Metadata = { title: 'Rencana terpadu' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor({ isOpenToGuests: true });
  const frame = await getFrame(actor);
  const query = await searchParams;
  const [filter, view] = [filterOf(query), viewOf(query)];
  const matrix = await getMatrix(actor, frame, filter);
  const since = await getMarks(actor, frame, view.since);
  const versions = await listVersions(actor, frame);
  const drawn = drawnOf(matrix, frame, filter, since);
  const { years } = frame.plan;
  const place = years.findIndex(year => String(year) === view.year);
  return (
    <div className={view.paper === 'f4' ? 'full-width paper-f4' : 'full-width'}>
      <PrintHead frame={frame} person={actor.name} />
      <PageHead title="Rencana terpadu">
        <p>
          {frame.plan.name}.{' '}
          <strong>
            <span data-count="indicators">{drawn.indicators}</span> indikator
          </strong>
          {drawn.hidden > 0 && (
            <>
              , <span data-count="hidden">{drawn.hidden}</span> lagi masih disusun OPD lain
            </>
          )}
          . Revisi {frame.plan.revision}.
        </p>
      </PageHead>
      <IpmStrip story={matrix.ipm} departments={frame.departments} isLocked={frame.isLocked} />
      <OwnIndicators rows={besideIpm(matrix.own, matrix.ipm)} years={years} />
      <div className="tools">
        <MatrixFilters
          frame={frame}
          filter={filter}
          view={{ ...view, since: since?.id }}
          counts={drawn.counts}
          versions={versions}
        />
      </div>
      {matrix.rows.length > 0 ? (
        <LiveMatrix
          key={`${queryOf(filter, { since: since?.id })} ${drawn.etag}`}
          address={`/rencana/tabel${queryOf(filter, { since: since?.id })}`}
          etag={drawn.etag}
          person={actor.userId}
          revision={frame.plan.revision}
          table={drawn.table()}
          years={years}
          column={view.year === 'awal' ? 2 : Math.max(place, 0) + 3}
          isDense={view.isDense === true}
        >
          <PlanTools filter={filter} view={view} isGuest={isGuest(actor)} />
        </LiveMatrix>
      ) : (
        <div className="panel">
          <EmptyState>Belum ada isian yang cocok. Ubah saringan, atau tunggu OPD mengisi.</EmptyState>
        </div>
      )}
      <p className="legend">
        Angka bergaris bawah sudah diterbitkan sumbernya, lainnya <em>contoh</em>. “–” belum diisi, “0” nol,{' '}
        <em>tidak ada data</em> sudah diperiksa dan memang tidak ada.
        {since && ` Baru dan berubah dihitung sejak versi ${since.version.name}.`}
      </p>
      <Coverage coverage={matrix.coverage} dimensions={frame.dimensions} />
    </div>
  );
}
