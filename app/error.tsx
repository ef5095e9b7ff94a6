'use client';

import { Button, buttonClass } from '@/components/ui/button';

type ErrorPageProps = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const digest = digestOf(error);
  return (
    <main className="plain-page" id="isi">
      <title>Halaman belum dapat dibuka – Rembug</title>
      <p className="brand">Rembug</p>
      <h1 tabIndex={-1}>Halaman belum dapat dibuka</h1>
      <p>Isian yang sudah tersimpan tetap aman. Coba buka sekali lagi, atau kembali ke Pekerjaan saya.</p>
      <div className="actions">
        <Button type="button" onClick={() => retry()}>
          Coba lagi
        </Button>
        {/* A full load, not a navigation: it starts from nothing that may be broken. */}
        <a className={buttonClass('second')} href="/pekerjaan">
          Kembali ke Pekerjaan saya
        </a>
      </div>
      <p className="muted">
        Bila tetap begini, hubungi sekretariat kota cerdas daerah Anda
        {digest && (
          <>
            {' '}
            dan sebutkan nomor <strong className="number">{digest}</strong>
          </>
        )}
        .
      </p>
    </main>
  );
}

/** The message may hold internals; only the number that also stands in the server's log is shown. */
function digestOf(error: unknown) {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : undefined;
}
