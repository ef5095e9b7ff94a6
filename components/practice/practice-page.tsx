import type { ReactNode } from 'react';
import { CheckMessage } from '@/components/ui/check-message';
import { Fold } from '@/components/ui/fold';
import { Icon } from '@/components/ui/icon';
import { PageHead } from '@/components/ui/page-head';
import type { Progress } from '@/lib/practice/read/guide';
import type { Guide } from '@/lib/practice/steps';
import { DeedButton } from './deed-button';

type Props = {
  person: string;
  /** Where the reader stands; null before they first practised. */
  guide: Guide | null;
  isPractising: boolean;
  canBegin: boolean;
  /** How far others are, for who keeps the practice plan; null for everybody else. */
  progress: Progress[] | null;
  /** How many items were just put away for everybody. */
  putAway: number | null;
};

/** What practice is, how far one is in it, and the ways in, out and back to its beginning. */
export function PracticePage({ person, guide, isPractising, canBegin, progress, putAway }: Props) {
  const isDone = guide !== null && guide.at === null;
  return (
    <>
      <PageHead title="Latihan">
        <p className="lead">
          Isi satu indikator dari draf sampai disetujui, langkah demi langkah, kurang dari sepuluh menit.
        </p>
      </PageHead>
      {putAway !== null && (
        <div role="status">
          <CheckMessage level="hint" word="Latihan dimulai ulang.">
            {putAway} isian latihan masuk arsip. Setiap peserta melihatnya di panduannya.
          </CheckMessage>
        </div>
      )}
      <div className="split with-form">
        <div className="practice-page">
          {isPractising ? (
            <Within person={person} isDone={isDone} />
          ) : (
            <Outside {...{ person, guide, isDone, canBegin }} />
          )}
          {guide && <Steps guide={guide} />}
          {progress && <Everybody person={person} progress={progress} />}
        </div>
      </div>
    </>
  );
}

function Outside({
  person,
  guide,
  isDone,
  canBegin,
}: Pick<Props, 'person' | 'guide' | 'canBegin'> & { isDone: boolean }) {
  return (
    <section className="panel practice-panel" aria-labelledby="tentang">
      <h2 id="tentang">Rencana latihan, terpisah dari rencana sesungguhnya</h2>
      <ul className="practice-facts">
        <Fact>Tidak ada yang Anda isi di sana masuk ke rencana sesungguhnya.</Fact>
        <Fact>Anda berperan sebagai OPD, lalu sebagai koordinator.</Fact>
        <Fact>Anda dapat berhenti kapan saja dan melanjutkan di perangkat lain.</Fact>
      </ul>
      {canBegin ? (
        <div className="actions">
          <DeedButton person={person} deed="masuk">
            {guide ? (isDone ? 'Buka latihan' : 'Lanjutkan latihan') : 'Mulai latihan'}
          </DeedButton>
        </div>
      ) : (
        <p>Latihan dibuka untuk orang yang punya peran. Minta peran kepada sekretariat.</p>
      )}
    </section>
  );
}

function Within({ person, isDone }: { person: string; isDone: boolean }) {
  return (
    <section className="panel practice-panel" aria-labelledby="tentang">
      <h2 id="tentang">{isDone ? 'Yang sudah Anda pelajari' : 'Anda sedang berlatih'}</h2>
      <ul className="practice-facts">
        {isDone ? (
          <>
            <Fact>Setiap isian tersimpan sendiri. Hanya mengajukan yang perlu tombol.</Fact>
            <Fact>Isian yang diajukan tidak berubah sampai koordinator memutuskan.</Fact>
            <Fact>Isian yang dikembalikan membawa catatan. Perbaiki, lalu ajukan lagi.</Fact>
            <Fact>Riwayat mencatat siapa mengubah apa, dan tidak ada yang terhapus.</Fact>
          </>
        ) : (
          <>
            <Fact>Panduan di atas menunjukkan langkah berikutnya dan tombol menuju ke sana.</Fact>
            <Fact>Yang Anda isi di sini tidak masuk ke rencana sesungguhnya.</Fact>
          </>
        )}
      </ul>
      <div className="actions">
        <DeedButton person={person} deed="keluar">
          Kembali ke pekerjaan sesungguhnya
        </DeedButton>
      </div>
      <Fold summary="Mulai dari awal">
        <div className="practice-fold">
          <p>Isian latihan Anda masuk arsip, lalu Anda mendapat isian baru.</p>
          <DeedButton person={person} deed="ulang" kind="second">
            Mulai dari awal
          </DeedButton>
        </div>
      </Fold>
    </section>
  );
}

function Steps({ guide: { steps, at, minutes } }: { guide: Guide }) {
  return (
    <section className="section" aria-labelledby="langkah-latihan">
      <h2 id="langkah-latihan">
        {at === null ? `Selesai dalam ${minutes} menit` : `Langkah ${at + 1} dari ${steps.length}`}
      </h2>
      <ol className="practice-steps">
        {steps.map(({ label, isDone }, index) => (
          <li key={label} aria-current={index === at ? 'step' : undefined}>
            <Icon name={isDone ? 'done' : index === at ? 'arrow' : 'clock'} />
            <span>
              {label}
              <span className="only-read">
                {isDone ? ' (selesai)' : index === at ? ' (sekarang)' : ' (belum)'}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Everybody({ person, progress }: { person: string; progress: Progress[] }) {
  const done = progress.filter(({ guide }) => guide.at === null).length;
  return (
    <section className="section" aria-labelledby="peserta">
      <h2 id="peserta">Peserta latihan</h2>
      {progress.length === 0 ? (
        <p>Belum ada yang berlatih. Ajak OPD membuka halaman ini sebelum Bimtek.</p>
      ) : (
        <>
          <p>
            {done} dari {progress.length} orang sudah selesai.
          </p>
          <ul className="panel rows with-list">
            {progress.map(({ name, guide }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may bear the same name, and the order is that of joining
              <li key={index} className="row practice-row">
                <span>{name}</span>
                <span className="small muted">
                  {guide.at === null
                    ? `Selesai dalam ${guide.minutes} menit`
                    : `Langkah ${guide.at + 1} dari ${guide.steps.length}: ${guide.title}`}
                </span>
              </li>
            ))}
          </ul>
          <Fold summary="Mulai ulang latihan untuk semua orang">
            <div className="practice-fold">
              <p>
                Semua isian latihan masuk arsip. Peserta yang sedang berlatih diberi tahu dan mulai dari awal.
              </p>
              <DeedButton person={person} deed="ulang-semua" kind="second">
                Mulai ulang untuk semua orang
              </DeedButton>
            </div>
          </Fold>
        </>
      )}
    </section>
  );
}

function Fact({ children }: { children: ReactNode }) {
  return (
    <li>
      <Icon name="check" />
      <span>{children}</span>
    </li>
  );
}
