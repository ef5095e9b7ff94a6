import type { Metadata } from 'next';
import { IpmStrip } from '@/components/matrix/ipm-strip';
import { Matrix } from '@/components/matrix/matrix';
import { MatrixFilters } from '@/components/matrix/matrix-filters';
import { OwnIndicators } from '@/components/matrix/own-indicators';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { besideIpm } from '@/lib/plan/ipm-story';
import { getFrame } from '@/lib/plan/read/frame';
import { getMatrix } from '@/lib/plan/read/matrix';
import { filterOf, queryOf } from '@/lib/plan/read/matrix-filter';

export const metadata: Metadata = { title: 'Rencana terpadu' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const filter = filterOf(await searchParams);
  const matrix = await getMatrix(actor, frame, filter);
  const indicators = matrix.rows.filter(({ kind }) => kind === 'indicator').length;
  return (
    <div className="full-width">
      <p className="draft-mark" aria-hidden="true">
        DRAF
      </p>
      <PageHead title="Rencana terpadu">
        <p>
          {frame.plan.name}. <strong>{indicators} indikator</strong>
          {matrix.hidden > 0 && `, ${matrix.hidden} lagi masih disusun OPD lain`}. Revisi{' '}
          {frame.plan.revision}.
        </p>
      </PageHead>
      <IpmStrip story={matrix.ipm} departments={frame.departments} isLocked={frame.isLocked} />
      <OwnIndicators rows={besideIpm(matrix.own, matrix.ipm)} years={frame.plan.years} />
      <div className="tools">
        <MatrixFilters dimensions={frame.dimensions} filter={filter} counts={matrix.counts} />
        <div className="actions">
          <ButtonLink kind="second" icon="download" href={`/rencana/unduh.xlsx${queryOf(filter)}`}>
            Unduh Excel
          </ButtonLink>
        </div>
      </div>
      {matrix.rows.length > 0 ? (
        <Matrix rows={matrix.rows} plan={frame.plan} dimensions={frame.dimensions} />
      ) : (
        <div className="panel">
          <EmptyState>Belum ada isian yang cocok. Ubah saringan, atau tunggu OPD mengisi.</EmptyState>
        </div>
      )}
      <p className="legend">
        Angka bergaris bawah sudah diterbitkan sumbernya, lainnya <em>contoh</em>. “–” belum diisi, “0” nol,{' '}
        <em>tidak ada data</em> sudah diperiksa dan memang tidak ada.
      </p>
    </div>
  );
}
