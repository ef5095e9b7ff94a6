import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { Icon } from '@/components/ui/icon';
import { PageHead } from '@/components/ui/page-head';
import type { ImportView } from '@/lib/exchange/import/import-view';
import type { MeaningOption } from '@/lib/exchange/import/meaning';
import { outcomeLabels, outcomeOrder } from '@/lib/exchange/import/report';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { DepartmentNames } from './department-names';
import { outcomeIcons } from './outcomes';
import { ReadingForm } from './reading-form';
import { ReportList } from './report-list';
import { StepForm } from './step-form';

type Action = Parameters<typeof StepForm>[0]['action'];
type Props = {
  view: ImportView;
  frame: PlanFrame;
  options: readonly MeaningOption[];
  own: readonly { id: string; code: string }[];
  actions: Record<'reading' | 'answer' | 'apply' | 'forget', Action>;
  person: string;
};

/** One import: how it is read, what it would do, what it asks, and the step that does it. */
export function ImportPage({ view, frame, options, own, actions, person }: Props) {
  const { id, fileName, notes, isReadable, ready, seal, applied } = view;
  const address = `/impor/${id}`;
  const left = view.counts.clash + view.counts.doubtful + view.counts.refused;
  return (
    <>
      <PageHead title={fileName} isLong back={{ href: '/impor', label: 'Impor lembar kerja' }}>
        <p className="lead">
          {isReadable
            ? `${ready} baris siap diterapkan, ${left} perlu jawaban Anda. Rencana belum berubah oleh pemeriksaan ini.`
            : 'Judul kolomnya belum dikenal. Pilih lembar, baris judul, dan arti kolom di bawah.'}
        </p>
        {applied > 0 && <p className="small muted">{applied} baris dari berkas ini sudah diterapkan.</p>}
      </PageHead>
      {frame.isLocked && (
        <CheckMessage level="block">
          {frame.plan.standing ? 'Rencana sudah ditetapkan.' : 'Rencana sedang dikunci.'} Hasil ini belum
          dapat diterapkan.
        </CheckMessage>
      )}
      {notes.map(note => (
        <CheckMessage key={note} level="hint" word="">
          {note}
        </CheckMessage>
      ))}
      {ready > 0 && !frame.isLocked && (
        <StepForm
          action={actions.apply}
          address={address}
          person={person}
          className="import-apply"
          busy="Menerapkan baris…"
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="cap" value={seal} />
          <div className="actions">
            <Button icon="check">Terapkan {ready} baris</Button>
          </div>
        </StepForm>
      )}
      <Fold summary="Cara membaca: lembar, judul, dan arti kolom" icon="table" open={!isReadable}>
        <ReadingForm
          view={view}
          frame={frame}
          options={options}
          own={own}
          action={actions.reading}
          person={person}
        />
      </Fold>
      <section className="section" aria-labelledby="hasil">
        <h2 id="hasil">Hasil pemeriksaan</h2>
        <Outcomes view={view} />
        {left > 0 && (
          <p>
            <a className="button button-second" href={`${address}/sisa`}>
              <Icon name="download" />
              Unduh sisanya dengan alasan
            </a>
          </p>
        )}
        <StepForm
          action={actions.answer}
          address={address}
          person={person}
          className="import-answers"
          busy="Memeriksa lagi…"
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="lembar" value={view.reading.sheet} />
          <DepartmentNames asked={view.departments} departments={frame.departments} />
          {view.rows.length === 0 ? (
            <EmptyState>Tidak ada baris di sini. Pilih hasil lain, atau ubah cara membaca.</EmptyState>
          ) : (
            <ReportList view={view} />
          )}
        </StepForm>
        {view.total > view.rows.length && (
          <p className="muted">
            Ditampilkan {view.rows.length} dari {view.total} baris. Selesaikan yang ini, atau unduh sisanya.
          </p>
        )}
      </section>
      <StepForm
        action={actions.forget}
        address={address}
        person={person}
        className="import-forget"
        busy="Menghapus…"
      >
        <input type="hidden" name="id" value={id} />
        <Button kind="plain" icon="trash">
          Hapus impor ini
        </Button>
        <p className="small muted">Isian yang sudah diterapkan tetap ada di rencana.</p>
      </StepForm>
    </>
  );
}

function Outcomes({ view }: { view: ImportView }) {
  const { counts, shown, id } = view;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <nav aria-label="Saring hasil">
      <ul className="import-filter">
        <li>
          <Link href={`/impor/${id}`} prefetch={false} aria-current={shown === null ? 'page' : undefined}>
            Semua {all}
          </Link>
        </li>
        {outcomeOrder
          .filter(outcome => counts[outcome] > 0 || outcome === shown)
          .map(outcome => (
            <li key={outcome}>
              <Link
                href={`/impor/${id}?hasil=${outcome}`}
                prefetch={false}
                aria-current={shown === outcome ? 'page' : undefined}
              >
                <Icon name={outcomeIcons[outcome]} />
                {outcomeLabels[outcome]} {counts[outcome]}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
