'use client';

import './globals.css';

/** Stands in for the root layout when that itself fails. Every page loads it, so it is no more than it must be. */
export default function GlobalError({ error }: { error: { digest?: string } }) {
  return (
    <html lang="id">
      <body>
        <main className="plain-page" id="isi">
          <title>Halaman belum dapat dibuka – Rembug</title>
          <h1>Halaman belum dapat dibuka</h1>
          <p>Isian yang sudah tersimpan tetap aman. Bila tetap begini, hubungi sekretariat.</p>
          {error.digest && <p className="number">Nomor: {error.digest}</p>}
          {/* A full load, not a navigation: it starts from nothing that may be broken. */}
          <a className="button" href="/pekerjaan">
            Kembali ke Pekerjaan saya
          </a>
        </main>
      </body>
    </html>
  );
}
