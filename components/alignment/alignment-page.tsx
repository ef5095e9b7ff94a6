import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button-link';
import { CopyText } from '@/components/ui/copy-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { showDate } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { PrintButton } from '@/components/ui/print-button';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { treeLabel } from '@/lib/plan/references';
import { isEditable } from '@/lib/plan/workflow';
import { type AlignmentFilter, alignmentPath } from '@/lib/rpjmd/alignment-filter';
import type { AlignmentView } from '@/lib/rpjmd/read/alignment';
import { regulationLabel } from '@/lib/rpjmd/regulations';
import { AlignedItems } from './aligned-items';
import { AlignmentFilters } from './alignment-filters';
import { AlignmentTable } from './alignment-table';
import { alignmentText } from './alignment-text';
import { ServedTree } from './served-tree';

type Props = {
  view: AlignmentView;
  frame: PlanFrame;
  filter: AlignmentFilter;
  /** Whoever imports the regional plan, and asks departments for their links. */
  isKeeper: boolean;
};

/** How the plan stands to the regional plan: what is linked, what is not, and what of that plan nothing serves. */
export function AlignmentPage({ view, frame, filter, isKeeper }: Props) {
  const { counts, dimensions, served, targets, inForce, hasAny } = view;
  const all = counts.linked + counts.unlinked + counts.repealed;
  const hasSettled = dimensions.some(({ items }) =>
    items.some(({ alignment, status }) => alignment === 'unlinked' && !isEditable(status)),
  );
  const shown = dimensions.filter(({ items }) => items.length > 0);
  const departments = frame.departments.filter(({ id }) =>
    view.departments.includes(frame.departmentCode(id)),
  );
  return (
    <div className="full-width alignment">
      <PageHead title="Keselarasan dengan RPJMD">
        {inForce.map(tree => (
          <p key={tree.id}>
            {treeLabel(tree)}. <span className="muted">{regulationLabel(tree)}.</span>
          </p>
        ))}
        <p className="small muted">
          {frame.region.name}, {showDate(new Date().toISOString())}, revisi {frame.plan.revision}
        </p>
      </PageHead>
      {inForce.length === 0 && (
        <div className="panel">
          <EmptyState
            action={
              isKeeper && (
                <ButtonLink href="/kelola/rpjmd/impor" icon="upload">
                  Masukkan RPJMD
                </ButtonLink>
              )
            }
          >
            {hasAny
              ? 'Tidak ada RPJMD yang berlaku. Tautan ke RPJMD lama tetap tersimpan.'
              : 'Pohon RPJMD belum dimasukkan sekretariat, jadi belum ada yang dapat ditautkan.'}
          </EmptyState>
        </div>
      )}
      {hasAny && (
        <>
          <dl className="figures">
            <Figure count={counts.linked} of={all}>
              tujuan dan sasaran tertaut ke RPJMD
            </Figure>
            <Figure count={counts.unlinked} of={all}>
              belum ditautkan
            </Figure>
            <Figure count={counts.repealed} of={all}>
              tertaut ke RPJMD yang sudah dicabut
            </Figure>
            {targets.all > 0 && (
              <Figure count={targets.unserved} of={targets.all}>
                sasaran RPJMD belum didukung siapa pun
              </Figure>
            )}
          </dl>
          <div className="tools">
            <AlignmentFilters dimensions={frame.dimensions} departments={departments} filter={filter} />
            <PrintButton>Cetak</PrintButton>
          </div>
          {isKeeper && counts.unlinked + counts.repealed > 0 && (
            <Fold summary="Teks untuk WhatsApp: yang belum selaras" icon="copy">
              <CopyText text={alignmentText(view, frame.region.name)} label="Teks untuk WhatsApp" />
            </Fold>
          )}
          {isKeeper && counts.repealed > 0 && (
            <p>
              <Link href="/kelola/rpjmd" prefetch={false}>
                Pilih padanan untuk tautan ke RPJMD yang dicabut
              </Link>
            </p>
          )}
          {hasSettled && (
            <p className="small muted">
              Yang sudah diajukan atau disetujui ditautkan setelah ditarik atau dibuka kembali.
            </p>
          )}
          <AlignmentTable dimensions={dimensions} filter={filter} />
          {shown.map(({ dimension, items }) => (
            <AlignedItems key={dimension.id} dimension={dimension} items={items} />
          ))}
          {shown.length === 0 && (
            <div className="panel">
              <EmptyState>Tidak ada tujuan atau sasaran dengan saringan ini.</EmptyState>
            </div>
          )}
          {(filter.alignment || filter.department || filter.dimension) && (
            <p className="tools">
              <Link href={alignmentPath({})} prefetch={false}>
                Tampilkan semua
              </Link>
            </p>
          )}
          {served.length > 0 && <ServedTree served={served} targets={targets} />}
        </>
      )}
    </div>
  );
}

function Figure({ count, of, children }: { count: number; of: number; children: string }) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>
        {count} <span>dari {of}</span>
      </dd>
    </div>
  );
}
