import Link from 'next/link';
import type { ReactNode } from 'react';
import { CouncilTasks } from '@/components/council/council-tasks';
import { LeftOutTag, StatusTag } from '@/components/item/status-tag';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import type { CouncilTasks as Council } from '@/lib/council/read/tasks';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { DimensionView, StageView } from '@/lib/plan/read/frame';
import type { WorkItem, WorkView } from '@/lib/plan/read/work';
import { byUrgency, isApproved, isEditable, isHandedIn, isSentBack, statusLabels } from '@/lib/plan/workflow';
import type { ToScore } from '@/lib/priority/read/to-score';
import { DueLine } from './due-line';
import { NextStep } from './next-step';

type Props = {
  work: WorkView;
  toScore: readonly ToScore[];
  stage: StageView | null;
  dimensions: DimensionView[];
  roles: string;
  /** What somebody with drafts left must know of the stage. */
  notice?: ReactNode;
  /** Suggestions that wait for this person's answer. */
  suggestions: number;
  /** People who ask for a guest account, for the secretariat. */
  guests: number;
  council: Council | null;
};

export function WorkPage({
  work,
  toScore,
  stage,
  dimensions,
  roles,
  notice,
  suggestions,
  guests,
  council,
}: Props) {
  const { departments, items } = work;
  const settled = items.filter(({ status }) => isHandedIn(status)).length;
  const owner = departments.map(({ name, code }) => (name === code ? name : `${name} (${code})`)).join(', ');
  return (
    <>
      <PageHead title="Pekerjaan saya" eyebrow={owner || roles}>
        {items.length > 0 && (
          <p>
            <strong>
              {settled} dari {items.length} selesai
            </strong>
            , sudah diajukan atau disetujui
          </p>
        )}
        <DueLine stage={stage} />
        {items.some(({ status }) => isEditable(status)) && notice}
      </PageHead>
      <div className="split with-side">
        <div>
          {work.ended.map(ended => (
            <Ended key={ended.code} ended={ended} />
          ))}
          {(work.next || departments.length > 0 || work.ended.length === 0) && (
            <NextStep
              next={work.next}
              waiting={work.waiting}
              suggestions={suggestions}
              dimensions={dimensions}
              isDrafter={departments.length > 0}
              council={council}
            />
          )}
          {departments.length > 0 && <OwnItems work={work} dimensions={dimensions} />}
        </div>
        <SideTasks {...{ work, toScore, dimensions, suggestions, guests, council }} />
      </div>
    </>
  );
}

