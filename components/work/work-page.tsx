import Link from 'next/link';
import { StatusTag } from '@/components/item/status-tag';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { DimensionView, StageView } from '@/lib/plan/read/frame';
import type { WorkItem, WorkView } from '@/lib/plan/read/work';
import { byUrgency, isApproved, isEditable, isHandedIn, isSentBack, statusLabels } from '@/lib/plan/workflow';
import { DueLine } from './due-line';
import { NextStep } from './next-step';

type Props = { work: WorkView; stage: StageView | null; dimensions: DimensionView[]; roles: string };

export function WorkPage({ work, stage, dimensions, roles }: Props) {
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
              dimensions={dimensions}
              isDrafter={departments.length > 0}
            />
          )}
          {departments.length > 0 && <OwnItems work={work} dimensions={dimensions} />}
        </div>
        <SideTasks work={work} dimensions={dimensions} />
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
      <StatusTag status={item.status} />
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

function SideTasks({ work, dimensions }: Pick<Props, 'work' | 'dimensions'>) {
  if (work.waiting === 0 && work.supported.length === 0) return null;
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
