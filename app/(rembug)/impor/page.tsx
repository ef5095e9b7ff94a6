import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportList } from '@/components/import/import-list';
import { Upload } from '@/components/import/upload';
import { PageHead } from '@/components/ui/page-head';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { uploadAction } from '@/lib/exchange/import/actions';
import { listImports } from '@/lib/exchange/import/read';
import { kinds } from '@/lib/plan/kinds/all';

export const metadata: Metadata = { title: 'Impor lembar kerja' };

export default async function Page() {
  const actor = await requireActor();
  if (!can.draft(actor)) notFound();
  return (
    <>
      <PageHead title="Impor lembar kerja" back={{ href: '/perencanaan', label: 'Isian per dimensi' }}>
        <p className="lead">
          Unggah lembar kerja OPD Anda. Rembug memeriksanya dulu; rencana baru berubah setelah Anda setuju.
        </p>
      </PageHead>
      <Upload action={uploadAction} person={actor.userId} />
      <section className="section" aria-labelledby="templat">
        <h2 id="templat">Belum punya lembar kerja?</h2>
        <p>
          Pakai templat berisi petunjuk, contoh, dan daftar pilihan. Berkas unduhan rencana juga dapat diimpor
          kembali.
        </p>
        <div className="actions">
          {Object.values(kinds).map(({ slug, label }) => (
            <a key={slug} className="button button-second" href={`/impor/templat/${slug}`}>
              Templat {label.toLowerCase()}
            </a>
          ))}
          <a className="button button-plain" href="/rencana/unduh.xlsx">
            Rencana sekarang (Excel)
          </a>
        </div>
      </section>
      <section className="section" aria-labelledby="riwayat">
        <h2 id="riwayat">Impor Anda</h2>
        <p className="small muted">Hanya Anda yang melihatnya. Disimpan 30 hari.</p>
        <ImportList imports={await listImports(actor)} />
      </section>
    </>
  );
}