function Ended({ ended: { code, successors, items } }: { ended: WorkView['ended'][number] }) {
  return (
    <section className="panel next-step" aria-label={`${code} sudah berakhir`}>
      <p className="line">
        <Icon name="split" />
        <strong>
          {successors.length > 0
            ? `${code} sudah beralih ke ${successors.join(' dan ')}`
            : `${code} sudah berakhir`}
        </strong>
      </p>
      <p>Anda tetap dapat membaca isiannya. Yang mengubahnya sekarang OPD penerus.</p>
      {items.length > 0 && (
        <Fold summary={`${items.length} isian yang beralih`}>
          <ul className="support">
            {items.map(item => (
              <li key={item.id}>
                <Link className="side-link" href={itemPath(item)} prefetch={false}>
                  {item.title || `${kinds[item.kind].label} tanpa nama`}
                </Link>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  );
}

function OwnItems({ work: { departments, items }, dimensions }: Pick<Props, 'work' | 'dimensions'>) {
  const codes = departments.map(({ code }) => code).join(', ');
  return (
    <section className="section" aria-labelledby="isian">
      <div className="section-head">
        <h2 id="isian">Isian {codes}</h2>
        <ButtonLink kind="plain" icon="plus" href="/perencanaan">
          Tambah isian
        </ButtonLink>
      </div>
      {items.length === 0 && (
        <div className="panel">
          <EmptyState example="Meningkatnya derajat kesehatan masyarakat">
            Belum ada isian. Pilih dimensi, lalu tambahkan sasaran atau indikator di bawah tujuannya.
          </EmptyState>
        </div>
      )}
      {[...dimensions, null].map(dimension => {
        const own = items.filter(({ dimensionId }) => dimensionId === (dimension?.id ?? null));
        return (
          own.length > 0 && (
            <DimensionList key={dimension?.id ?? 'daerah'} dimension={dimension} items={own} />
          )
        );
      })}
    </section>
  );
}

function DimensionList({ dimension, items }: { dimension: DimensionView | null; items: WorkItem[] }) {
  return (
    <div
      className="panel with-list dimension-bar work-list"
      style={dimension ? dimensionStyle(dimension.colour) : undefined}
    >
      <div className="list-head">
        <h3>{dimension ? <Chip {...dimension} /> : 'Indikator daerah'}</h3>
        <p className="small">{countByStatus(items)}</p>
      </div>
      <ul className="rows">
        {items.map(item => (
          <WorkRow key={item.id} item={item} />
        ))}
      </ul>
    </div>
  );
}

function WorkRow({ item }: { item: WorkItem }) {
  const isSettled = isApproved(item.status);
  return (
    <li className="row work">
      <p className="code">
        {kinds[item.kind].label} {item.code}
      </p>
      <span>
        <StatusTag status={item.status} />
        {item.isLeftOut && <LeftOutTag />}
      </span>
      <p className="what">
        <Link className={isSettled ? 'title settled' : 'title'} href={itemPath(item)} prefetch={false}>
          {item.title || `${kinds[item.kind].label} tanpa nama`}
        </Link>
        <br />
        <span className="small muted">
          {factOf(item)}
          {item.origin && `, dari ${item.origin}`}
        </span>
      </p>
    </li>
  );
}

/** The one fact that a row tells: what is missing, or what happened last. */
function factOf({ status, obstacles, firstObstacle, last }: WorkItem): string {
  const still = obstacles > 1 ? `Kurang ${obstacles} isian` : `Kurang 1 isian: ${firstObstacle}`;
  if (!last) return obstacles > 0 ? still : 'Siap diajukan';
  if (isSentBack(status)) return `${last.by}, ${showMoment(last.at)}: “${last.note ?? ''}”`;
  if (isEditable(status)) return obstacles > 0 ? still : 'Siap diajukan';
  return `${statusLabels[status]} ${showMoment(last.at)}`;
}

function countByStatus(items: readonly WorkItem[]): string {
  return byUrgency
    .map(status => ({ status, count: items.filter(item => item.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${statusLabels[status].toLowerCase()}`)
    .join(', ');
}

type SideProps = Pick<Props, 'work' | 'toScore' | 'dimensions' | 'suggestions' | 'guests' | 'council'>;

function SideTasks({ work, toScore, dimensions, suggestions, guests, council }: SideProps) {
  const count = work.waiting + work.supported.length + toScore.length + suggestions + guests;
  if (count === 0 && !council) return null;
  const codeOf = (id: string | null) => dimensions.find(dimension => dimension.id === id);
  return (
    <aside className="side" aria-label="Tugas lain">
      {work.waiting > 0 && (
        <section aria-labelledby="tinjauan">
          <h2 id="tinjauan">Menunggu tinjauan Anda</h2>
          <Link className="side-link" href="/tinjau" prefetch={false}>
            Tinjau {work.waiting} isian
          </Link>
        </section>
      )}
      {guests > 0 && (
        <section aria-labelledby="tamu">
          <h2 id="tamu">Tamu menunggu persetujuan Anda</h2>
          <Link className="side-link" href="/kelola/tamu" prefetch={false}>
            Periksa {guests} permintaan
          </Link>
        </section>
      )}
      {suggestions > 0 && (
        <section aria-labelledby="usulan">
          <h2 id="usulan">Usulan menunggu jawaban Anda</h2>
          <Link className="side-link" href="/usulan" prefetch={false}>
            Jawab {suggestions} usulan
          </Link>
        </section>
      )}
      {council && <CouncilTasks tasks={council} />}
      {toScore.length > 0 && (
        <section aria-labelledby="nilai-prioritas">
          <h2 id="nilai-prioritas">Prioritas yang Anda nilai</h2>
          {toScore.map(({ slug, name, left }) => (
            <p key={slug}>
              <Link className="side-link" href={`/prioritas/${slug}`} prefetch={false}>
                {name}, {left} sasaran lagi
              </Link>
            </p>
          ))}
        </section>
      )}
      {work.supported.length > 0 && (
        <section aria-labelledby="dukung">
          <h2 id="dukung">Anda mendukung OPD lain</h2>
          <ul className="support">
            {work.supported.map(item => {
              const dimension = codeOf(item.dimensionId);
              return (
                <li key={item.id}>
                  {dimension && <Chip code={dimension.code} colour={dimension.colour} />}
                  <Link className="side-link" href={itemPath(item)} prefetch={false}>
                    {item.title}
                  </Link>
                  <span className="small muted">{item.departmentCode}</span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </aside>
  );
}
