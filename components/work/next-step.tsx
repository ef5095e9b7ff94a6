import type { ReactNode } from 'react';
import { StatusTag } from '@/components/item/status-tag';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import { showMoment } from '@/components/ui/moment';
import type { CouncilTasks } from '@/lib/council/read/tasks';
import { itemPath } from '@/lib/plan/kinds/all';
import type { DimensionView } from '@/lib/plan/read/frame';
import type { WorkView } from '@/lib/plan/read/work';

type Props = {
  next: WorkView['next'];
  waiting: number;
  /** Suggestions that wait for this person's answer; their turn comes when nothing of the plan is. */
  suggestions: number;
  dimensions: DimensionView[];
  isDrafter: boolean;
  council: CouncilTasks | null;
};

/** The one thing to do next, and why. */
export function NextStep({ next, waiting, suggestions, dimensions, isDrafter, council }: Props) {
  if (council?.decides && council.dimensions.length > 0 && (!next || next.kind === 'locked'))
    return <ForCouncil council={council} />;
  if (!next && suggestions > 0) {
    return (
      <Panel title={`Jawab ${suggestions} usulan untuk Anda`}>
        <p>Pengusul menunggu: terima ke draf dengan satu tombol, atau tulis alasannya.</p>
        <Go href="/usulan">Buka usulan</Go>
      </Panel>
    );
  }
  if (!next) {
    return (
      <Panel title={isDrafter ? 'Semua isian Anda sudah diajukan' : 'Baca rencana terpadu'}>
        <p>
          {isDrafter
            ? 'Tidak ada yang perlu Anda kerjakan sekarang. Isian yang dikembalikan akan muncul di sini.'
            : 'Tidak ada keputusan yang menunggu Anda. Anda dapat berkomentar pada setiap isian yang Anda baca.'}
        </p>
        <Go href="/rencana">Buka rencana terpadu</Go>
      </Panel>
    );
  }
  if (next.kind === 'ratified') {
    return (
      <Panel title="Rencana sudah ditetapkan">
        <p>Isinya hanya dibaca. Perubahan menunggu rencana perubahan dari sekretariat.</p>
        <Go href="/rencana">Buka rencana terpadu</Go>
      </Panel>
    );
  }
  if (next.kind === 'locked') {
    return (
      <Panel title="Rencana sedang dikunci">
        <p>Tidak ada yang dapat diubah sekarang. Sekretariat membuka kuncinya bila perlu.</p>
        <Go href="/rencana">Buka rencana terpadu</Go>
      </Panel>
    );
  }
  if (next.kind === 'begin') {
    return (
      <Panel title="Mulai isian pertama OPD Anda">
        <p>Pilih dimensi yang sesuai tugas OPD Anda, lalu tambahkan sasaran atau indikator.</p>
        <div className="actions">
          <ButtonLink href="/perencanaan">Pilih dimensi</ButtonLink>
          <ButtonLink kind="second" href="/latihan">
            Coba dulu di latihan
          </ButtonLink>
        </div>
      </Panel>
    );
  }
  if (next.kind === 'review') {
    return (
      <Panel title={`Tinjau ${waiting} isian yang menunggu Anda`}>
        <p>OPD sudah mengajukannya dan menunggu keputusan Anda.</p>
        <Go href="/tinjau">Tinjau sekarang</Go>
      </Panel>
    );
  }
  const { item } = next;
  const dimension = dimensions.find(({ id }) => id === item.dimensionId);
  const verb = next.kind === 'returned' ? 'Perbaiki' : 'Lanjutkan';
  return (
    <Panel title={`${verb}: ${item.title || 'isian tanpa nama'}`} dimension={dimension}>
      <p className="line">
        <StatusTag status={item.status} />
        {item.last && (
          <span className="muted">
            oleh {item.last.by}, {showMoment(item.last.at)}
          </span>
        )}
      </p>
      {next.kind === 'returned' && item.last?.note && <p>“{item.last.note}”</p>}
      {next.kind === 'draft' && <p>{item.firstObstacle ?? 'Isian ini lengkap dan siap diajukan.'}</p>}
      <Go href={itemPath(item)}>{verb} sekarang</Go>
    </Panel>
  );
}

function ForCouncil({ council: { sitting, dimensions } }: { council: CouncilTasks }) {
  return (
    <Panel title={`${dimensions.length} dimensi menunggu keputusan Dewan`}>
      <p>
        {sitting
          ? `${sitting.title} sedang dibuka. Sahkan dimensinya, atau minta perbaikan.`
          : 'Baca rencananya. Keputusan diambil di sidang yang dibuka sekretariat.'}
      </p>
      {sitting ? (
        <Go href={`/sidang/${sitting.id}`}>Buka sidang</Go>
      ) : (
        <Go href="/presentasi">Baca rencana</Go>
      )}
    </Panel>
  );
}

function Go({ href, children }: { href: string; children: ReactNode }) {
  return (
    <div className="actions">
      <ButtonLink href={href}>{children}</ButtonLink>
    </div>
  );
}

function Panel({
  title,
  dimension,
  children,
}: {
  title: string;
  dimension?: DimensionView;
  children: ReactNode;
}) {
  return (
    <section
      className={`panel next-step ${dimension ? 'dimension-bar' : ''}`}
      style={dimension ? dimensionStyle(dimension.colour) : undefined}
      aria-labelledby="langkah"
    >
      <p className="eyebrow">
        <span>Langkah berikutnya</span>
        {dimension && <Chip code={dimension.code} colour={dimension.colour} />}
      </p>
      <h2 id="langkah">{title}</h2>
      {children}
    </section>
  );
}
